/** What is typed about a running case, and how it goes to the API. Pure. */
import { momentOf } from '../../parts/riga-time.ts';
import type { RunningToRecord } from '../../requests/running.ts';

type SentReferral = NonNullable<RunningToRecord['referrals']>[number];

export const referralKinds = [
  'problemReport',
  'letter',
  'handover',
  'request',
  'application',
] as const satisfies readonly SentReferral['kindCode'][];
export const channels = [
  'eAddress',
  'recordSystem',
  'email',
  'paper',
  'phone',
  'inPerson',
] as const satisfies readonly SentReferral['channelCode'][];
export const results = ['better', 'same', 'worse'] as const satisfies readonly NonNullable<
  RunningToRecord['lastReview']
>['resultCode'][];

export type TypedReferral = {
  readonly key: string;
  readonly receiverId: string;
  readonly kindCode: SentReferral['kindCode'];
  readonly channelCode: SentReferral['channelCode'];
  readonly sentOn: string;
  readonly regNo: string;
};

export type TypedRunning = {
  readonly level: RunningToRecord['level'];
  readonly managerId: string;
  readonly openedOn: string;
  readonly lastTalkOn: string;
  readonly reviewOn: string;
  readonly reviewResult: (typeof results)[number];
  readonly meetingDay: string;
  readonly meetingTime: string;
  readonly referrals: readonly TypedReferral[];
};

export function freshRunning(managerId: string): TypedRunning {
  return {
    level: '1',
    managerId,
    openedOn: '',
    lastTalkOn: '',
    reviewOn: '',
    reviewResult: 'same',
    meetingDay: '',
    meetingTime: '',
    referrals: [],
  };
}

export function freshReferral(key: string): TypedReferral {
  return { key, receiverId: '', kindCode: 'letter', channelCode: 'eAddress', sentOn: '', regNo: '' };
}

/** The places of what must be there and is not, as the API names them. */
export function missingIn({
  managerId,
  openedOn,
  meetingDay,
  meetingTime,
  referrals,
}: TypedRunning): readonly string[] {
  return [
    ...(managerId === '' ? ['managerId'] : []),
    ...(openedOn === '' ? ['openedOn'] : []),
    ...(meetingDay !== '' && meetingTime === '' ? ['nextMeetingAt'] : []),
    ...referrals.flatMap(({ receiverId, sentOn }, index) => [
      ...(receiverId === '' ? [`referrals[${index}].receiverId`] : []),
      ...(sentOn === '' ? [`referrals[${index}].sentOn`] : []),
    ]),
  ];
}

/** What was left empty is not sent. */
export function runningToRecord(learnerId: string, typed: TypedRunning): RunningToRecord {
  const { level, managerId, openedOn, lastTalkOn, reviewOn, reviewResult } = typed;
  const { meetingDay, meetingTime, referrals } = typed;
  const day = (text: string) => text as RunningToRecord['openedOn'];
  return {
    learnerId,
    managerId,
    level,
    openedOn: day(openedOn),
    ...(lastTalkOn === '' ? {} : { lastTalkOn: day(lastTalkOn) }),
    ...(reviewOn === '' ? {} : { lastReview: { heldOn: day(reviewOn), resultCode: reviewResult } }),
    ...(referrals.length === 0
      ? {}
      : {
          referrals: referrals.map(({ receiverId, kindCode, channelCode, regNo, sentOn }) => ({
            receiverId,
            kindCode,
            channelCode,
            sentOn: day(sentOn),
            ...(regNo.trim() === '' ? {} : { regNo: regNo.trim() }),
          })),
        }),
    ...(meetingDay === ''
      ? {}
      : {
          nextMeetingAt: momentOf({ day: meetingDay, time: meetingTime }) as NonNullable<
            RunningToRecord['nextMeetingAt']
          >,
        }),
  };
}
