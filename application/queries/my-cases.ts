/** Open dossiers, each with what it needs next: a few reads for all of them together, under the actor's own rights. */

import { openLearners } from '../../db/encryption/learner.ts';
import { actorKeys } from '../../db/party-key.ts';
import { holdingsOf, loadPersons } from '../../db/repositories/directory.ts';
import { type DossierRecord, openCases } from '../../db/repositories/dossiers.ts';
import { type ListedDuty, openDutiesOf } from '../../db/repositories/duties.ts';
import { loadEventsOf } from '../../db/repositories/events.ts';
import { asActor } from '../../db/transaction.ts';
import { institutionOfSide } from '../../documents/words/sides.ts';
import { type Facts, factsOf, gatherFacts } from '../../domain/dossier/facts.ts';
import { leadManager, stateOf } from '../../domain/dossier/state.ts';
import type { CalendarDay } from '../../domain/time.ts';
import type { Actor, CaseFilter, MyCases, Result } from '../application.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { inShort, showDuties } from './show-duties.ts';

/** Most that are listed: several times the forty of one person (rules of conduct 26). */
const most = 200;

export async function myCases(
  deps: ApiDeps,
  actor: Actor,
  { whose = 'mine', classId }: CaseFilter,
): Promise<Result<MyCases>> {
  // There is no such class, and so nothing in it.
  if (classId !== undefined && !isUuid(classId)) return { ok: true, value: { items: [], more: false } };
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const listed =
      whose === 'school'
        ? ({ of: 'school', schoolId: actor.institutionId } as const)
        : ({
            of: 'keys',
            keys: actorKeys(actor.personId, await holdingsOf(tx, actor.personId, now)),
            now,
          } as const);
    const found = await openCases(tx, listed, classId, most + 1);
    const dossiers = found.slice(0, most);
    const ids = dossiers.map(({ id }) => id);
    const [events, duties, learners] = await Promise.all([
      loadEventsOf(tx, ids),
      openDutiesOf(tx, ids),
      openLearners(tx, deps.keys, ids),
    ]);
    const rows = dossiers.map((dossier) => {
      const facts = gatherFacts(events.get(dossier.id) ?? []);
      const state = stateOf(facts, {});
      // Where nobody is named, the class teacher leads, which is told to those who see the learner.
      const teacherId = learners.has(dossier.id) ? dossier.classTeacherId : null;
      return {
        dossier,
        facts,
        level: state.level,
        managerId: leadManager(state)?.personId ?? teacherId,
        ...standingOf(duties.get(dossier.id) ?? [], actor.institutionId),
      };
    });
    const persons = await loadPersons(tx, [
      ...new Set(rows.map(({ managerId }) => managerId).filter((id) => id !== null)),
    ]);
    const chosen = rows.flatMap(({ next, waitingFor }) => [next, waitingFor]).filter((one) => one !== null);
    const shown = await showDuties(tx, deps, [...new Set(chosen)], now);
    const views = new Map(shown.map((view) => [`${view.dossierId} ${view.duty.key}`, view]));
    const viewOf = (one: ListedDuty | null) =>
      one === null ? null : (views.get(`${one.dossierId} ${one.duty.key}`) ?? null);
    return {
      ok: true,
      value: {
        items: rows.map(({ dossier, facts, level, managerId, openDuties, next, waitingFor }) => {
          const learner = learners.get(dossier.id);
          return {
            dossierId: dossier.id,
            caseNumber: dossier.caseNumber ?? '',
            kind: kindOf(dossier),
            level,
            learner: learner === undefined ? null : inShort(learner),
            managerName: persons.get(managerId ?? '')?.displayName ?? null,
            lastSeen: lastSeen(facts),
            next: viewOf(next),
            waitingFor: viewOf(waitingFor),
            openDuties,
          };
        }),
        more: found.length > most,
      },
    };
  });
}

function kindOf({ kind }: DossierRecord): 'concern' | 'case' {
  return kind === 'case' ? 'case' : 'concern';
}

/** Of the open duties of a dossier: which is due first, and which another institution has owed longest. */
function standingOf(open: readonly ListedDuty[], ownInstitution: string) {
  const dated = open.filter(({ duty }) => duty.due !== null && !duty.takenOver);
  const others = open.filter(({ duty }) => {
    const owing = institutionOfSide(duty.owedBy);
    return owing !== null && owing !== ownInstitution;
  });
  return {
    openDuties: open.length,
    next: first(dated, ({ duty }) => duty.due?.at ?? ''),
    waitingFor: first(others, ({ duty }) => duty.startedAt),
  };
}

function first(duties: readonly ListedDuty[], by: (one: ListedDuty) => string): ListedDuty | null {
  return duties.toSorted((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0))[0] ?? null;
}

/** The last talk, review, or contact in which somebody was reached. */
function lastSeen(
  facts: Facts,
): { readonly what: 'talk' | 'review' | 'contact'; readonly day: CalendarDay } | null {
  const seen = [
    ...factsOf(facts, 'talk.held').map(({ moment }) => ({ what: 'talk' as const, day: moment.day })),
    ...factsOf(facts, 'review.held').map(({ moment }) => ({ what: 'review' as const, day: moment.day })),
    ...factsOf(facts, 'parents.reached').map(({ moment }) => ({ what: 'contact' as const, day: moment.day })),
    ...factsOf(facts, 'contact.attempted')
      .filter(({ event }) => event.data.resultCode === 'reached')
      .map(({ moment }) => ({ what: 'contact' as const, day: moment.day })),
  ];
  return seen.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))[0] ?? null;
}
