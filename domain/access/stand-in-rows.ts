/**
 * Access of those who come in where the first substitute must not know (rules of conduct 3). The first substitute
 * holds the absent one's roles by itself (`role_holder.in_place_of`) and needs no rows here.
 */
import type { RoleHolder } from '../duty/recipients.ts';
import type { Role } from '../procedure/party.ts';
import { holdsAt, type Leave, standInFor } from '../staff/substitution.ts';
import { type Instant, maxOf } from '../time.ts';
import type { AccessParty, AccessRow } from './access-rows.ts';
import { postsOf } from './posts.ts';

export type StandInInput = {
  readonly holders: readonly RoleHolder[];
  readonly leave: Leave;
  readonly at: Instant;
  readonly excluded: readonly string[];
};

/** What the next in the chain may see, as the absent one might, until the leave ends. */
export function standInRows(
  rows: readonly AccessRow[],
  { holders, leave, at, excluded }: StandInInput,
): readonly AccessRow[] {
  const taken = new Set(rows.map(nameOf));
  return holders.flatMap(({ institutionId, personId, role }) => {
    const first = standInFor(leave, institutionId, personId, at);
    const next = standInFor(leave, institutionId, personId, at, excluded);
    if (first === null || next === null || next === first) return [];
    const until = endOfLeave(leave, institutionId, personId, at);
    return rows
      .filter(({ party, relation }) => relation !== 'excluded' && isOf(party, institutionId, personId, role))
      .map((row): AccessRow => ({ ...row, party: { kind: 'person', id: next }, from: at, until }))
      .filter((row) => {
        const name = nameOf(row);
        if (taken.has(name)) return false;
        taken.add(name);
        return true;
      });
  });
}

function isOf(party: AccessParty, institutionId: string, personId: string, role: Role): boolean {
  if (party.kind === 'person') return party.id === personId;
  if (party.id !== institutionId) return false;
  return party.role === null || party.role === role || postsOf(role).some((post) => post === party.role);
}

/** When the latest of the absences that run now ends; null = not known. */
function endOfLeave(leave: Leave, institutionId: string, personId: string, at: Instant): Instant | null {
  const ends = leave.absences
    .filter((one) => one.institutionId === institutionId && one.personId === personId && holdsAt(one, at))
    .map(({ until }) => until);
  return ends.reduce<Instant | null>(
    (latest, end) => (latest === null || end === null ? null : maxOf(latest, end)),
    ends[0] ?? null,
  );
}

function nameOf({ party, relation }: AccessRow): string {
  return party.kind === 'person'
    ? `p:${party.id} ${relation}`
    : `i:${party.id}:${party.role ?? ''} ${relation}`;
}
