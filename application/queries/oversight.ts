/** Accesses taken in an emergency and excluded persons, for those who oversee cases (rules of conduct 3). */
import { randomUUID } from 'node:crypto';
import { openWords } from '../../db/encryption/words.ts';
import { logAccess, relationsTo } from '../../db/repositories/access.ts';
import { loadInstitutions, loadPersons } from '../../db/repositories/directory.ts';
import { openForWork } from '../../db/repositories/dossiers.ts';
import { loadEventsById, loadEventsOf } from '../../db/repositories/events.ts';
import { caseNumbers, overseenDossiers } from '../../db/repositories/oversight.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import { emergenciesOf, exclusionsOf } from '../../domain/access/oversight.ts';
import { type Relation, relations } from '../../domain/access/relation.ts';
import { rightsOfRelation } from '../../domain/access/rights.ts';
import { gatherFacts } from '../../domain/dossier/facts.ts';
import { stateOf } from '../../domain/dossier/state.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import type { EmergencyView, ExclusionView, OversightView } from '../oversight-view.ts';

/** Whoever may read who looked at a case oversees it. */
const overseeing = relations.filter((relation) => rightsOfRelation[relation].includes('readAccessLog'));

/**
 * Of the dossiers whose log of looks the actor may read: nobody finds a case here from which they are excluded, nor
 * their own exclusion. Latest first. To look here is a look too.
 */
export async function oversight(deps: ApiDeps, actor: Actor): Promise<Result<OversightView>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'oversee', now);
    if ('refused' in office) return refused(office);
    const seen = await openOverseen(tx, actor, now);
    const ids = [...seen.keys()];
    const [events, numbers] = await Promise.all([loadEventsOf(tx, ids), caseNumbers(tx, ids)]);
    const found = ids.map((dossierId) => {
      const facts = gatherFacts(events.get(dossierId) ?? []);
      const held = seen.get(dossierId) ?? [];
      const { excludedPersonIds } = stateOf(facts, {});
      return {
        about: { dossierId, caseNumber: numbers.get(dossierId) ?? '' },
        mayReview: may('reviewEmergency', held).decision !== 'deny',
        emergencies: emergenciesOf(facts),
        exclusions: exclusionsOf(facts, excludedPersonIds),
      };
    });
    const reasons = await reasonsOf(
      tx,
      deps,
      found.flatMap(({ emergencies }) => emergencies.map(({ taken }) => taken.id)),
    );
    const named = await namesOf(tx, found);
    const emergencies = found.flatMap(({ about, mayReview, emergencies: taken }) =>
      taken.map(
        ({ taken: event, review }): EmergencyView => ({
          ...about,
          accessId: event.id,
          byName: named(event.by),
          institutionName: named(event.institution),
          groundCode: event.data.groundCode,
          reason: reasons.get(event.id) ?? null,
          at: event.recordedAt,
          untilAt: event.data.untilAt,
          review:
            review === null
              ? null
              : { outcomeCode: review.data.outcomeCode, byName: named(review.by), at: review.recordedAt },
          mayReview: mayReview && review === null && event.by !== actor.personId,
        }),
      ),
    );
    const exclusions = found.flatMap(({ about, exclusions: excluded }) =>
      excluded.map(
        ({ personId, declared: { event }, groundCode }): ExclusionView => ({
          ...about,
          personName: named(personId),
          groundCode,
          since: event.recordedAt,
          declaredByName: named(event.by),
          bySelf: event.by === personId,
        }),
      ),
    );
    return {
      ok: true,
      value: {
        emergencies: emergencies.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
        exclusions: exclusions.toSorted((a, b) => (a.since < b.since ? 1 : -1)),
      },
    };
  });
}

/** Asks the rights for each, opens those that the actor oversees, and logs it. */
async function openOverseen(
  tx: Transaction,
  actor: Actor,
  now: Instant,
): Promise<ReadonlyMap<string, readonly Relation[]>> {
  const seen = new Map<string, readonly Relation[]>();
  for (const dossierId of await overseenDossiers(tx, overseeing)) {
    const held = await relationsTo(tx, dossierId);
    if (may('readAccessLog', held).decision === 'deny') continue;
    await openForWork(tx, dossierId);
    await logAccess(tx, {
      id: randomUUID(),
      at: now,
      ...actor,
      dossierId,
      act: 'readAccessLog',
      purpose: 'oversight',
    });
    seen.set(dossierId, held);
  }
  return seen;
}

/** The reasons that were given, for the review. */
async function reasonsOf(
  tx: Transaction,
  deps: ApiDeps,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await loadEventsById(tx, ids);
  const sealed = rows.flatMap(({ event, sealed: words }) =>
    words === null ? [] : [[event.id, words] as const],
  );
  return await openWords(tx, deps.keys, new Map(sealed));
}

type Found = {
  readonly emergencies: ReturnType<typeof emergenciesOf>;
  readonly exclusions: ReturnType<typeof exclusionsOf>;
};

async function namesOf(tx: Transaction, found: readonly Found[]): Promise<(id: string) => string> {
  const persons = found.flatMap(({ emergencies, exclusions }) => [
    ...emergencies.flatMap(({ taken, review }) => [taken.by, ...(review === null ? [] : [review.by])]),
    ...exclusions.flatMap(({ personId, declared }) => [personId, declared.event.by]),
  ]);
  const places = found.flatMap(({ emergencies }) => emergencies.map(({ taken }) => taken.institution));
  const [people, institutions] = await Promise.all([
    loadPersons(tx, [...new Set(persons)]),
    loadInstitutions(tx, [...new Set(places)]),
  ]);
  return (id) => people.get(id)?.displayName ?? institutions.get(id)?.name ?? '';
}
