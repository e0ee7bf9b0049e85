/**
 * The single values of the wire. Their error messages are codes (`notADay`), which `field-error.ts` turns into
 * words; nothing is coerced, and what is absent is left out, never null.
 */
import { z } from 'zod';
import { dutyRefForm, idForm, labelForm, largestCount, longestList } from '../domain/dossier/field-form.ts';
import { type CalendarDay, type Instant, isCalendarDay, isInstant } from '../domain/time.ts';

/** Longest text that people write into a fact, in characters. */
export const longestText = 20_000;
/** Longest part of an address between two slashes, in characters; the name of a draft is one. */
export const longestAddressPart = 200;

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Control characters other than tab and line end. */
// oxlint-disable-next-line no-control-regex -- they are what is refused
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The brands of days and moments exist for the compiler only; the texts are the same. */
function branded<T>(schema: z.ZodType<string, string>): z.ZodType<T, T> {
  return schema as unknown as z.ZodType<T, T>;
}

export const id = z
  .string({ error: 'notAnId' })
  .regex(idForm, { error: 'notAnId' })
  .meta({ id: 'Id', description: 'An opaque id.' });

export const day = branded<CalendarDay>(
  z
    .string({ error: 'notADay' })
    .regex(dayForm, { error: 'notADay', abort: true })
    .refine(isCalendarDay, { error: 'notADay' })
    .meta({ id: 'Day', description: 'A calendar day in Europe/Riga.', format: 'date' }),
);

export const instant = branded<Instant>(
  z
    .string({ error: 'notAMoment' })
    .regex(instantForm, { error: 'notAMoment', abort: true })
    .refine(isInstant, { error: 'notAMoment' })
    .meta({
      id: 'Instant',
      description: 'A moment in UTC, always with milliseconds: 2026-11-21T22:00:00.000Z.',
      format: 'date-time',
    }),
);

export const flag = z.boolean({ error: 'notAFlag' });

export const count = z
  .int({ error: 'notACount' })
  .min(0, { error: 'notACount' })
  .max(largestCount, { error: 'notACount' })
  .meta({ id: 'Count', description: 'A whole number, zero or more.' });

export const label = z.string({ error: 'notALabel' }).regex(labelForm, { error: 'notALabel' }).meta({
  id: 'Label',
  description: 'A short code from an open list, such as a register number or a school year. Never words.',
});

export const dutyRef = z
  .string({ error: 'notADutyRef' })
  .regex(dutyRefForm, { error: 'notADutyRef' })
  .meta({ id: 'DutyRef', description: 'The id of a kind of duty, or the key of one duty of a dossier.' });

/** A list with at least one element, each once. */
export function listOf<S extends z.ZodType>(element: S) {
  return z
    .array(element, { error: 'notAList' })
    .min(1, { error: 'emptyList' })
    .max(longestList, { error: 'tooMany' })
    .superRefine((list, context) => {
      for (const [index, one] of list.entries()) {
        if (list.indexOf(one) < index) {
          context.addIssue({ code: 'custom', message: 'duplicate', path: [index] });
        }
      }
    })
    .meta({ uniqueItems: true });
}

/** Words that people write: they are stored encrypted and never enter the rules. */
export const text = z
  .string({ error: 'notText' })
  .min(1, { error: 'emptyText' })
  .max(longestText, { error: 'tooLong' })
  .refine((value) => !controlCharacters.test(value), { error: 'notText' })
  .meta({ id: 'Text', description: 'Words, as plain text. Stored encrypted.' });

/** One line of words: a name, a title. */
export const line = z
  .string({ error: 'notText' })
  .min(1, { error: 'emptyText' })
  .max(200, { error: 'tooLong' })
  .refine((value) => !controlCharacters.test(value) && !/[\n\r\t]/.test(value), { error: 'notText' })
  .meta({ id: 'Line', description: 'One line of words.' });

/** A text in both languages of the product. */
export const bilingual = z
  .strictObject({ lv: z.string(), en: z.string() })
  .meta({ id: 'Bilingual', description: 'A text in Latvian and in English.' });

/** A list in an answer, of any length; read-only for those who fill it. */
export function answerList<S extends z.ZodType>(element: S) {
  return z.array(element) as unknown as z.ZodType<readonly z.output<S>[], readonly z.output<S>[]>;
}
