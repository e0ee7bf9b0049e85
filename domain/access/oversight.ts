/** What is looked at afterwards in a dossier: who took access in an emergency, and who must not know (rules of conduct 3). */
import type { DossierEventOf } from '../dossier/event.ts';
import { type Fact, type Facts, factsOf } from '../dossier/facts.ts';

export type Emergency = {
  readonly taken: DossierEventOf<'access.takenInEmergency'>;
  /** The last review that holds. */
  readonly review: DossierEventOf<'access.reviewed'> | null;
};

/** In the order in which they were taken. */
export function emergenciesOf(facts: Facts): readonly Emergency[] {
  const reviews = factsOf(facts, 'access.reviewed');
  return factsOf(facts, 'access.takenInEmergency').map(({ event: taken }) => ({
    taken,
    review: reviews.findLast(({ event }) => event.data.accessId === taken.id)?.event ?? null,
  }));
}

/** `groundCode` null: named with the first record, where no ground is asked. */
export type Exclusion = {
  readonly personId: string;
  readonly declared: Fact;
  readonly groundCode: string | null;
};

/** Of those who are excluded now (`excluded`), each by the fact that excluded them last. */
export function exclusionsOf(facts: Facts, excluded: readonly string[]): readonly Exclusion[] {
  return excluded.flatMap((personId) => {
    const declared = facts.all.findLast((fact) => excludes(fact, personId));
    if (declared === undefined) return [];
    const { event } = declared;
    return [
      { personId, declared, groundCode: event.type === 'person.excluded' ? event.data.groundCode : null },
    ];
  });
}

function excludes({ event }: Fact, personId: string): boolean {
  if (event.type === 'person.excluded') return event.data.personId === personId;
  if (event.type !== 'concern.recorded' && event.type !== 'danger.suspected') return false;
  return event.data.excludedPersonIds?.includes(personId) === true;
}
