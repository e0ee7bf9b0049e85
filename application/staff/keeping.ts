/** Who keeps the people of an institution: asked by every command and question about them. */

import { randomUUID } from 'node:crypto';
import { type InstitutionRow, loadDirectory, loadInstitution } from '../../db/repositories/directory.ts';
import {
  leaveFrom,
  leaveOf,
  lockInstitutionStaff,
  type RoleRow,
  replaceStandIns,
  rolesNotOver,
} from '../../db/repositories/staff.ts';
import { insertHanding } from '../../db/repositories/takeovers.ts';
import type { Transaction } from '../../db/transaction.ts';
import { mayInOffice } from '../../domain/access/may.ts';
import { nextWorkingMoment } from '../../domain/calendar/index.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { type Period, type StandIn, standIns } from '../../domain/staff/substitution.ts';
import { type CalendarDay, endOfDay, type Instant, maxOf, startOfDay } from '../../domain/time.ts';
import type { Actor, ApplicationRefusal, WriteMeta } from '../application.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { Telling } from '../commands/follow-teacher.ts';
import { calendarIn } from '../dossier-context.ts';
import { officeOf } from '../office.ts';

/**
 * The institution, if the actor keeps its people: in the actor's own institution, or as an administrator of its
 * municipality. Any other institution answers as one that does not exist, under `path`.
 */
export async function keptInstitution(
  tx: Transaction,
  actor: Actor,
  institutionId: string,
  now: Instant,
  path: string,
): Promise<InstitutionRow | ApplicationRefusal> {
  const office = await officeOf(tx, actor, now);
  if (office === null) return { refused: 'notFound', path: '' };
  const own = mayInOffice('managePeople', office).decision === 'allow';
  const all = mayInOffice('manageInstitutions', office).decision === 'allow';
  if (!own && !all) return { refused: 'notYourAct', path: '' };
  const found = isUuid(institutionId) ? await loadInstitution(tx, institutionId) : null;
  const kept =
    found !== null &&
    ((own && found.id === office.institution.id) ||
      (all && found.municipalityId === office.institution.municipalityId));
  return kept ? found : { refused: path === '' ? 'notFound' : 'institutionUnknown', path };
}

/** Refused where the record is not there any more, or has another version than the one that was last seen. */
export function conflictOn(
  { ifVersion }: WriteMeta,
  locked: { readonly version: number } | null,
): ApplicationRefusal | null {
  if (locked === null) return { refused: 'notFound', path: '' };
  return ifVersion === undefined || ifVersion === locked.version
    ? null
    : { refused: 'recordVersionConflict', path: '', detail: { version: locked.version } };
}

/** Days of a period, both included; from now where no first day is given. */
export type Days = { readonly from?: CalendarDay | undefined; readonly until?: CalendarDay | undefined };

/** Null where it would end before it begins. */
export function periodOf({ from, until }: Days, now: Instant): Period | null {
  const period = {
    from: from === undefined ? now : startOfDay(from),
    until: until === undefined ? null : endOfDay(until),
  };
  return period.until !== null && period.until <= period.from ? null : period;
}

/** Brings the roles that are held in the place of others up to the institution's roles and leave. */
export async function renewStandIns(
  tx: Transaction,
  institutionId: string,
  now: Instant,
  telling: Telling = 'tell',
): Promise<void> {
  await lockInstitutionStaff(tx, institutionId);
  const leave = leaveFrom(await leaveOf(tx, institutionId, now));
  const holdings = (await rolesNotOver(tx, institutionId, 'inPerson', now)).map((row) => ({
    institutionId,
    personId: row.personId,
    role: row.role,
    from: row.fromAt,
    until: row.untilAt,
  }));
  const before = await rolesNotOver(tx, institutionId, 'inPlaceOfOthers', now);
  const rows = standIns(holdings, leave, now).map((row) => ({ id: randomUUID(), ...row }));
  await replaceStandIns(tx, institutionId, rows, now);
  if (telling === 'tell') await tellOfStandIns(tx, institutionId, before, rows, now);
}

/** Who stands in for whom anew is told; a leave that is only written again is not. */
async function tellOfStandIns(
  tx: Transaction,
  institutionId: string,
  before: readonly RoleRow[],
  after: readonly Pick<StandIn<Role>, 'personId' | 'inPlaceOf' | 'from'>[],
  now: Instant,
): Promise<void> {
  const nameOf = (to: string, from: string | null, begins: Instant) => `${to} ${from} ${maxOf(begins, now)}`;
  const known = new Set(before.map((row) => nameOf(row.personId, row.inPlaceOf, row.fromAt)));
  const fresh = new Map(after.map((row) => [nameOf(row.personId, row.inPlaceOf, row.from), row] as const));
  const place = await loadInstitution(tx, institutionId);
  for (const [name, { personId, inPlaceOf, from }] of fresh) {
    if (known.has(name) || place === null) continue;
    const directory = await loadDirectory(tx, place.municipalityId, now);
    const calendar = calendarIn(directory, institutionId);
    const sendAt = nextWorkingMoment(calendar, directory.workingHours, maxOf(from, now));
    const handing = {
      from: inPlaceOf,
      to: personId,
      because: 'leave',
      dossierIds: [],
      institutionId,
      sendAt,
    } as const;
    await insertHanding(tx, handing, now);
  }
}
