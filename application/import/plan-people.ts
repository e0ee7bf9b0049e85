/** People of a file: new ones, and roles for those who are there. No account and no mail comes of it. */
import { randomUUID } from 'node:crypto';
import { loadDirectory } from '../../db/repositories/directory.ts';
import { insertPerson, insertRole, type PersonWithRoles, peopleByMail } from '../../db/repositories/staff.ts';
import { mayInOffice } from '../../domain/access/may.ts';
import type { RowOf } from '../../domain/import/columns.ts';
import { fold } from '../../domain/learner/name-parts.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { periodOf, renewStandIns } from '../staff/keeping.ts';
import { type Notes, type Plan, type PlannedRow, type Planning, takeNotes } from './plan.ts';

/** Somebody known, or met earlier in the file. */
type Known = { readonly id: string; readonly name: string; readonly roles: Set<string> };
type Place = { readonly id: string; readonly name: string };

export async function planPeople(planning: Planning<'people'>): Promise<Plan> {
  const { tx, actor, office, now, rows } = planning;
  const notes = takeNotes();
  const { institution } = office;
  const mails = [...new Set(rows.map(({ value }) => value.mail))];
  const found = await peopleByMail(tx, institution.municipalityId, mails, now);
  const everywhere = mayInOffice('manageInstitutions', office).decision === 'allow';
  const places: readonly Place[] = everywhere
    ? (await loadDirectory(tx, institution.municipalityId, now)).institutions
    : [institution];
  const people = new Map<string, Known>();
  const planned: PlannedRow[] = [];
  const writes: (() => Promise<void>)[] = [];
  const touched = new Set<string>();

  for (const { row, value } of rows) {
    const place = placeOf(value.institution, places, institution, row, notes);
    const period = periodOf({ from: value.from ?? undefined, until: value.until ?? undefined }, now);
    if (period === null) notes.problem(row, 'until', 'periodInvalid');
    const before = people.get(value.mail) ?? knownOf(found.get(value.mail) ?? [], row, notes);
    if (place === null || period === null || before === 'ambiguous') continue;
    if (before !== null && fold(before.name) !== fold(value.name)) {
      if (people.has(value.mail)) notes.problem(row, 'mail', 'mailOfAnother');
      else notes.hint(row, 'name', 'leftAsIs');
    }
    const role = `${place.id} ${value.role}`;
    if (before?.roles.has(role) === true) {
      people.set(value.mail, before);
      planned.push({ row, outcome: 'known' });
      continue;
    }
    if (before?.id === actor.personId) {
      notes.problem(row, 'role', 'notYourself');
      continue;
    }
    const person = before ?? { id: randomUUID(), name: value.name, roles: new Set<string>() };
    person.roles.add(role);
    people.set(value.mail, person);
    touched.add(place.id);
    planned.push({ row, outcome: before === null ? 'created' : 'extended' });
    writes.push(async () => {
      if (before === null) await insertPerson(tx, { id: person.id, ...detailsOf(value), createdAt: now });
      await insertRole(tx, {
        id: randomUUID(),
        institutionId: place.id,
        personId: person.id,
        role: value.role satisfies Role,
        fromAt: period.from,
        untilAt: period.until,
        memberOf: null,
        composition: null,
      });
    });
  }
  return {
    rows: planned,
    problems: notes.problems,
    hints: notes.hints,
    write: async () => {
      for (const write of writes) await write();
      for (const id of [...touched].sort()) await renewStandIns(tx, id, now, 'quiet');
    },
  };
}

function detailsOf({ name, mail, phone, language }: RowOf<'people'>) {
  return { displayName: name, mail, phone, language: language ?? 'lv' };
}

/** By name; the one that is acted for where none is named. */
function placeOf(
  name: string | null,
  places: readonly Place[],
  own: Place,
  row: number,
  notes: Notes,
): Place | null {
  if (name === null) return own;
  const fits = places.filter((one) => fold(one.name) === fold(name));
  if (fits.length > 1) notes.problem(row, 'institution', 'institutionAmbiguous');
  if (fits.length === 0) notes.problem(row, 'institution', 'institutionUnknown');
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function knownOf(found: readonly PersonWithRoles[], row: number, notes: Notes): Known | 'ambiguous' | null {
  const [first, second] = found;
  if (first === undefined) return null;
  if (second !== undefined) {
    notes.problem(row, 'mail', 'personAmbiguous');
    return 'ambiguous';
  }
  const roles = new Set(first.roles.map(({ institutionId, role }) => `${institutionId} ${role}`));
  return { id: first.id, name: first.displayName, roles };
}
