/** Moments at which somebody is told: kept in step with what the core computes, and taken once. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Step, StepName } from '../../domain/duty/duty.ts';
import { type Instant, maxOf } from '../../domain/time.ts';
import { canonicalJson } from '../canonical-json.ts';
import { step } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { byDossier, insertRows, recordsAs, uuidArray } from './rows.ts';

/** A step of a duty; or, with an empty `dutyKey`, of an institution, with the number of its day as `n`. */
export type StepRow = Omit<Step, 'name'> & {
  readonly dutyKey: string;
  readonly generation: number;
  readonly name: StepName | 'digest';
};

const stepColumns = {
  dutyKey: step.dutyKey,
  generation: step.generation,
  name: sql<StepRow['name']>`${step.name}`.as('name'),
  n: step.n,
  at: step.at,
  urgency: step.urgency,
  tell: step.tell,
};

/** A step as it is stored: untaken, or taken at a moment. */
export type StoredStep = StepRow & { readonly takenAt: Instant | null };

/** The steps of dossiers, taken or not, by dossier. */
export async function loadSteps(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredStep[]>> {
  const rows = await tx
    .select({ dossierId: step.dossierId, ...stepColumns, takenAt: step.takenAt })
    .from(step)
    .where(sql`${step.dossierId} = any (${uuidArray(dossierIds)})`);
  return byDossier(rows, ({ dossierId: _id, ...row }) => row);
}

/** Makes the untaken steps these. A step that was taken stays as it was, whether it is among these or not. */
export function syncSteps(stored: readonly StoredStep[], wanted: readonly StepRow[]): readonly StoredStep[] {
  const taken = stored.filter((row) => row.takenAt !== null);
  const ids = new Set(taken.map(idOf));
  const untaken = wanted.filter((row) => !ids.has(idOf(row)));
  return [...taken, ...untaken.map((row) => ({ ...row, takenAt: null }))];
}

/** Takes every untaken step of at or before `horizon`: all steps then, and those taken in the order of their moments. */
export function takeDueSteps(
  steps: readonly StoredStep[],
  horizon: Instant,
  now: Instant,
): { readonly steps: readonly StoredStep[]; readonly taken: readonly StepRow[] } {
  const isDue = (row: StoredStep): boolean => row.takenAt === null && row.at <= horizon;
  return {
    steps: steps.map((row) => (isDue(row) ? { ...row, takenAt: now } : row)),
    taken: steps
      .filter(isDue)
      .map(({ takenAt: _at, ...row }) => row)
      .sort((a, b) => (a.at === b.at ? compare(idOf(a), idOf(b)) : compare(a.at, b.at))),
  };
}

/** What makes a dossier's stored steps others. */
export type StepChanges = {
  readonly dossierId: string;
  readonly changed: readonly StoredStep[];
  readonly vanished: readonly StepRow[];
};

export function stepChanges(
  dossierId: string,
  stored: readonly StoredStep[],
  steps: readonly StoredStep[],
): StepChanges {
  const present = new Map(stored.map((row) => [idOf(row), spelling(row)]));
  const kept = new Set(steps.map(idOf));
  return {
    dossierId,
    changed: steps.filter((row) => present.get(idOf(row)) !== spelling(row)),
    vanished: stored.filter((row) => !kept.has(idOf(row))),
  };
}

/** Sends all its statements at once. What somebody took meanwhile stays as they left it. */
export async function writeSteps(tx: Transaction, changes: readonly StepChanges[]): Promise<void> {
  const gone = changes.flatMap(({ dossierId, vanished }) =>
    vanished.map(({ dutyKey, generation, name, n }) => ({ dossierId, dutyKey, generation, name, n })),
  );
  const changed = changes.flatMap(({ dossierId, changed: rows }) =>
    rows.map(({ dutyKey, generation, name, n, at, urgency, tell, takenAt }) => ({
      dossierId,
      dutyKey,
      generation,
      name,
      n,
      at,
      urgency,
      tell,
      takenAt,
    })),
  );
  await Promise.all([
    gone.length > 0 ? deleteSteps(tx, gone) : null,
    insertRows(
      tx,
      step,
      changed,
      sql`on conflict (dossier_id, duty_key, generation, name, n) do update set at = excluded.at,
        urgency = excluded.urgency, tell = excluded.tell, taken_at = excluded.taken_at where ${step.takenAt} is null`,
    ),
  ]);
}

async function deleteSteps(tx: Transaction, gone: readonly object[]): Promise<void> {
  const columns = '"dossierId" uuid, "dutyKey" text, generation int, name text, n int';
  await tx.execute(sql`delete from ${step} using ${recordsAs(gone, 'gone', columns)}
    where ${step.dossierId} = gone."dossierId" and ${step.dutyKey} = gone."dutyKey" and ${step.takenAt} is null
      and ${step.generation} = gone.generation and ${step.name} = gone.name and ${step.n} = gone.n`);
}

/** The earliest moment of an untaken step; null where nothing is left. */
export function nextStepAt(steps: readonly StoredStep[]): Instant | null {
  const moments = steps.filter(({ takenAt }) => takenAt === null).map(({ at }) => at);
  return moments.reduce<Instant | null>((least, at) => (least === null || at < least ? at : least), null);
}

/** The moment of the digest that was taken last; null before the first. */
export function lastTakenDigest(steps: readonly StoredStep[]): Instant | null {
  const moments = steps
    .filter(({ name, takenAt }) => name === 'digest' && takenAt !== null)
    .map(({ at }) => at);
  return moments.length === 0 ? null : maxOf(...(moments as [Instant, ...Instant[]]));
}

/** The dossier's untaken steps, earliest first. */
export async function pendingSteps(tx: Transaction, dossierId: string): Promise<readonly StepRow[]> {
  return await tx
    .select(stepColumns)
    .from(step)
    .where(and(eq(step.dossierId, dossierId), isNull(step.takenAt)))
    .orderBy(asc(step.at), asc(step.dutyKey), asc(step.name), asc(step.n));
}

/** Untaken steps of several dossiers, by dossier, earliest first. */
export async function pendingStepsOf(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StepRow[]>> {
  if (dossierIds.length === 0) return new Map();
  const rows = await tx
    .select({ dossierId: step.dossierId, ...stepColumns })
    .from(step)
    .where(and(inArray(step.dossierId, [...dossierIds]), isNull(step.takenAt)))
    .orderBy(asc(step.at), asc(step.dutyKey), asc(step.name), asc(step.n));
  return byDossier(rows, ({ dossierId: _id, ...row }) => row);
}

function idOf({
  dutyKey,
  generation,
  name,
  n,
}: Pick<StepRow, 'dutyKey' | 'generation' | 'name' | 'n'>): string {
  return JSON.stringify([dutyKey, generation, name, n]);
}

function spelling({ at, urgency, tell, takenAt }: StoredStep): string {
  return canonicalJson([at, urgency, tell, takenAt]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
