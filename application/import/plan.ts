/** What a planner gives for the rows of a file: how each is taken in, and what is wrong. */
import type { Transaction } from '../../db/transaction.ts';
import type { ImportKind } from '../../domain/import/columns.ts';
import type { ImportHint, ImportProblem, ImportProblemCode } from '../../domain/import/problem.ts';
import type { Read } from '../../domain/import/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { Actor } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import type { ActorOffice } from '../office.ts';

export type PlannedRow = {
  readonly row: number;
  readonly outcome: 'created' | 'extended' | 'known';
};

export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly ImportProblem[];
  readonly hints: readonly ImportHint[];
  /** Carries all rows out, in the transaction in which they were planned. Only where there is no problem. */
  readonly write: () => Promise<void>;
};

export type Planning<K extends ImportKind> = {
  readonly tx: Transaction;
  readonly deps: ApiDeps;
  readonly actor: Actor;
  readonly office: ActorOffice;
  readonly now: Instant;
  readonly rows: readonly Read<K>[];
};

/** Gathers what is said of rows while they are planned. */
export type Notes = {
  readonly problems: ImportProblem[];
  readonly hints: ImportHint[];
  problem(row: number, column: string | null, code: ImportProblemCode, limit?: string): void;
  hint(row: number, column: string | null, code: ImportHint['code']): void;
};

export function takeNotes(): Notes {
  const problems: ImportProblem[] = [];
  const hints: ImportHint[] = [];
  return {
    problems,
    hints,
    problem: (row, column, code, limit) =>
      void problems.push({ row, column, code, ...(limit === undefined ? {} : { limit }) }),
    hint: (row, column, code) => void hints.push({ row, column, code }),
  };
}

/** Does the office belong to a school? If not, that is what is wrong with the whole file. */
export function onlyForSchools({ institution }: ActorOffice): Plan | null {
  if (institution.kind === 'school') return null;
  const problems = [{ row: null, column: null, code: 'notASchool' } as const];
  return { rows: [], problems, hints: [], write: () => Promise.resolve() };
}
