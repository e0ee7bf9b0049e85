/** Which people are told when a side of a duty is told. Excluded persons never are (rules of conduct 3). */
import type { InstitutionKind, Role } from '../procedure/party.ts';
import { type Leave, standInFor } from '../staff/substitution.ts';
import type { Instant } from '../time.ts';
import type { Party, Told, ToldAs } from './duty.ts';

export type RoleHolder = {
  readonly institutionId: string;
  readonly personId: string;
  readonly role: Role;
};

type Serving = Readonly<Partial<Record<InstitutionKind, string>>>;

export type StaffDirectory = {
  /** Present holders of roles with an account that works. */
  readonly holders: readonly RoleHolder[];
  readonly serving: Serving;
  /** Of institutions that other municipalities have: who is there to step in where the head must not know. */
  readonly elsewhere?: Readonly<Record<string, Pick<StaffDirectory, 'holders' | 'serving'>>>;
  /** Who is on leave at `at`, and who stands in; nobody where it is left out. */
  readonly onLeave?: { readonly leave: Leave; readonly at: Instant };
};

export type Recipient = {
  readonly personId: string;
  readonly institutionId: string;
  /** In which they are told there; also that of somebody for whom they stand in. */
  readonly role: Role;
  readonly as: ToldAs;
};

/** Who stands in for a role that nobody holds, within the institution, in this order; the head comes last. */
const standIns: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  caseManager: ['supportStaff', 'socialPedagogue'],
  previousCaseManager: ['supportStaff', 'socialPedagogue'],
  classTeacher: ['supportStaff', 'socialPedagogue'],
  supportStaff: ['socialPedagogue'],
  socialPedagogue: ['supportStaff'],
  teacher: ['supportStaff', 'socialPedagogue'],
  socialWorker: ['specialist', 'secretary'],
  specialist: ['socialWorker'],
};

/**
 * Roles that one person holds towards a case. Where that person is not known or excluded, the others who hold the
 * like towards other children are not told.
 */
const boundToCase: readonly Role[] = [
  'classTeacher',
  'teacher',
  'staff',
  'caseManager',
  'previousCaseManager',
];

/** Who reads what comes to an institution as a whole. */
const inboxReaders: readonly Role[] = ['secretary', 'administration'];
const heads: readonly Role[] = ['head', 'principal'];
/** Where a rung goes when the head who would fill it is excluded (rules of conduct 3). */
const outsideHeads: readonly InstitutionKind[] = [
  'founder',
  'municipality',
  'educationBoard',
  'childProtectionCentre',
];

/** Everybody told by a step, each person once, in the first capacity in which they are told. */
export function recipientsOf(
  tell: readonly Told[],
  directory: StaffDirectory,
  excluded: readonly string[],
): readonly Recipient[] {
  const byPerson = new Map<string, Recipient>();
  for (const { as, to, except } of tell) {
    for (const { personId, institutionId, role } of peopleOf(to, directory, excluded)) {
      if (personId !== except && !byPerson.has(personId))
        byPerson.set(personId, { personId, institutionId, role, as });
    }
  }
  return [...byPerson.values()];
}

/** Somebody who is there; `holder` is whose role it is, another one during a leave. */
type Present = RoleHolder & { readonly holder: string };

function peopleOf(
  party: Party,
  directory: StaffDirectory,
  excluded: readonly string[],
): readonly RoleHolder[] {
  if (party.party === 'family' || party.party === 'outside') return [];
  const allowed = present(directory, excluded);
  const here = allowed.filter((holder) => holder.institutionId === party.institutionId);
  if (party.party === 'person' && party.personId !== null) {
    const { personId } = party;
    const isOwn = (one: Present) => one.holder === personId;
    const own = here.find(isOwn) ?? allowed.find(isOwn);
    if (own !== undefined) return [own];
  }
  if (party.institutionId === null) return [];
  for (const role of rolesOf(party)) {
    const holders = here.filter((holder) => holder.role === role);
    if (holders.length > 0) return holders;
  }
  const head = here.filter((holder) => isHead(holder.role));
  return head.length > 0 ? head : headsOutside(party.institutionId, directory, excluded);
}

/** Those who may know, each replaced by the substitute while on leave; where nobody stands in, they are told themselves. */
function present({ holders, onLeave }: StaffDirectory, excluded: readonly string[]): readonly Present[] {
  return holders
    .filter(({ personId }) => !excluded.includes(personId))
    .map((one) => {
      const standIn =
        onLeave === undefined
          ? null
          : standInFor(onLeave.leave, one.institutionId, one.personId, onLeave.at, excluded);
      return { ...one, holder: one.personId, personId: standIn ?? one.personId };
    });
}

/** The roles to look for, in order, before the head. */
function rolesOf(party: Extract<Party, { party: 'person' | 'institution' }>): readonly Role[] {
  if (party.party === 'institution') return inboxReaders;
  if (isHead(party.role)) return [];
  const others = standIns[party.role] ?? [];
  return boundToCase.includes(party.role) ? others : [party.role, ...others];
}

/** Of a school or of another institution. */
export function isHead(role: Role): boolean {
  return heads.includes(role);
}

/**
 * Only where the institution has staff but no head left to tell: the next one outside, of the municipality that has the
 * institution.
 */
function headsOutside(
  institutionId: string,
  directory: StaffDirectory,
  excluded: readonly string[],
): readonly RoleHolder[] {
  const hadHead = directory.holders.some(
    (holder) => holder.institutionId === institutionId && isHead(holder.role),
  );
  if (!hadHead) return [];
  const around = { ...directory, ...directory.elsewhere?.[institutionId] };
  const allowed = present(around, excluded);
  for (const kind of outsideHeads) {
    const serving = around.serving[kind];
    if (serving === undefined || serving === institutionId) continue;
    const holders = allowed.filter((holder) => holder.institutionId === serving && isHead(holder.role));
    if (holders.length > 0) return holders;
  }
  return [];
}
