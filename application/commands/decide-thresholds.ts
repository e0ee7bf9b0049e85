/** What people decide about thresholds that several learners reached: typed once, recorded in each case (rules of conduct 16). */
import { openLearners } from '../../db/encryption/learner.ts';
import { relationsTo } from '../../db/repositories/access.ts';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import type { Transaction } from '../../db/transaction.ts';
import { reachedThresholds, thresholdDecision } from '../../domain/absence/reached-thresholds.ts';
import { may } from '../../domain/access/may.ts';
import { gatherFacts } from '../../domain/dossier/facts.ts';
import { mentionsName } from '../../domain/learner/names-in-text.ts';
import type { Instant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import type { Actor, ApplicationRefusal, Result, WriteMeta } from '../application.ts';
import type { ThresholdDecisions, ThresholdsDecided } from '../class-overview.ts';
import type { ApiDeps } from '../deps.ts';
import { poke } from '../poke.ts';
import { appendFacts } from './append-facts.ts';
import { carryOutOnce, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';

type Decision = ThresholdDecisions['learners'][number];

/** All or none. Who may is asked for each case, as for the same fact recorded there alone. */
export async function decideThresholds(
  deps: ApiDeps,
  actor: Actor,
  input: ThresholdDecisions,
  meta: WriteMeta,
): Promise<Result<ThresholdsDecided>> {
  const now = await deps.clock.now();
  const dossierIds = input.learners.map(({ dossierId }) => dossierId.toLowerCase());
  // Locked in the order of their ids; the place in the request is what a refusal names.
  const inOrder = [...dossierIds.keys()].sort((a, b) =>
    (dossierIds[a] ?? '') < (dossierIds[b] ?? '') ? -1 : 1,
  );
  const result = await carryOutOnce(
    deps,
    actor,
    meta,
    now,
    async (tx): Promise<Result<ThresholdsDecided>> => {
      for (const index of inOrder) {
        const denied = await decideIn(deps, tx, actor, input, index, now);
        if (denied !== null) return refused(denied);
      }
      const named = await otherNamed(tx, deps, input);
      if (named !== null) return refused({ refused: 'otherLearnerNamed', path: named });
      return { ok: true, value: { learners: dossierIds.length, repeated: false } };
    },
  );
  // Where Temporal is away the sweep finds the rest.
  if (result.ok && !result.value.repeated) {
    for (const id of dossierIds) if (!(await poke(deps, id))) break;
  }
  return result;
}

async function decideIn(
  deps: ApiDeps,
  tx: Transaction,
  actor: Actor,
  { thresholdId, text, learners }: ThresholdDecisions,
  index: number,
  now: Instant,
): Promise<ApplicationRefusal | null> {
  const path = `learners[${index}].dossierId`;
  const decision = learners[index];
  const dossier =
    decision !== undefined && isUuid(decision.dossierId) ? await lockDossier(tx, decision.dossierId) : null;
  if (decision === undefined || dossier === null) return { refused: 'notFound', path };
  // Before what is known: whoever may not act is not told what there is.
  if (may('recordWork', await relationsTo(tx, dossier.id)).decision === 'deny')
    return { refused: 'notYourAct', path };
  const facts = gatherFacts(await loadEvents(tx, dossier.id));
  const reached = reachedThresholds(facts, procedures[dossier.procedureId]?.thresholds ?? []).find(
    ({ threshold }) => threshold.id === thresholdId,
  );
  if (reached === undefined) return { refused: 'thresholdNotReached', path };
  const data = thresholdDecision(reached, decision.needed, actor.personId);
  const words = wordsOf(text, decision);
  const fact = { type: 'absence.thresholdReached', data, ...(words === '' ? {} : { words }) } as const;
  const done = await appendFacts(deps, tx, dossier, actor, [fact], now);
  if (done.ok) return null;
  return { refused: done.refused, path, ...(done.detail === undefined ? {} : { detail: done.detail }) };
}

function wordsOf(text: string | undefined, { reason }: Decision): string {
  return [text, reason].filter((one) => one !== undefined).join('\n\n');
}

/** Where a learner's record would name another of the learners; null where none does. */
async function otherNamed(
  tx: Transaction,
  { keys }: ApiDeps,
  { text = '', learners }: ThresholdDecisions,
): Promise<string | null> {
  const opened = await openLearners(
    tx,
    keys,
    learners.map(({ dossierId }) => dossierId),
  );
  const names = learners.map(({ dossierId }) => {
    const learner = opened.get(dossierId.toLowerCase());
    return learner === undefined ? '' : `${learner.firstName} ${learner.lastName}`;
  });
  for (const [index, { reason = '' }] of learners.entries()) {
    const own = names[index] ?? '';
    const others = names.filter((_, other) => other !== index);
    if (others.some((name) => mentionsName(text, name, own))) return 'text';
    if (others.some((name) => mentionsName(reason, name, own))) return `learners[${index}].reason`;
  }
  return null;
}
