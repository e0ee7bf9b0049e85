/** The working calendar on the wire. */
import { z } from 'zod';
import type { CalendarChange } from '../domain/calendar/index.ts';
import { exactly } from './exactly.ts';
import { nonWorkingReason } from './explanation.ts';
import { answerList, bilingual, count, day, dutyRef, id, line } from './values.ts';

/** Query of a stretch of days, both ends included. */
export const calendarQuery = z.strictObject({ from: day, until: day });

export const calendarDay = z
  .strictObject({
    day,
    working: z.boolean(),
    name: bilingual.nullable().describe('Why it is not worked: a holiday, a moved day off, the weekend.'),
  })
  .meta({ id: 'CalendarDay' });

export const calendarAnswer = z
  .strictObject({
    version: z.string().describe('Names the content: equal version, equal days.'),
    days: answerList(calendarDay),
  })
  .meta({ id: 'CalendarAnswer' });
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

const source = line.describe('The law or order that says so.');

const calendarChange = exactly<CalendarChange>()(
  z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('holidayAdded'),
        day,
        name: z.strictObject({ lv: line, en: line }),
        source,
      }),
      z.strictObject({ kind: z.literal('holidayRemoved'), day, source }),
      z.strictObject({ kind: z.literal('movedDayAdded'), free: day, worked: day, source }),
      z.strictObject({ kind: z.literal('movedDayRemoved'), free: day, source }),
    ])
    .meta({ id: 'CalendarChange', description: 'One line of the table; later lines win.' }),
);

const changes = z
  .array(calendarChange, { error: 'notAList' })
  .max(1_000, { error: 'tooMany' })
  .describe('All that differs from the calendar shipped with the product; the whole list each time.');

/** The body of a preview. */
export const calendarDraft = z.strictObject({ changes }).meta({ id: 'CalendarDraft' });

export const calendarToSave = z
  .strictObject({
    changes,
    confirmedEarlier: z
      .array(z.strictObject({ dossierId: id, dutyKey: dutyRef }), { error: 'notAList' })
      .max(10_000, { error: 'tooMany' })
      .describe('Terms of law that may become earlier. Those not named stay on the day they have.'),
  })
  .meta({ id: 'CalendarToSave' });

const version = count.describe('Grows with every version saved; 0 where only the shipped calendar holds.');
const dossiersBehind = count.describe(
  'Dossiers still counted in an earlier version; they follow in the background.',
);

export const calendarTable = z
  .strictObject({ version, changes: answerList(calendarChange), dossiersBehind })
  .meta({ id: 'CalendarTable' });
export type CalendarTable = z.infer<typeof calendarTable>;

const changedDay = z
  .strictObject({ day, before: nonWorkingReason.nullable(), after: nonWorkingReason.nullable() })
  .meta({ id: 'ChangedDay', description: 'A day worked in one of the two calendars only; null = worked.' });

const calendarMove = z
  .strictObject({
    dossierId: id,
    caseNumber: z.string().describe('Empty for an institution’s school year.'),
    dutyKey: dutyRef,
    kind: z.string(),
    title: bilingual,
    from: day,
    to: day,
    earlier: z.boolean(),
    needsConfirmation: z
      .boolean()
      .describe('A term of law that would become earlier: it stays unless it is confirmed.'),
    explanation: bilingual.describe('Of the new day.'),
  })
  .meta({ id: 'CalendarMove', description: 'An open duty that the changed calendar would move.' });

export const calendarPreview = z
  .strictObject({
    version: version.describe('The version that holds, to be sent as If-Match when saving.'),
    days: answerList(changedDay),
    moved: answerList(calendarMove),
  })
  .meta({ id: 'CalendarPreview' });
export type CalendarPreview = z.infer<typeof calendarPreview>;

export const calendarSaved = z
  .strictObject({ version, dossiersBehind, repeated: z.boolean() })
  .meta({ id: 'CalendarSaved' });
export type CalendarSaved = z.infer<typeof calendarSaved>;
