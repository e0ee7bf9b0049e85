/** What is typed about a threshold that several learners of a class reached. */
import type { ClassThreshold, ThresholdDecisions } from '../../requests/class-overview.ts';

export type Decision = { readonly needed: boolean | null; readonly reason: string };
export type Decisions = {
  /** Typed once for all. */
  readonly text: string;
  /** By dossier; nothing was chosen about those that are left out. */
  readonly of: Readonly<Record<string, Decision>>;
  readonly idempotencyKey: string;
};

type Learners = ClassThreshold['learners'];

const nothing: Decision = { needed: null, reason: '' };

export function decisionOf({ of }: Decisions, dossierId: string): Decision {
  return of[dossierId] ?? nothing;
}

/** The same for all of them; reasons that were typed stay. */
export function decideAll(typed: Decisions, learners: Learners, needed: boolean): Decisions {
  const of = learners.map(
    ({ dossierId }) => [dossierId, { ...decisionOf(typed, dossierId), needed }] as const,
  );
  return { ...typed, of: Object.fromEntries(of) };
}

/** Why what is typed about this learner cannot be recorded yet. What is not needed has a reason, of all or of the one. */
export function missingOf(typed: Decisions, dossierId: string): 'choice' | 'reason' | null {
  const { needed, reason } = decisionOf(typed, dossierId);
  if (needed === null) return 'choice';
  return !needed && reason.trim() === '' && typed.text.trim() === '' ? 'reason' : null;
}

export function requestOf(
  typed: Decisions,
  { thresholdId, learners }: Pick<ClassThreshold, 'thresholdId' | 'learners'>,
): ThresholdDecisions {
  const text = typed.text.trim();
  return {
    thresholdId,
    ...(text === '' ? {} : { text }),
    learners: learners.map(({ dossierId }) => {
      const { needed, reason } = decisionOf(typed, dossierId);
      const own = reason.trim();
      return { dossierId, needed: needed === true, ...(own === '' ? {} : { reason: own }) };
    }),
  };
}
