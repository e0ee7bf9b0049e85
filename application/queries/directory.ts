/** The institutions to choose a receiver from (rules of conduct 17), with those whom one may ring. */
import { contactsOf, listInstitutions } from '../../db/repositories/institutions.ts';
import { loadSetting } from '../../db/repositories/settings.ts';
import { asActor } from '../../db/transaction.ts';
import type { Role } from '../../domain/procedure/party.ts';
import type { Actor, Application, DirectoryQuestion, Paging } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Whose names and numbers all of a municipality may see: heads (R 14), on-call persons and named contacts. */
const contactRoles: readonly Role[] = [
  'onCall',
  'supportCoordinator',
  'attendanceContact',
  'juvenileContact',
  'principal',
  'head',
];

export async function directory(
  deps: ApiDeps,
  actor: Actor,
  { kind, municipalityId, search }: DirectoryQuestion,
  paging: Paging,
): ReturnType<Application['directory']> {
  const after = paging.cursor === undefined ? null : placeOf(paging.cursor);
  if (paging.cursor !== undefined && after === null)
    return refused({ refused: 'cursorUnknown', path: 'cursor' });
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeDirectory', now);
    if ('refused' in office) return refused(office);
    const found = await loadSetting(tx, office.institution.municipalityId);
    if (found === null) return refused({ refused: 'notFound', path: '' });
    const { id, training } = found.municipality;
    if (municipalityId !== undefined && !isUuid(municipalityId))
      return { ok: true, value: { institutions: [], next: null, training } };
    const rows = await listInstitutions(
      tx,
      { id, training },
      {
        ...(kind === undefined ? {} : { kind }),
        ...(municipalityId === undefined ? {} : { municipalityId }),
        words: (search ?? '').split(/\s+/).filter((word) => word !== ''),
      },
      { limit: paging.limit + 1, after },
    );
    const shown = rows.slice(0, paging.limit);
    const contacts = await contactsOf(
      tx,
      shown.filter(({ own }) => own === 0).map((one) => one.id),
      contactRoles,
      now,
    );
    const last = shown.at(-1);
    const next =
      rows.length > paging.limit && last !== undefined
        ? writeCursor({ own: String(last.own), name: last.name, id: last.id })
        : null;
    const institutions = shown.map(({ own, municipality, ...one }) => ({
      ...one,
      municipality: { id: municipality.id, name: municipality.name },
      ownMunicipality: own === 0,
      contacts: contacts
        .filter(({ institutionId }) => institutionId === one.id)
        .map(({ role, name, phone, mail }) => ({ role, name, phone, mail })),
    }));
    return { ok: true, value: { institutions, next, training } };
  });
}

function placeOf(cursor: string): { own: number; name: string; id: string } | null {
  const read = readCursor(cursor, ['own', 'name', 'id']);
  if (read === null || !isUuid(read.id) || !/^[01]$/.test(read.own)) return null;
  return { own: Number(read.own), name: read.name, id: read.id };
}
