/** What a dossier's clock waits for: one timer per duty, and the next mail. Ids, kinds and moments only. */
import { markClockRead } from '../../db/repositories/dossiers.ts';
import { nextNoticeAt } from '../../db/repositories/notices.ts';
import { pendingSteps, type StepRow } from '../../db/repositories/steps.ts';
import { asClock } from '../../db/transaction.ts';
import { timelineLabel } from '../../domain/duty/timeline-label.ts';
import { type Instant, millisecondsBetween } from '../../domain/time.ts';
import type { ClockDeps } from '../deps.ts';
import type { ClockReading } from '../ports.ts';

export type Timeline = {
  readonly finished: boolean;
  readonly timers: readonly {
    readonly key: string;
    readonly label: string;
    readonly at: Instant;
    readonly realDelayMs: number;
  }[];
  readonly mailsDue: boolean;
};

/** Reads the timeline and remembers which version of the dossier its clock knows. Unknown dossiers are finished. */
export async function loadTimeline(deps: ClockDeps, dossierId: string): Promise<Timeline> {
  const reading = await deps.clock.reading();
  const { now } = reading;
  return await asClock(deps.database, async (tx) => {
    const dossier = await markClockRead(tx, dossierId);
    if (dossier === null) return { finished: true, timers: [], mailsDue: false };
    const [pending, mailAt] = await Promise.all([pendingSteps(tx, dossierId), nextNoticeAt(tx, dossierId)]);
    const steps = earliestByDuty(pending);
    const timers = steps.map((step) => timer(step.dutyKey, kindOf(step), step.name, step.at, reading));
    const mailLater = mailAt !== null && mailAt > now ? [timer('mail', 'mail', 'sent', mailAt, reading)] : [];
    return {
      finished: dossier.status === 'closed' && timers.length === 0 && mailAt === null,
      timers: [...timers, ...mailLater],
      mailsDue: mailAt !== null && mailAt <= now,
    };
  });
}

function earliestByDuty(steps: readonly StepRow[]): readonly StepRow[] {
  const first = new Map<string, StepRow>();
  for (const step of steps) {
    const present = first.get(step.dutyKey);
    if (present === undefined || step.at < present.at) first.set(step.dutyKey, step);
  }
  return [...first.values()];
}

function kindOf(step: StepRow): string {
  return step.dutyKey.slice(0, Math.max(0, step.dutyKey.indexOf(':')));
}

/** A durable timer waits wall time, also where the product's clock runs faster. */
function timer(key: string, kind: string, name: string, at: Instant, { now, rate }: ClockReading) {
  return {
    key,
    label: timelineLabel(kind, name, at),
    at,
    realDelayMs: Math.max(0, Math.ceil(millisecondsBetween(now, at) / rate)),
  };
}
