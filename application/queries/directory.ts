/** The institutions to choose a receiver from (rules of conduct 17), with those whom one may ring. */
import { randomUUID } from 'node:crypto';
import { openLearner, openProfiles } from '../../db/encryption/learner.ts';
import { logAccess, relationsTo } from '../../db/repositories/access.ts';
import { contactsOf, type DirectoryPlace, listInstitutions } from '../../db/repositories/institutions.ts';
import { loadSetting } from '../../db/repositories/settings.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import { responsibleMunicipality } from '../../domain/learner/responsible-municipality.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import { dayOf, type Instant } from '../../domain/time.ts';
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

/** What the responsible municipality helps by (duties page 1; V 2; Child Protection Law 67). */
const suggestedKinds: readonly InstitutionKind[] = ['socialService', 'educationBoard'];
const suggestion = {
  lv: 'Iestāde ir pašvaldībā, kas atbild par izglītojamo.',
  en: 'It is of the municipality that is responsible for the learner.',
};

export async function directory(
  deps: ApiDeps,
  actor: Actor,
  { kind, municipalityId, search, dossierId }: DirectoryQuestion,
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
    const responsible = await responsibleFor(deps, tx, actor, dossierId, now);
    const rows = await listInstitutions(
      tx,
      { id, training },
      {
        ...(kind === undefined ? {} : { kind }),
        ...(municipalityId === undefined ? {} : { municipalityId }),
        words: (search ?? '').split(/\s+/).filter((word) => word !== ''),
      },
      { limit: paging.limit + 1, after },
      responsible === null ? null : { municipality: responsible, kinds: suggestedKinds },
    );
    const shown = rows.slice(0, paging.limit);
    const contacts = await contactsOf(
      tx,
      shown.filter(({ isHome }) => isHome).map((one) => one.id),
      contactRoles,
      now,
    );
    const last = shown.at(-1);
    const next =
      rows.length > paging.limit && last !== undefined
        ? writeCursor({ rank: String(last.rank), name: last.name, id: last.id })
        : null;
    const institutions = shown.map(({ rank, isHome, municipality, ...one }) => ({
      ...one,
      municipality: { id: municipality.id, name: municipality.name },
      ownMunicipality: isHome,
      suggested: rank === 0 ? suggestion : null,
      contacts: contacts
        .filter(({ institutionId }) => institutionId === one.id)
        .map(({ role, name, phone, mail }) => ({ role, name, phone, mail })),
    }));
    return { ok: true, value: { institutions, next, training } };
  });
}

function placeOf(cursor: string): DirectoryPlace | null {
  const read = readCursor(cursor, ['rank', 'name', 'id']);
  if (read === null || !isUuid(read.id) || !/^[012]$/.test(read.rank)) return null;
  return { rank: Number(read.rank), name: read.name, id: read.id };
}

/** The municipality responsible for the dossier's learner; null where it is not known, or not the actor's to know. */
async function responsibleFor(
  deps: ApiDeps,
  tx: Transaction,
  actor: Actor,
  dossierId: string | undefined,
  now: Instant,
): Promise<string | null> {
  if (dossierId === undefined || !isUuid(dossierId)) return null;
  if (may('readCase', await relationsTo(tx, dossierId)).decision !== 'allow') return null;
  const learner = await openLearner(tx, deps.keys, dossierId);
  if (learner === null) return null;
  await logAccess(tx, {
    id: randomUUID(),
    at: now,
    ...actor,
    dossierId,
    act: 'dossier.read',
    purpose: 'case',
  });
  const profile = (await openProfiles(tx, deps.keys, [learner.id])).get(learner.id);
  const responsible = profile === undefined ? null : responsibleMunicipality(profile, dayOf(now));
  return responsible?.known === true ? responsible.municipality : null;
}
