/** Who works where, who is on leave, and what somebody owes: for those who keep the institution. */
import { leaveOf, listStaff, openDutiesOf, type RoleRow } from '../../db/repositories/staff.ts';
import { asActor } from '../../db/transaction.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { readCursor, writeCursor } from '../queries/cursor.ts';
import { notKept } from './keep-people.ts';
import { keptInstitution } from './keeping.ts';
import type { StaffPart, StaffRole } from './staff.ts';

export function readStaff(deps: ApiDeps): Pick<StaffPart, 'listStaff' | 'readLeave' | 'dutiesOfPerson'> {
  return {
    async listStaff(actor, institutionId, { limit, cursor }) {
      const now = await deps.clock.now();
      const after = cursor === undefined ? null : readCursor(cursor, ['name', 'id']);
      if (cursor !== undefined && (after === null || !isUuid(after.id)))
        return refused({ refused: 'cursorUnknown', path: 'cursor' });
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
        const place = await keptInstitution(tx, actor, institutionId, now, '');
        if ('refused' in place) return refused(place);
        const rows = await listStaff(tx, [place.id], { limit: limit + 1, after });
        const shown = rows.slice(0, limit);
        const last = shown.at(-1);
        const next =
          rows.length > limit && last !== undefined
            ? writeCursor({ name: last.displayName, id: last.id })
            : null;
        const items = shown.map(({ createdAt: _createdAt, roles, ...person }) => ({
          ...person,
          roles: roles.map(staffRole),
        }));
        return { ok: true, value: { items, next } };
      });
    },

    async readLeave(actor, institutionId) {
      const now = await deps.clock.now();
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
        const place = await keptInstitution(tx, actor, institutionId, now, '');
        if ('refused' in place) return refused(place);
        const { absences, substitutes } = await leaveOf(tx, place.id, now);
        return {
          ok: true,
          value: {
            absences: absences.map(({ id, personId, fromAt, untilAt }) => ({
              id,
              personId,
              from: fromAt,
              until: untilAt,
            })),
            substitutes: substitutes.map(({ id, personId, substituteId, fromAt, untilAt }) => ({
              id,
              personId,
              substituteId,
              from: fromAt,
              until: untilAt,
            })),
          },
        };
      });
    },

    async dutiesOfPerson(actor, personId) {
      const now = await deps.clock.now();
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
        const denied = await notKept(tx, actor, personId, now);
        if (denied !== null) return refused(denied);
        return { ok: true, value: { duties: await openDutiesOf(tx, personId) } };
      });
    },
  };
}

function staffRole({ fromAt, untilAt, personId: _personId, ...role }: RoleRow): StaffRole {
  return { ...role, from: fromAt, until: untilAt };
}
