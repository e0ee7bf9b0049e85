/** Saying no: thrown anywhere below a route, answered by the error handler as `application/problem+json`. */

import type { z } from 'zod';
import type { ApplicationRefusal, Result } from '../../application/application.ts';
import type { SignInResult } from '../../application/sign-in/deps.ts';
import type { FieldError } from '../../contracts/field-error.ts';
import { type FieldErrorCode, fieldErrorOf, fieldErrorsOf } from '../../contracts/field-error.ts';
import type { Problem, ProblemCode } from '../../contracts/problem.ts';
import { factProblemCodes } from '../../domain/dossier/check-fact.ts';
import { isCalendarDay } from '../../domain/time.ts';
import type { Language } from '../language.ts';
import type { ProblemEntry, Words } from './problem-entry.ts';
import { refusalProblems } from './refusal-problems.ts';
import { type Fault, requestProblems } from './request-problems.ts';
import { signInProblems } from './sign-in-problems.ts';

/** Every code with its status and words. */
export const problemEntries: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...refusalProblems,
  ...requestProblems,
  ...signInProblems,
};

export type Saying = {
  readonly code: ProblemCode;
  readonly status?: number;
  /** Takes the place of the code's usual sentence. */
  readonly detail?: Words;
  readonly path?: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly errors?: (language: Language) => readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
};

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly saying: Saying;

  constructor(saying: Saying) {
    super(saying.code);
    this.saying = saying;
  }

  get status(): number {
    return this.saying.status ?? problemEntries[this.saying.code].status;
  }
}

/** The value of a result; a refusal is thrown as the problem it is. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new ApiProblem(sayingOfRefusal(result));
}

/** The value of a result of sign-in; a refusal is thrown as the problem it is. */
export function signInValueOf<T>(result: SignInResult<T>): T {
  if (result.ok) return result.value;
  const { refused, retryAfter } = result;
  throw new ApiProblem({
    code: refused,
    ...(retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } }),
  });
}

/** A refusal of core or application. What is wrong with a fact's field is told like any wrong field. */
export function sayingOfRefusal({ refused, path, detail }: ApplicationRefusal): Saying {
  const problem = detail?.['problem'];
  return {
    code: refused,
    ...(path === '' ? {} : { path }),
    ...(detail === undefined ? {} : { facts: detail }),
    ...(isFactProblem(problem) ? { errors: (language) => [fieldErrorOf(language, path, problem)] } : {}),
  };
}

/** A request that does not fit its schema. */
export function sayingOfMismatch(error: z.core.$ZodError, input: unknown): Saying {
  return { code: 'invalidRequest', errors: (language) => fieldErrorsOf(error, input, language) };
}

export function sayingOfFault({ code, status, detail }: Fault): Saying {
  return { code, status, detail };
}

/** Longest list of wrong fields, and longest place: both may come from what a stranger sent. */
const mostErrors = 50;
const longestPath = 200;

/** The document of RFC 9457. `instance` is the id of the request, empty where there is none yet. */
export function problemOf(saying: Saying, language: Language, instance: string): Problem {
  const entry = problemEntries[saying.code];
  const more = saying.facts === undefined ? '' : fill(entry.more?.[language] ?? '', saying.facts, language);
  const errors = saying.errors?.(language).slice(0, mostErrors);
  return {
    type: `/problems/${saying.code}`,
    title: entry.title[language],
    status: saying.status ?? entry.status,
    code: saying.code,
    detail: [(saying.detail ?? entry.detail)[language], more].filter((part) => part !== '').join(' '),
    ...(instance === '' ? {} : { instance }),
    ...(saying.path === undefined ? {} : { path: saying.path.slice(0, longestPath) }),
    ...(saying.facts === undefined ? {} : { facts: { ...saying.facts } }),
    ...(errors === undefined
      ? {}
      : { errors: errors.map((error) => ({ ...error, path: error.path.slice(0, longestPath) })) }),
  };
}

/** The sentence with its places filled; empty where something that belongs in it is not known. */
function fill(
  sentence: string,
  facts: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = facts[name];
    return value === undefined ? place : inWords(value, language);
  });
  return filled.includes('{') ? '' : filled;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Days as people write them: `21.11.2026.`, “21 November 2026”. */
function inWords(value: string | number, language: Language): string {
  if (!isCalendarDay(value)) return String(value);
  const [year, month, day] = value.split('-').map(Number);
  if (language === 'lv') return `${value.slice(8)}.${value.slice(5, 7)}.${value.slice(0, 4)}.`;
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

function isFactProblem(value: unknown): value is FieldErrorCode {
  return typeof value === 'string' && (factProblemCodes as readonly string[]).includes(value);
}
