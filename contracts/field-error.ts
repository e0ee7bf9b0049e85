/** What is wrong with one field of a request: a code, the place, and words in the reader's language. */
import { z } from 'zod';
import { factProblemCodes } from '../domain/dossier/check-fact.ts';

/** Codes of the core's check of facts, and those of the rest of a request. */
export const fieldErrorCodes = [
  ...factProblemCodes,
  'unknownFact',
  'notText',
  'emptyText',
  'tooLong',
  'notACaseNumber',
  'notANumber',
  'outOfRange',
  'notACursor',
  'notAStoryDay',
  'notAStoryMoment',
  'notNamedHere',
  'invalid',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

export const fieldError = z
  .strictObject({
    path: z.string().describe('Place in the request: `facts[0].data.sentOn`; empty for the whole.'),
    code: z.enum(fieldErrorCodes),
    message: z.string().describe('The same in words, in the language of the answer.'),
    allowed: z.array(z.string()).exactOptional().describe('What may stand there, where that is a list.'),
  })
  .meta({ id: 'FieldError' });
export type FieldError = z.infer<typeof fieldError>;

type Language = 'lv' | 'en';

const words: Readonly<Record<FieldErrorCode, Readonly<Record<Language, string>>>> = {
  notAnObject: { lv: 'Šeit jābūt objektam.', en: 'This must be an object.' },
  unknownField: { lv: 'Šāda lauka nav.', en: 'There is no such field.' },
  missing: { lv: 'Šis lauks ir obligāts.', en: 'This field is required.' },
  notAnId: { lv: 'Šis nav identifikators.', en: 'This is not an id.' },
  notACaseNumber: {
    lv: 'Šis nav gadījuma numurs formā 2026-0412.',
    en: 'This is not a case number in the form 2026-0412.',
  },
  notADay: {
    lv: 'Šis nav datums formā GGGG-MM-DD.',
    en: 'This is not a date in the form YYYY-MM-DD.',
  },
  notAMoment: {
    lv: 'Šis nav laiks formā 2026-11-21T22:00:00.000Z.',
    en: 'This is not a moment in the form 2026-11-21T22:00:00.000Z.',
  },
  notAFlag: { lv: 'Šeit jābūt true vai false.', en: 'This must be true or false.' },
  notACount: {
    lv: 'Šeit jābūt veselam skaitlim, nullei vai lielākam.',
    en: 'This must be a whole number, zero or more.',
  },
  notALabel: {
    lv: 'Šeit jābūt īsam kodam bez vārdiem, ne garākam par 60 rakstzīmēm.',
    en: 'This must be a short code without words, 60 characters at most.',
  },
  notADutyRef: { lv: 'Šis nav pienākuma apzīmējums.', en: 'This does not name a duty.' },
  notAList: { lv: 'Šeit jābūt sarakstam.', en: 'This must be a list.' },
  emptyList: { lv: 'Tukšu sarakstu neraksta.', en: 'An empty list is left out.' },
  tooMany: { lv: 'Sarakstā ir pārāk daudz vienumu.', en: 'There are too many items in the list.' },
  duplicate: { lv: 'Šis vienums sarakstā jau ir.', en: 'This item is in the list already.' },
  notInList: { lv: 'Šādas izvēles nav.', en: 'There is no such choice.' },
  unknownFact: { lv: 'Šāda fakta veida nav.', en: 'There is no such kind of fact.' },
  notText: { lv: 'Šeit jābūt parastam tekstam.', en: 'This must be plain text.' },
  emptyText: { lv: 'Teksts nedrīkst būt tukšs.', en: 'The text must not be empty.' },
  tooLong: { lv: 'Teksts ir pārāk garš.', en: 'The text is too long.' },
  notANumber: { lv: 'Šis nav skaitlis.', en: 'This is not a number.' },
  outOfRange: { lv: 'Skaitlis ir ārpus atļautajām robežām.', en: 'The number is out of range.' },
  notACursor: { lv: 'Šis nav lappuses kursors.', en: 'This is not the cursor of a page.' },
  notAStoryDay: {
    lv: 'Šis nav datums: raksta 2026-11-21 vai +12d (12 dienas pēc sākuma).',
    en: 'This is not a day: write 2026-11-21, or +12d for 12 days after the beginning.',
  },
  notAStoryMoment: {
    lv: 'Šis nav laiks: raksta 2026-11-21 18:00 vai +12d 18:00 (12 dienas pēc sākuma).',
    en: 'This is not a moment: write 2026-11-21 18:00, or +12d 18:00 for 12 days after the beginning.',
  },
  notNamedHere: { lv: 'Šajā failā tāda nav.', en: 'This file names no such one.' },
  invalid: { lv: 'Šī vērtība neder.', en: 'This value is not valid.' },
};

/** A field error with its words. */
export function fieldErrorOf(
  language: Language,
  path: string,
  code: FieldErrorCode,
  allowed?: readonly string[],
): FieldError {
  const message = words[code][language];
  return allowed === undefined ? { path, code, message } : { path, code, message, allowed: [...allowed] };
}

/**
 * The errors of a failed parse, in the order of zod, the first of each place. `input` is what was parsed: a field
 * that is not there is `missing`, which zod does not tell apart from one of a wrong kind.
 */
export function fieldErrorsOf(
  error: z.core.$ZodError,
  input: unknown,
  language: Language,
): readonly FieldError[] {
  const all = error.issues.flatMap((issue) => ofIssue(issue, [], input, language));
  return all.filter((one, index) => all.findIndex(({ path }) => path === one.path) === index);
}

function ofIssue(
  issue: z.core.$ZodIssue,
  outer: readonly PropertyKey[],
  input: unknown,
  language: Language,
): readonly FieldError[] {
  const keys = [...outer, ...issue.path];
  const path = pathText(keys);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fieldErrorOf(language, pathText([...keys, key]), 'unknownField'));
  }
  if (!isThere(input, keys)) return [fieldErrorOf(language, path, 'missing')];
  if (issue.code === 'invalid_value') {
    return [fieldErrorOf(language, path, 'notInList', issue.values.map(String))];
  }
  if (issue.code === 'invalid_union') return ofUnion(issue, keys, input, language);
  return [fieldErrorOf(language, path, codeOf(issue))];
}

/** Of several alternatives the one that came furthest is told; a wrong discriminator by itself. */
function ofUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  keys: readonly PropertyKey[],
  input: unknown,
  language: Language,
): readonly FieldError[] {
  const path = pathText(keys);
  if (issue.errors.length === 0) {
    if (!isObject(valueAt(input, keys.slice(0, -1)))) return [fieldErrorOf(language, path, 'notAnObject')];
    return [fieldErrorOf(language, path, issue.discriminator === 'type' ? 'unknownFact' : 'notInList')];
  }
  if (isCode(issue.message)) return [fieldErrorOf(language, path, issue.message)];
  const [best] = [...issue.errors].sort((a, b) => deepest(b) - deepest(a));
  return (best ?? []).flatMap((inner) => ofIssue(inner, keys, input, language));
}

function deepest(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function codeOf(issue: z.core.$ZodIssue): FieldErrorCode {
  if (isCode(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'object') return 'notAnObject';
    if (issue.expected === 'array') return 'notAList';
    if (issue.expected === 'string') return 'notText';
    if (issue.expected === 'boolean') return 'notAFlag';
    return issue.expected === 'number' || issue.expected === 'int' ? 'notANumber' : 'invalid';
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') return 'outOfRange';
  return 'invalid';
}

function isCode(message: string): message is FieldErrorCode {
  return (fieldErrorCodes as readonly string[]).includes(message);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isThere(input: unknown, keys: readonly PropertyKey[]): boolean {
  const last = keys.at(-1);
  if (last === undefined) return true;
  const parent = valueAt(input, keys.slice(0, -1));
  return typeof parent !== 'object' || parent === null || Object.hasOwn(parent, last);
}

function valueAt(input: unknown, keys: readonly PropertyKey[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    input,
  );
}

/** `['facts', 0, 'data']` → `facts[0].data`. */
export function pathText(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}
