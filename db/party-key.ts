/**
 * One text for a side, the same in duties, access rows and the actor's own list, so that “mine” is one comparison:
 * `p:<person>`, `i:<institution>` for anybody there, `i:<institution>:<role>` for the holders of a role or post.
 */

import { type Post, postsOf, worksForWhole } from '../domain/access/posts.ts';
import type { Party } from '../domain/duty/duty.ts';
import type { Role } from '../domain/procedure/party.ts';

export function personKey(personId: string): string {
  return `p:${personId}`;
}

/** Without a role: anybody who holds one there. */
export function institutionKey(institutionId: string, role: Role | Post | null = null): string {
  return role === null ? `i:${institutionId}` : `i:${institutionId}:${role}`;
}

/** The key of a side of a duty; null for family and outside, and where no institution is known. */
export function partyKey(party: Party): string | null {
  switch (party.party) {
    case 'person':
      if (party.personId !== null) return personKey(party.personId);
      return party.institutionId === null ? null : institutionKey(party.institutionId, party.role);
    case 'institution':
      return party.institutionId === null ? null : institutionKey(party.institutionId);
    case 'family':
    case 'outside':
      return null;
  }
}

/**
 * Of those keys, the ones that reach beyond the children a teacher knows: what any teacher may owe or wait for, and,
 * where the person has no other role, what the institution does.
 */
export function keysAsTeacher(
  holdings: readonly { readonly institutionId: string; readonly role: Role }[],
): readonly string[] {
  const whole = new Set(
    holdings.filter(({ role }) => worksForWhole(role)).map(({ institutionId }) => institutionId),
  );
  const keys = holdings
    .filter(({ role }) => !worksForWhole(role))
    .flatMap(({ institutionId, role }) => [
      institutionKey(institutionId, role),
      ...(whole.has(institutionId) ? [] : [institutionKey(institutionId)]),
    ]);
  return [...new Set(keys)];
}

/** Marks an institution among several sides, in whatever role it stands there. */
export function presenceKey(institutionId: string): string {
  return `at:${institutionId}`;
}

/** The person whose keys these are, and whoever they stand in for. */
export function personsIn(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key.startsWith('p:')).map((key) => key.slice(2));
}

/** Everything that a person is, from the roles held now. The keys that `app.enter` sets in the database. */
export function actorKeys(
  personId: string,
  holdings: readonly {
    readonly institutionId: string;
    readonly role: Role;
    readonly inPlaceOf?: string | null;
  }[],
): readonly string[] {
  const keys = holdings.flatMap(({ institutionId, role, inPlaceOf = null }) => [
    ...(inPlaceOf === null ? [] : [personKey(inPlaceOf)]),
    institutionKey(institutionId),
    institutionKey(institutionId, role),
    ...postsOf(role).map((post) => institutionKey(institutionId, post)),
  ]);
  return [...new Set([personKey(personId), ...keys])];
}
