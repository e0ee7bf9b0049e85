/**
 * A case that was running before the product came (rules of conduct 15): its facts, with their real days, and what is
 * wrong with them. A row of a file and the form for one case come to the same.
 */
import { randomUUID } from 'node:crypto';
import type { ImportedChannel, ImportedReferralKind, ReviewResult } from '../../domain/import/columns.ts';
import type { ImportProblemCode } from '../../domain/import/problem.ts';
import { addMinutes, type CalendarDay, dayOf, type Instant, maxOf, startOfDay } from '../../domain/time.ts';
import type { FactToRecord } from '../application.ts';

export type RunningReferral = {
  readonly receiverId: string;
  readonly kindCode: ImportedReferralKind;
  readonly sentOn: CalendarDay;
  readonly channelCode: ImportedChannel;
  readonly regNo: string | null;
};

export type RunningCase = {
  readonly managerId: string;
  readonly level: '1' | '2' | '3';
  readonly openedOn: CalendarDay;
  readonly lastTalkOn: CalendarDay | null;
  /** With the learner. */
  readonly lastReview: { readonly heldOn: CalendarDay; readonly resultCode: ReviewResult } | null;
  /** Not answered yet. */
  readonly referrals: readonly RunningReferral[];
  readonly nextMeetingAt: Instant | null;
};

export type RunningFault = {
  /** A field of the case; of a referral with its rank: `referrals[0].sentOn`. */
  readonly field: string;
  readonly code: Extract<
    ImportProblemCode,
    'afterStart' | 'beforeOpening' | 'dayInFuture' | 'referralTwice' | 'meetingPast'
  >;
  readonly limit?: CalendarDay;
};

/** `startDate`: the municipality's; what was opened on it or later is recorded like any other case. */
export function runningFaults(
  running: Omit<RunningCase, 'managerId'>,
  startDate: CalendarDay,
  now: Instant,
): readonly RunningFault[] {
  const { openedOn, lastTalkOn, lastReview, referrals, nextMeetingAt } = running;
  const today = dayOf(now);
  const faults: RunningFault[] = [];
  const pastDay = (field: string, day: CalendarDay | null) => {
    if (day !== null && day > today) faults.push({ field, code: 'dayInFuture' });
  };
  pastDay('openedOn', openedOn);
  if (openedOn <= today && openedOn >= startDate)
    faults.push({ field: 'openedOn', code: 'afterStart', limit: startDate });
  for (const [field, day] of [
    ['lastTalkOn', lastTalkOn] as const,
    ['lastReview.heldOn', lastReview?.heldOn ?? null] as const,
  ]) {
    pastDay(field, day);
    if (day !== null && day < openedOn) faults.push({ field, code: 'beforeOpening', limit: openedOn });
  }
  const sent = new Set<string>();
  for (const [index, { receiverId, kindCode, sentOn }] of referrals.entries()) {
    pastDay(`referrals[${index}].sentOn`, sentOn);
    if (sent.has(`${receiverId} ${kindCode}`))
      faults.push({ field: `referrals[${index}].receiverId`, code: 'referralTwice' });
    sent.add(`${receiverId} ${kindCode}`);
  }
  if (nextMeetingAt !== null && nextMeetingAt <= now)
    faults.push({ field: 'nextMeetingAt', code: 'meetingPast' });
  return faults;
}

/**
 * Each at its real day, so that its duties follow and those from before the start date are taken over. When the
 * meeting was called nobody asks: by the last thing that is known it had been. A talk means that the first one was held;
 * where a review followed, there is a plan already and it was another one.
 */
export function factsOfRunning(running: RunningCase): readonly FactToRecord[] {
  const { managerId, level, openedOn, lastTalkOn, lastReview, referrals, nextMeetingAt } = running;
  const days = [lastTalkOn, lastReview?.heldOn ?? null, ...referrals.map(({ sentOn }) => sentOn)];
  const lastDay = maxOf(openedOn, ...days.filter((day) => day !== null));
  const at = (day: CalendarDay, minute: number) => addMinutes(startOfDay(day), minute);
  return [
    { type: 'case.opened', occurredAt: at(openedOn, 0), data: { level } },
    {
      type: 'case.managerAssigned',
      occurredAt: at(openedOn, 1),
      data: { managerId, level, roleCode: 'lead' },
    },
    ...(lastTalkOn === null
      ? []
      : [
          {
            type: 'talk.held',
            occurredAt: at(lastTalkOn, 2),
            data: { kindCode: lastReview === null ? 'first' : 'other', heldOn: lastTalkOn },
          } as const,
        ]),
    ...(lastReview === null
      ? []
      : [{ type: 'review.held', occurredAt: at(lastReview.heldOn, 3), data: lastReview } as const]),
    ...referrals.map(
      ({ sentOn, regNo, ...referral }) =>
        ({
          type: 'referral.sent',
          occurredAt: at(sentOn, 4),
          data: {
            referralId: randomUUID(),
            ...referral,
            sentOn,
            answerWanted: true,
            ...(regNo === null ? {} : { regNo }),
          },
        }) as const,
    ),
    ...(nextMeetingAt === null
      ? []
      : [
          {
            type: 'meeting.scheduled',
            occurredAt: at(lastDay, 5),
            data: { meetingId: randomUUID(), startsAt: nextMeetingAt },
          } as const,
        ]),
  ];
}
