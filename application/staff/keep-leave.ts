/** Leave and substitutes of an institution's people (issue 4, section 1). */
import { randomUUID } from 'node:crypto';
import {
  type AbsenceRow,
  endLeaveLine,
  insertAbsence,
  insertSubstitute,
  isOf,
  leaveFrom,
  leaveOf,
  loadLeaveLine,
  lockInstitutionStaff,
} from '../../db/repositories/staff.ts';
import type { Transaction } from '../../db/transaction.ts';
import { substituteFault } from '../../domain/staff/substitution.ts';
import { endOfDay, type Instant } from '../../domain/time.ts';
import type { Actor, Result, WriteMeta } from '../application.ts';
import { carryOutOnce, refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { officeOf } from '../office.ts';
import { kept } from './keep-people.ts';
import { keptInstitution, periodOf, renewStandIns } from './keeping.ts';
import type { Kept, LeaveInput, StaffPart } from './staff.ts';

export function keepLeave(deps: ApiDeps): Pick<StaffPart, 'addAbsence' | 'addSubstitute' | 'endLeave'> {
  /** Checks what both kinds of line have in common, under the lock of the institution's leave. */
  async function add(
    actor: Actor,
    input: LeaveInput,
    others: readonly { readonly path: string; readonly personId: string }[],
    meta: WriteMeta,
    insert: (tx: Transaction, line: AbsenceRow, now: Instant) => Promise<Result<Kept> | null>,
  ): Promise<Result<Kept>> {
    const now = await deps.clock.now();
    return await carryOutOnce(deps, actor, meta, now, async (tx) => {
      const place = await keptInstitution(tx, actor, input.institutionId, now, 'institutionId');
      if ('refused' in place) return refused(place);
      for (const { path, personId } of [{ path: 'personId', personId: input.personId }, ...others]) {
        if (!isUuid(personId) || !(await isOf(tx, personId, place.id)))
          return refused({ refused: 'personUnknown', path });
      }
      const period = periodOf(input, now);
      if (period === null) return refused({ refused: 'periodInvalid', path: 'until' });
      await lockInstitutionStaff(tx, place.id);
      const line = {
        id: randomUUID(),
        institutionId: place.id,
        personId: input.personId,
        fromAt: period.from,
        untilAt: period.until,
      };
      const denied = await insert(tx, line, now);
      if (denied !== null) return denied;
      await renewStandIns(tx, place.id, now);
      return kept(line.id);
    });
  }

  return {
    addAbsence: (actor, input, meta) =>
      add(actor, input, [], meta, async (tx, line) => {
        await insertAbsence(tx, line);
        return null;
      }),

    addSubstitute: (actor, { substituteId, ...input }, meta) =>
      add(actor, input, [{ path: 'substituteId', personId: substituteId }], meta, async (tx, line, now) => {
        const heads = (await officeOf(tx, actor, now))?.roles.some(
          (role) => role === 'principal' || role === 'head',
        );
        // An administrator sees no content, and does not come by it in somebody's place.
        if (substituteId === actor.personId && heads !== true)
          return refused({ refused: 'notYourAct', path: 'substituteId' });
        if (substituteId === line.personId)
          return refused({ refused: 'substituteCircle', path: 'substituteId' });
        const { substitutes } = leaveFrom(await leaveOf(tx, line.institutionId, line.fromAt));
        const fault = substituteFault(substitutes, {
          institutionId: line.institutionId,
          personId: line.personId,
          substituteId,
          from: line.fromAt,
          until: line.untilAt,
        });
        if (fault === 'circle') return refused({ refused: 'substituteCircle', path: 'substituteId' });
        if (fault === 'second') return refused({ refused: 'substituteTwice', path: 'from' });
        await insertSubstitute(tx, { ...line, substituteId });
        return null;
      }),

    async endLeave(actor, kind, id, until, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const office = await keptInstitution(tx, actor, actor.institutionId, now, '');
        if ('refused' in office) return refused(office);
        const line = isUuid(id) ? await loadLeaveLine(tx, kind, id) : null;
        if (line === null) return refused({ refused: 'notFound', path: '' });
        const place = await keptInstitution(tx, actor, line.institutionId, now, '');
        if ('refused' in place) return refused(place);
        const end = until === undefined ? now : endOfDay(until);
        const ended = line.untilAt !== null && line.untilAt <= now;
        // It is shortened, never made longer: that could close a circle.
        if (end < now || ended || (line.untilAt !== null && end > line.untilAt))
          return refused({ refused: 'periodInvalid', path: 'until' });
        await endLeaveLine(tx, kind, id, end < line.fromAt ? line.fromAt : end);
        await renewStandIns(tx, place.id, now);
        return kept(id);
      });
    },
  };
}
