/** What a cell of an imported table may hold: read from what people type, and printed the way we write it. */
import { labelForm } from '../dossier/field-form.ts';
import { fold } from '../learner/name-parts.ts';
import { type CalendarDay, isCalendarDay } from '../time.ts';

/** What is wrong with what stands in a cell. */
export const cellProblemCodes = [
  'empty',
  'notADay',
  'notATime',
  'notAFlag',
  'notInList',
  'notAMail',
  'notAPhone',
  'notASchoolYear',
  'notALabel',
  'notALevel',
  'tooLong',
  'badText',
] as const;
export type CellProblemCode = (typeof cellProblemCodes)[number];

/** `allowed`: what may stand there, in both languages. */
export type CellProblem = {
  readonly problem: CellProblemCode;
  readonly allowed?: { readonly lv: readonly string[]; readonly en: readonly string[] };
};

/** The form of a column's values. What it prints it reads back as the same. */
export type CellForm<T> = {
  readonly read: (text: string) => { readonly value: T } | CellProblem;
  readonly print: (value: T) => string;
};

const longestLine = 200;
/** Control characters; a line end within a cell is one too many for a line of words. */
// oxlint-disable-next-line no-control-regex -- they are what is refused
const control = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** One line of words, such as a name. */
export const line: CellForm<string> = {
  read: (text) => {
    if (control.test(text)) return { problem: 'badText' };
    return text.length > longestLine ? { problem: 'tooLong' } : { value: text };
  },
  print: (value) => value,
};

function formed(problem: CellProblemCode, form: RegExp, longest: number, tidy = (text: string) => text) {
  return {
    read: (text: string) => {
      const value = tidy(text);
      if (value.length > longest) return { problem: 'tooLong' } as const;
      return form.test(value) ? { value } : { problem };
    },
    print: (value: string) => value,
  } satisfies CellForm<string>;
}

/** The forms are those of the API (`contracts/staff.ts`, `contracts/values.ts`); a mail is compared in lower case. */
export const mail = formed(
  'notAMail',
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  254,
  (text) => text.toLowerCase(),
);
export const phone = formed('notAPhone', /^\+?[0-9][0-9 ]{2,19}$/, 20, (text) =>
  text.replaceAll(/[\s()\u2010-\u2015-]+/g, ' ').trim(),
);
/** A class’s name or a register number: `5.b`, `1-12/345`. */
export const label = formed('notALabel', labelForm, 60);

/** `2026-11-21` and `21.11.2026`, as Excel shows days in Latvia. */
export const day: CellForm<CalendarDay> = {
  read: (text) => {
    const local = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(text);
    const written =
      local === null ? text : `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}`;
    return isCalendarDay(written) ? { value: written } : { problem: 'notADay' };
  },
  print: (value) => value,
};

/** `16:30` or `16.30`; minutes of the day. */
export const time: CellForm<number> = {
  read: (text) => {
    const found = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(text);
    return found === null ? { problem: 'notATime' } : { value: Number(found[1]) * 60 + Number(found[2]) };
  },
  print: (value) =>
    `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`,
};

/** `2026/2027`; also with a dash, or short: `2026./27.` */
export const schoolYear: CellForm<string> = {
  read: (text) => {
    const found = /^(\d{4})\.?\s?[/\u2013-]\s?(\d{4}|\d{2})\.?$/.exec(text);
    const first = Number(found?.[1]);
    const second = found?.[2];
    const follows = second !== undefined && String(first + 1).endsWith(second);
    return follows ? { value: `${first}/${first + 1}` } : { problem: 'notASchoolYear' };
  },
  print: (value) => value,
};

type Words = { readonly lv: string; readonly en: string };

/** One of a list, by its word in either language or by its code. The Latvian word is printed. */
export function oneOf<K extends string>(words: Readonly<Record<K, Words>>): CellForm<K> {
  const entries = Object.entries(words) as unknown as readonly (readonly [K, Words])[];
  const known = new Map(
    entries.flatMap(([code, { lv, en }]) => [code, lv, en].map((word) => [fold(word), code] as const)),
  );
  return {
    read: (text) => {
      const value = known.get(fold(text));
      if (value !== undefined) return { value };
      const all = entries.map(([, word]) => word);
      return {
        problem: 'notInList',
        allowed: { lv: all.map(({ lv }) => lv), en: all.map(({ en }) => en) },
      };
    },
    print: (value) => words[value].lv,
  };
}

const yes: ReadonlySet<string> = new Set(['ja', 'yes', 'x', '1', 'true', 'patiess']);
const no: ReadonlySet<string> = new Set(['ne', 'no', '0', 'false', 'aplams', '-']);

/** Yes or no. */
export const flag: CellForm<boolean> = {
  read: (text) => {
    const word = fold(text);
    if (yes.has(word)) return { value: true };
    return no.has(word) ? { value: false } : { problem: 'notAFlag' };
  },
  print: (value) => (value ? 'jā' : 'nē'),
};

/** Level of a case. */
export const level: CellForm<'1' | '2' | '3'> = {
  read: (text) => {
    const found = /^([123])\.?(?:\s?(?:līmenis|level))?$/i.exec(text)?.[1];
    return found === '1' || found === '2' || found === '3' ? { value: found } : { problem: 'notALevel' };
  },
  print: (value) => value,
};
