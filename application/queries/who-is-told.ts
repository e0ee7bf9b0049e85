/** Who will be mailed, about what and when, because of facts: before they are recorded (issue 5, screen 6). */
import { loadInstitutions } from '../../db/repositories/directory.ts';
import type { Transaction } from '../../db/transaction.ts';
import { roleWords } from '../../documents/words/sides.ts';
import type { ComputedDossier } from '../../domain/duty/compute-duties.ts';
import type { Duty, Step } from '../../domain/duty/duty.ts';
import { recipientsOf } from '../../domain/duty/recipients.ts';
import { stepsOf } from '../../domain/duty/steps.ts';
import { compare, type Instant } from '../../domain/time.ts';
import type { ToldNext } from '../application.ts';
import type { DossierContext } from '../dossier-context.ts';
import { stepContextOf } from '../refresh-dossier.ts';

type Asked = {
  readonly before: ComputedDossier;
  readonly after: ComputedDossier;
  readonly context: DossierContext;
  /** Who records the facts: nobody is told of what they have just recorded themselves. */
  readonly actorId: string;
  readonly at: Instant;
};

/**
 * Steps from `at` on that there would not be without the facts, by institution and role and without anybody's name, in the
 * order in which they come. Excluded persons are nowhere among them (rules of conduct 3).
 */
export async function whoIsTold(tx: Transaction, asked: Asked): Promise<readonly ToldNext[]> {
  const { before, after, context, actorId, at } = asked;
  const known = new Set(stepsIn(before, context, at).map(sameStep));
  const { excludedPersonIds } = after.state;
  const told = stepsIn(after, context, at)
    .filter((one) => !known.has(sameStep(one)))
    .flatMap(({ duty, step }) =>
      recipientsOf(step.tell, context.staff, excludedPersonIds)
        .filter(({ personId }) => step.name !== 'first' || personId !== actorId)
        .map(({ institutionId, role }) => ({ duty, step, institutionId, role })),
    );
  const institutions = await loadInstitutions(tx, [
    ...new Set(told.map(({ institutionId }) => institutionId)),
  ]);
  const lines = new Map<string, ToldNext>();
  for (const { duty, step, institutionId, role } of told) {
    lines.set([duty.key, step.name, step.n, institutionId, role].join(' '), {
      at: step.at,
      step: step.name,
      title: duty.title,
      institutionName: institutions.get(institutionId)?.name ?? '',
      role: roleWords[role],
    });
  }
  return [...lines.values()].sort((a, b) => compare(a.at, b.at));
}

type DutyStep = { readonly duty: Duty; readonly step: Step };

/** Of open and settled duties, what is still to be told. */
function stepsIn(computed: ComputedDossier, context: DossierContext, at: Instant): readonly DutyStep[] {
  const stepContext = stepContextOf(computed, context);
  return computed.duties.flatMap((duty) =>
    stepsOf(duty, stepContext, at)
      .filter((step) => step.at >= at)
      .map((step) => ({ duty, step })),
  );
}

function sameStep({ duty, step }: DutyStep): string {
  return JSON.stringify([duty.key, step.name, step.n, step.at, step.tell]);
}
