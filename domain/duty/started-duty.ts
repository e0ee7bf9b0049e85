/** A row of the procedure that a fact has started, before its duty is worked out. */
import type { FactMoment } from '../dossier/event.ts';
import type { Fact } from '../dossier/facts.ts';
import type { Start } from './match.ts';

export type StartedDuty = {
  readonly key: string;
  readonly start: Start;
  readonly startedBy: readonly Fact[];
  /** The next start of a series, which takes this duty's place. */
  readonly replacedBy: Fact | null;
  readonly isSeries: boolean;
  /** What the term is counted from. */
  readonly runsFrom: FactMoment;
};
