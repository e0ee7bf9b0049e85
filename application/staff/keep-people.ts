/** People and their roles, kept by the heads and administrators of an institution or of its municipality. */
import { randomUUID } from 'node:crypto';
import { type InstitutionRow, loadInstitution, loadPersons } from '../../db/repositories/directory.ts';
import {
  endRole as endRoleRow,
  insertPerson,
  insertRole,
  isOf,
  loadRole,
  lockPerson,
  managesPerson,
  openDutiesOf,
  rolesAhead,
  updatePerson,
} from '../../db/repositories/staff.ts';
import type { Transaction } from '../../db/transaction.ts';
import { endOfDay, type Instant } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, Result } from '../application.ts';
import { carryOutOnce, refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { conflictOn, keptInstitution, periodOf, renewStandIns } from './keeping.ts';
import type { Kept, RoleGiven, StaffPart } from './staff.ts';

type KeepPeople = Pick<
  StaffPart,
  'addPerson' | 'changePerson' | 'giveRole' | 'endRole' | 'switchPersonOff' | 'switchPersonOn'
>;

export function keepPeople(deps: ApiDeps): KeepPeople {
  return {
    async addPerson(actor, { role, ...details }, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const place = await keptInstitution(tx, actor, role.institutionId, now, 'role.institutionId');
        if ('refused' in place) return refused(place);
        const id = randomUUID();
        await insertPerson(tx, {
          id,
          displayName: details.displayName,
          mail: details.mail ?? null,
          phone: details.phone ?? null,
          language: details.language,
          createdAt: now,
        });
        const given = await give(tx, id, place, role, now, 'role.');
        return 'refused' in given ? refused(given) : kept(id);
      });
    },

    async changePerson(actor, id, details, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const denied = await notKept(tx, actor, id, now);
        const conflict = denied ?? conflictOn(meta, await lockPerson(tx, id));
        if (conflict !== null) return refused(conflict);
        const version = await updatePerson(tx, id, {
          displayName: details.displayName,
          mail: details.mail ?? null,
          phone: details.phone ?? null,
          language: details.language,
        });
        if (version === null) return refused({ refused: 'notFound', path: '' });
        return { ok: true, value: { id, version, repeated: false } };
      });
    },

    async giveRole(actor, personId, role, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const place = await keptInstitution(tx, actor, role.institutionId, now, 'institutionId');
        if ('refused' in place) return refused(place);
        if (!isUuid(personId) || !(await isOf(tx, personId, place.id)))
          return refused({ refused: 'notFound', path: '' });
        // Who keeps people would otherwise read cases by a line of their own.
        if (personId === actor.personId) return refused({ refused: 'notYourAct', path: '' });
        const given = await give(tx, personId, place, role, now, '');
        if ('refused' in given) return refused(given);
        await renewStandIns(tx, place.id, now);
        return kept(given.id);
      });
    },

    async endRole(actor, roleId, until, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const office = await keptInstitution(tx, actor, actor.institutionId, now, '');
        if ('refused' in office) return refused(office);
        const held = isUuid(roleId) ? await loadRole(tx, roleId) : null;
        if (held === null) return refused({ refused: 'notFound', path: '' });
        const place = await keptInstitution(tx, actor, held.institutionId, now, '');
        if ('refused' in place) return refused(place);
        const end = until === undefined ? now : endOfDay(until);
        if (end < now) return refused({ refused: 'periodInvalid', path: 'until' });
        // One that has not begun is taken back.
        await endRoleRow(tx, roleId, end < held.fromAt ? held.fromAt : end);
        await renewStandIns(tx, place.id, now);
        return kept(roleId);
      });
    },

    async switchPersonOff(actor, id, openDuties, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const denied = await notKept(tx, actor, id, now);
        if (denied !== null) return refused(denied);
        // Whoever switches themselves off could not be switched on again by themselves.
        if (id === actor.personId) return refused({ refused: 'notYourAct', path: '' });
        const open = (await openDutiesOf(tx, id)).length;
        if (open !== openDuties)
          return refused({ refused: 'openDutiesUnseen', path: 'openDuties', detail: { openDuties: open } });
        await updatePerson(tx, id, { active: false });
        return kept(id);
      });
    },

    async switchPersonOn(actor, id, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const denied = await notKept(tx, actor, id, now);
        if (denied !== null) return refused(denied);
        await updatePerson(tx, id, { active: true });
        return kept(id);
      });
    },
  };
}

export function kept(id: string): Result<Kept> {
  return { ok: true, value: { id, repeated: false } };
}

/**
 * A name and an address are changed by those who keep every institution where the person works or will; to others
 * there is no such person.
 */
export async function notKept(
  tx: Transaction,
  actor: Actor,
  personId: string,
  now: Instant,
): Promise<ApplicationRefusal | null> {
  const unknown: ApplicationRefusal = { refused: 'notFound', path: '' };
  if (!isUuid(personId)) return unknown;
  const office = await keptInstitution(tx, actor, actor.institutionId, now, '');
  if ('refused' in office) return office;
  const ahead = await rolesAhead(tx, personId, now);
  for (const institutionId of new Set(ahead.map((role) => role.institutionId))) {
    if ('refused' in (await keptInstitution(tx, actor, institutionId, now, ''))) return unknown;
  }
  return (await managesPerson(tx, personId)) ? null : unknown;
}

async function give(
  tx: Transaction,
  personId: string,
  place: InstitutionRow,
  input: RoleGiven,
  now: Instant,
  at: string,
): Promise<{ readonly id: string } | ApplicationRefusal> {
  const period = periodOf(input, now);
  if (period === null) return { refused: 'periodInvalid', path: `${at}until` };
  const wrong = await membershipFault(tx, personId, place, input, now, at);
  if (wrong !== null) return wrong;
  const id = randomUUID();
  await insertRole(tx, {
    id,
    institutionId: place.id,
    personId,
    role: input.role,
    fromAt: period.from,
    untilAt: period.until,
    memberOf: input.memberOf ?? null,
    composition: input.composition ?? null,
  });
  return { id };
}

/** A group's members are people of member institutions of the same municipality, in a composition (K 4.3, V 4). */
async function membershipFault(
  tx: Transaction,
  personId: string,
  place: InstitutionRow,
  { memberOf, composition }: RoleGiven,
  now: Instant,
  at: string,
): Promise<ApplicationRefusal | null> {
  if (memberOf === undefined && composition === undefined) return null;
  const fault: ApplicationRefusal = { refused: 'notAMember', path: `${at}memberOf` };
  if (place.kind !== 'cooperationGroup' || memberOf === undefined || composition === undefined) return fault;
  if (!isUuid(memberOf)) return fault;
  const [member, ahead, people] = [
    await loadInstitution(tx, memberOf),
    await rolesAhead(tx, personId, now),
    await loadPersons(tx, [personId]),
  ];
  const works = ahead.some(({ institutionId }) => institutionId === memberOf);
  return member?.municipalityId === place.municipalityId && works && people.size === 1 ? null : fault;
}
