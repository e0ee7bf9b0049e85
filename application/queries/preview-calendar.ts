/** What a changed calendar would move, before it is saved. Nothing is stored. */
import { setImmediate as breathe } from 'node:timers/promises';
import {
  countBehindCalendar,
  type DossierToRecount,
  dossiersToRecount,
  latestCalendar,
} from '../../db/repositories/calendars.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { type CalendarChange, calendarDifference, makeCalendar } from '../../domain/calendar/index.ts';
import { movedDuties, withoutCalendarFacts } from '../../domain/duty/calendar-change.ts';
import { computeDuties } from '../../domain/duty/compute-duties.ts';
import { explainEn, explainLv } from '../../domain/duty/explanation-sentence.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor, Application, CalendarMove } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { cachedDirectory, type DirectoryCache } from '../directory-cache.ts';
import { loadContext, withCalendar } from '../dossier-context.ts';
import { askOffice } from '../office.ts';

const pageSize = 50;

/** The changes that hold, under their version, for whoever works in the municipality. */
export async function readCalendar(deps: ApiDeps, actor: Actor): ReturnType<Application['readCalendar']> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeCalendar', now);
    if ('refused' in office) return refused(office);
    const { municipalityId } = office.institution;
    const { version, changes } = await latestCalendar(tx, municipalityId);
    const dossiersBehind = await countBehindCalendar(tx, municipalityId);
    return { ok: true, value: { version, changes, dossiersBehind } };
  });
}

/**
 * The days that change and each open duty that would move. Read page by page, in a transaction each, so that neither
 * the database nor the process is held up.
 */
export async function previewCalendar(
  deps: ApiDeps,
  actor: Actor,
  changes: readonly CalendarChange[],
): ReturnType<Application['previewCalendar']> {
  const now = await deps.clock.now();
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    asActor(deps.database, { personId: actor.personId, now }, work);
  const current = await inTransaction(async (tx) => {
    const office = await askOffice(tx, actor, 'changeCalendar', now);
    if ('refused' in office) return office;
    const { municipalityId } = office.institution;
    return { municipalityId, ...(await latestCalendar(tx, municipalityId)) };
  });
  if ('refused' in current) return refused(current);
  const { municipalityId, version } = current;
  const { days } = calendarDifference(
    makeCalendar({ changes: current.changes }),
    makeCalendar({ changes }),
    [],
  );
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  const moved: CalendarMove[] = [];
  if (first === undefined || last === undefined) return { ok: true, value: { version, days, moved } };
  let after: string | null = null;
  do {
    const met: string | null = after;
    after = await inTransaction(async (tx) => {
      const paging = { limit: pageSize, after: met };
      const page = await dossiersToRecount(tx, municipalityId, { from: first, until: last }, paging);
      const held: DirectoryCache = new Map();
      const directory = await cachedDirectory(tx, municipalityId, now, held);
      const drafted: DirectoryCache = new Map([
        [municipalityId, withCalendar(directory, { version: version + 1, changes })],
      ]);
      for (const dossier of page) {
        moved.push(...(await movesOf(tx, { municipalityId, ...dossier }, now, held, drafted)));
        // Somebody may be reporting danger in the meantime.
        await breathe();
      }
      return page.length < pageSize ? null : (page.at(-1)?.id ?? null);
    });
  } while (after !== null);
  return { ok: true, value: { version, days, moved } };
}

async function movesOf(
  tx: Transaction,
  dossier: DossierToRecount & { readonly municipalityId: string },
  now: Instant,
  held: DirectoryCache,
  drafted: DirectoryCache,
): Promise<readonly CalendarMove[]> {
  const old = await loadContext(tx, dossier, dossier.events, now, held);
  const { calendarVersion: _, ...uncounted } = dossier;
  const context = await loadContext(tx, uncounted, dossier.events, now, drafted);
  const before = computeDuties(old.procedure, dossier.events, old.setting);
  const after = computeDuties(context.procedure, withoutCalendarFacts(dossier.events), context.setting);
  return movedDuties(before, after)
    .filter(({ duty }) => duty.settled === null)
    .map(({ duty, from, to, earlier, needsConfirmation }) => ({
      dossierId: dossier.id,
      caseNumber: dossier.caseNumber ?? '',
      dutyKey: duty.key,
      kind: duty.kind,
      title: duty.title,
      from,
      to,
      earlier,
      needsConfirmation,
      explanation: { lv: explainLv(duty.explanation), en: explainEn(duty.explanation) },
    }));
}
