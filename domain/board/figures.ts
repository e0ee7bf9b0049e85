/**
 * Institutions by kinds of duties: how many are late, the longest, and at whom the days were; what each owes and what
 * each waits for. Never ranked, and small numbers are hidden (rules of conduct 10, 27).
 */
import { ballAt } from '../duty/ball.ts';
import { daysLate } from '../duty/status.ts';
import type { Instant } from '../time.ts';
import { type BoardDuty, isOnBoard, owingInstitution, waitingInstitutions } from './board-duty.ts';
import { type Shown, shownBothWays } from './suppression.ts';

/** `longest` in days late; the days at the owing and the waiting side are those of all that are late together. */
export type Figures = {
  readonly late: number;
  readonly longest: number;
  readonly owingDays: number;
  readonly waitingDays: number;
};

/** `figures` null: hidden, and not nothing. */
export type BoardCell = {
  readonly institutionId: string;
  readonly kind: string;
  readonly figures: Figures | null;
};
/** Of all institutions together. */
export type BoardTotal = { readonly kind: string; readonly late: number | null };
export type BoardTable = { readonly cells: readonly BoardCell[]; readonly totals: readonly BoardTotal[] };

type Counted = { readonly institutionId: string; readonly figures: Figures };
type Column = readonly Counted[];
type Columns = ReadonlyMap<string, Column>;

/** In no order that means anything; whoever shows it orders by name. */
export function boardTables(
  duties: readonly BoardDuty[],
  now: Instant,
): { readonly owes: BoardTable; readonly waits: BoardTable } {
  const late = duties.filter((duty) => isOnBoard(duty, now));
  const owing = columnsOf(late, now, (duty) => [owingInstitution(duty)].filter((id) => id !== null));
  const waiting = columnsOf(late, now, waitingInstitutions);
  const kinds = [...new Set([...owing.keys(), ...waiting.keys()])].sort();
  const columns = kinds.map((kind) => {
    const owes = owing.get(kind) ?? [];
    const waits = waiting.get(kind) ?? [];
    return { kind, owes, waits, shown: shownBothWays(owes.map(lateOf), waits.map(lateOf)) };
  });
  return {
    owes: joined(columns.map(({ kind, owes, shown }) => tableOf(kind, owes, shown.owes))),
    waits: joined(columns.map(({ kind, waits, shown }) => tableOf(kind, waits, shown.waits))),
  };
}

function columnsOf(
  late: readonly BoardDuty[],
  now: Instant,
  institutionsOf: (duty: BoardDuty) => readonly string[],
): Columns {
  const columns = new Map<string, Map<string, Figures>>();
  for (const duty of late) {
    const column = columns.get(duty.kind) ?? new Map<string, Figures>();
    for (const id of institutionsOf(duty)) column.set(id, withOne(column.get(id), duty, now));
    columns.set(duty.kind, column);
  }
  return new Map(
    [...columns].map(([kind, column]) => [
      kind,
      [...column].map(([institutionId, figures]) => ({ institutionId, figures })),
    ]),
  );
}

function withOne(before: Figures | undefined, duty: BoardDuty, now: Instant): Figures {
  const { owingDays, waitingDays } = ballAt(duty, now);
  return {
    late: (before?.late ?? 0) + 1,
    longest: Math.max(before?.longest ?? 0, daysLate(duty, now)),
    owingDays: (before?.owingDays ?? 0) + owingDays,
    waitingDays: (before?.waitingDays ?? 0) + waitingDays,
  };
}

function tableOf(kind: string, column: Column, { cells, total }: Shown): BoardTable {
  if (column.length === 0) return { cells: [], totals: [] };
  const late = column.reduce((all, { figures }) => all + figures.late, 0);
  return {
    cells: column.map(({ institutionId, figures }, index) => ({
      institutionId,
      kind,
      figures: cells[index] === true ? figures : null,
    })),
    totals: [{ kind, late: total ? late : null }],
  };
}

function joined(tables: readonly BoardTable[]): BoardTable {
  return {
    cells: tables.flatMap(({ cells }) => cells),
    totals: tables.flatMap(({ totals }) => totals),
  };
}

function lateOf({ figures }: Counted): number {
  return figures.late;
}
