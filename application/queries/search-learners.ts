/** Search before create: by name among those the actor sees, and whether somebody like this is known elsewhere. */
import { loadDirectory } from '../../db/repositories/directory.ts';
import {
  askElsewhere,
  type Elsewhere,
  learnerIdsAt,
  learnerIdsByDossier,
  logLook,
} from '../../db/repositories/learners.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { nameAndClass, searchNamesAndClasses } from '../../domain/learner/name-search.ts';
import { partsToAskElsewhere, termsOfPart } from '../../domain/learner/search-terms.ts';
import type { InstitutionKind } from '../../domain/procedure/party.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { Actor, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import type { KnownElsewhere, LearnerHit, LearnerSearch, TalkElsewhere } from '../learner-acts.ts';
import { namesOf } from '../learner-names.ts';
import { type ActorOffice, askOffice } from '../office.ts';

/** Most that are given at once; who gets more types another letter. */
const mostHits = 50;
/** Most learners of dossiers elsewhere whose names are opened for a search. */
const mostByDossier = 2_000;

/** Each search is logged without what was typed. */
export async function searchLearners(
  deps: ApiDeps,
  actor: Actor,
  typed: { readonly name: string; readonly birthDate: CalendarDay | null },
): Promise<Result<LearnerSearch>> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'searchLearners', now);
    if ('refused' in office) return refused(office);
    const all = await learnersSeen(tx, deps, office);
    const found = searchNamesAndClasses(all, typed.name);
    const named = { ...typed, name: nameAndClass(typed.name).name };
    const elsewhere = await knownElsewhere(tx, deps, office, named, all, now);
    await logSearch(tx, actor, elsewhere !== null, now);
    const byBirth = (one: LearnerHit) =>
      typed.birthDate !== null && one.birthDate === typed.birthDate ? 0 : 1;
    const here = found.toSorted((a, b) => byBirth(a) - byBirth(b));
    return { ok: true, value: { here: here.slice(0, mostHits), more: here.length > mostHits, elsewhere } };
  });
}

/** All learners whom the actor sees: of the school acted for, and of dossiers. */
export async function learnersSeen(
  tx: Transaction,
  deps: ApiDeps,
  { institution }: ActorOffice,
): Promise<readonly LearnerHit[]> {
  const atSchool = institution.kind === 'school' ? await learnerIdsAt(tx, institution.id) : [];
  const ids = new Set([...atSchool, ...(await learnerIdsByDossier(tx, mostByDossier))]);
  return await namesOf(tx, deps.keys, [...ids]);
}

/** Null where too little is typed to ask. */
export async function knownElsewhere(
  tx: Transaction,
  deps: ApiDeps,
  { institution }: ActorOffice,
  { name, birthDate }: { readonly name: string; readonly birthDate: CalendarDay | null },
  seen: readonly LearnerHit[],
  now: Instant,
): Promise<readonly KnownElsewhere[] | null> {
  const parts = partsToAskElsewhere(name, birthDate);
  if (parts === null || birthDate === null) return null;
  const { municipalityId } = institution;
  const found = await askElsewhere(
    tx,
    deps.keys,
    { municipalityId, parts: parts.map(termsOfPart), birthDate, seen: seen.map(({ id }) => id) },
    now,
  );
  if (found.length === 0) return [];
  const talk = await talkElsewhere(
    tx,
    institution,
    found.map(({ place }) => place),
    now,
  );
  return found.flatMap(({ place, strength }) =>
    talk.filter((one) => one.place === place).map((one) => ({ ...one, strength })),
  );
}

/** Whom to talk to about a child who is known at these places, out of the actor's sight. */
export async function talkElsewhere(
  tx: Transaction,
  own: ActorOffice['institution'],
  places: readonly Elsewhere['place'][],
  now: Instant,
): Promise<readonly TalkElsewhere[]> {
  if (places.length === 0) return [];
  const { institutions } = await loadDirectory(tx, own.municipalityId, now);
  return [...new Set(places)].map((place) => ({ place, talkTo: talkTo(place, own, institutions) }));
}

/** Who coordinates between institutions, the nearest first. */
const coordinators: readonly InstitutionKind[] = ['educationBoard', 'cooperationGroup', 'municipality'];

type Named = { readonly id: string; readonly kind: InstitutionKind; readonly name: string };

function talkTo(
  place: Elsewhere['place'],
  own: Named,
  institutions: readonly Named[],
): KnownElsewhere['talkTo'] {
  const found =
    place === 'ownSchool'
      ? own
      : coordinators.flatMap((kind) => institutions.find((one) => one.kind === kind) ?? [])[0];
  return found === undefined ? null : { institutionId: found.id, kind: found.kind, name: found.name };
}

export async function logSearch(
  tx: Transaction,
  { personId, institutionId }: Actor,
  elsewhere: boolean,
  now: Instant,
): Promise<void> {
  const act = elsewhere ? 'searchedElsewhere' : 'searched';
  await logLook(tx, { at: now, personId, institutionId, learnerId: null, act });
}
