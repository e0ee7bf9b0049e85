/** Working days of the actor's municipality, day by day. */
import { loadDirectory } from '../../db/repositories/directory.ts';
import { asActor } from '../../db/transaction.ts';
import { isWorkingDay, makeCalendar, nonWorkingReason } from '../../domain/calendar/index.ts';
import { addDays, type CalendarDay, daysBetween, type Instant } from '../../domain/time.ts';
import type { Actor, Application, CalendarDayView } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';

const daysAtMost = 400;

export async function calendarDays(
  deps: ApiDeps,
  actor: Actor,
  from: CalendarDay,
  until: CalendarDay,
): ReturnType<Application['calendarDays']> {
  const count = daysBetween(from, until) + 1;
  if (count < 1 || count > daysAtMost) {
    return refused({ refused: 'factInvalid', path: 'until', detail: { atMost: daysAtMost } });
  }
  const now = await deps.clock.now();
  const directory = await directoryOf(deps, actor, now);
  if ('refused' in directory) return refused(directory);
  const calendar = makeCalendar({ changes: directory.calendarChanges });
  const days = Array.from({ length: count }, (_, index): CalendarDayView => {
    const day = addDays(from, index);
    const reason = nonWorkingReason(calendar, day);
    return { day, working: isWorkingDay(calendar, day), name: reason?.name ?? null };
  });
  return { ok: true, value: { version: calendar.version, days } };
}

async function directoryOf(deps: ApiDeps, actor: Actor, now: Instant) {
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeCalendar', now);
    return 'refused' in office ? office : await loadDirectory(tx, office.institution.municipalityId, now);
  });
}
