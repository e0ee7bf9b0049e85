/** From a step that is taken to the notices that are owed: to whom, when, and whether by themselves. */
import { nextWorkingMoment, type WorkingCalendar, type WorkingHours } from '../calendar/index.ts';
import { type Instant, maxOf } from '../time.ts';
import type { Step, StepName, ToldAs } from './duty.ts';
import type { Recipient } from './recipients.ts';

/** A step together with the duty it belongs to. */
export type DutyStep = { readonly dutyKey: string; readonly generation: number; readonly step: Step };

/** A notice owed to one person. `sendAt` null: it waits for the digest of its institution. */
export type NoticeDraft = {
  readonly dutyKey: string;
  readonly generation: number;
  readonly name: StepName;
  readonly n: number;
  readonly recipientId: string;
  readonly institutionId: string;
  readonly toldAs: ToldAs;
  readonly urgency: Step['urgency'];
  readonly sendAt: Instant | null;
};

export type NoticePlanning = {
  readonly recipients: (step: Step) => readonly Omit<Recipient, 'role'>[];
  /** Calendar and working hours of the institution for which somebody is told. */
  readonly hoursOf: (institutionId: string) => {
    readonly calendar: WorkingCalendar;
    readonly hours: WorkingHours;
  };
  readonly now: Instant;
};

/**
 * Notices for the steps taken together. Of a row that repeats, only the last missed one is told; danger goes at
 * once, other mails of their own in the recipient's next working hours, the rest with the digest.
 */
export function planNotices(taken: readonly DutyStep[], planning: NoticePlanning): readonly NoticeDraft[] {
  return latestOfRows(taken).flatMap(({ dutyKey, generation, step }) =>
    planning.recipients(step).map((recipient) => ({
      dutyKey,
      generation,
      name: step.name,
      n: step.n,
      recipientId: recipient.personId,
      institutionId: recipient.institutionId,
      toldAs: recipient.as,
      urgency: step.urgency,
      sendAt: sendMoment(step, recipient.institutionId, planning),
    })),
  );
}

function latestOfRows(taken: readonly DutyStep[]): readonly DutyStep[] {
  const last = new Map<string, DutyStep>();
  for (const one of taken) {
    const row = `${one.dutyKey} ${one.generation} ${one.step.name}`;
    const present = last.get(row);
    if (present === undefined || one.step.at > present.step.at) last.set(row, one);
  }
  return [...last.values()];
}

function sendMoment(step: Step, institutionId: string, { hoursOf, now }: NoticePlanning): Instant | null {
  const from = maxOf(step.at, now);
  switch (step.urgency) {
    case 'danger':
      return from;
    case 'digest':
      return null;
    case 'own': {
      const { calendar, hours } = hoursOf(institutionId);
      return nextWorkingMoment(calendar, hours, from);
    }
  }
}
