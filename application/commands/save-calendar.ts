/**
 * Saves a new version of a municipality's calendar. The dossiers follow in the background: each is recounted in a
 * transaction of its own set (`clock/recount-calendar.ts`).
 */
import { countBehindCalendar, insertCalendar, latestCalendar } from '../../db/repositories/calendars.ts';
import type { Actor, CalendarDraft, Result, SavedCalendar, WriteMeta } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { carryOutOnce, refused } from './carry-out.ts';

/** `meta.ifVersion` is the version that the draft was made on; another one in the meantime is refused. */
export async function saveCalendar(
  deps: ApiDeps,
  actor: Actor,
  draft: CalendarDraft,
  meta: WriteMeta & { readonly ifVersion: number },
): Promise<Result<SavedCalendar>> {
  const now = await deps.clock.now();
  return await carryOutOnce(deps, actor, meta, now, async (tx) => {
    const office = await askOffice(tx, actor, 'changeCalendar', now);
    if ('refused' in office) return refused(office);
    const { municipalityId } = office.institution;
    const current = await latestCalendar(tx, municipalityId);
    const conflict = (version: number) =>
      refused({ refused: 'calendarVersionConflict', path: '', detail: { version } });
    if (current.version !== meta.ifVersion) return conflict(current.version);
    const version = current.version + 1;
    const saved = await insertCalendar(tx, {
      municipalityId,
      version,
      changes: draft.changes,
      confirmedEarlier: draft.confirmedEarlier,
      createdAt: now,
      createdBy: actor.personId,
    });
    if (!saved) return conflict(version);
    const dossiersBehind = await countBehindCalendar(tx, municipalityId);
    return { ok: true, value: { version, dossiersBehind, repeated: false } };
  });
}
