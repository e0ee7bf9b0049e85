/** How the classes of a school stand, and which thresholds were reached there: a few reads for all of them together. */
import { openLearners } from '../../db/encryption/learner.ts';
import { type OpenAtSchool, openDossiersAt } from '../../db/repositories/classes.ts';
import { countDuties } from '../../db/repositories/dossiers.ts';
import { loadEventsOf } from '../../db/repositories/events.ts';
import { asActor } from '../../db/transaction.ts';
import { type ReachedThreshold, reachedThresholds } from '../../domain/absence/reached-thresholds.ts';
import { gatherFacts } from '../../domain/dossier/facts.ts';
import { byLatvianName, byLatvianOrder, type Named } from '../../domain/learner/name-search.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { procedures } from '../../procedures/index.ts';
import type { Actor, Result } from '../application.ts';
import type { ClassStanding, ClassThreshold } from '../class-overview.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { inShort } from './show-duties.ts';

/** Under the actor's own rights: a class teacher sees the own class, whoever is excluded from a case not that case. */
export async function classOverview(
  deps: ApiDeps,
  actor: Actor,
): Promise<Result<{ readonly classes: readonly ClassStanding[] }>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'searchLearners', now);
    if ('refused' in office) return refused(office);
    const open = await openDossiersAt(tx, office.institution.id);
    const ids = open.map(({ id }) => id);
    const [events, duties, learners] = await Promise.all([
      loadEventsOf(tx, ids),
      countDuties(tx, ids, now),
      openLearners(tx, deps.keys, ids),
    ]);
    const classes = [...Map.groupBy(open, ({ classId }) => classId)].map(([classId, dossiers]) => {
      const counted = dossiers.map(({ id }) => duties.get(id));
      const sum = (of: 'openDuties' | 'lateDuties') =>
        counted.reduce((total, one) => total + (one?.[of] ?? 0), 0);
      const reached = dossiers.flatMap((dossier): readonly Reached[] => {
        const learner = learners.get(dossier.id);
        const procedure = procedures[dossier.procedureId];
        if (learner === undefined || procedure === undefined) return [];
        const facts = gatherFacts(events.get(dossier.id) ?? []);
        return reachedThresholds(facts, procedure.thresholds).map((one) => ({
          ...one,
          procedure,
          dossier,
          learner,
        }));
      });
      return {
        classId,
        name: dossiers[0]?.className ?? '',
        learners: new Set(dossiers.map(({ learnerId }) => learnerId)).size,
        openDuties: sum('openDuties'),
        lateDuties: sum('lateDuties'),
        thresholds: linesOf(reached),
      };
    });
    return { ok: true, value: { classes: classes.toSorted((a, b) => byLatvianOrder(a.name, b.name)) } };
  });
}

type Reached = ReachedThreshold & {
  readonly procedure: Procedure;
  readonly dossier: OpenAtSchool;
  readonly learner: Named & { readonly className: string };
};

/** One line of each threshold that somebody of the class reached. */
function linesOf(reached: readonly Reached[]): readonly ClassThreshold[] {
  return [...Map.groupBy(reached, ({ threshold }) => threshold.id)].flatMap(([thresholdId, those]) => {
    const [first] = those;
    const started = first?.procedure.duties.find(({ id }) => id === first.threshold.starts);
    if (first === undefined || started === undefined) return [];
    const { title, operator, amount, sources } = first.threshold;
    const learners = those
      .toSorted((a, b) => byLatvianName(a.learner, b.learner))
      .map(({ dossier, learner, from, until, count }) => ({
        dossierId: dossier.id,
        caseNumber: dossier.caseNumber ?? '',
        learner: inShort(learner),
        from,
        until,
        count,
      }));
    return [{ thresholdId, title, operator, amount, starts: started.title, sources, learners }];
  });
}
