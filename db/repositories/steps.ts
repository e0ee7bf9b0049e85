/** Moments at which somebody is told: kept in step with what the core computes, and taken once. */
import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Step, StepName } from '../../domain/duty/duty.ts';
import type { Instant } from '../../domain/time.ts';
import { canonicalJson } from '../canonical-json.ts';
import { step } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';

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

/**
 * Makes the dossier's untaken steps these: new ones are inserted, changed ones moved, others deleted. A step that
 * was taken stays as it was, whether it is among these or not.
 */
export async function syncSteps(
  tx: Transaction,
  dossierId: string,
  wanted: readonly StepRow[],
): Promise<void> {
  const stored = await tx
    .select({ ...stepColumns, takenAt: step.takenAt })
    .from(step)
    .where(eq(step.dossierId, dossierId));
  const present = new Map(stored.map((row) => [idOf(row), row]));
  const changed = wanted.filter((row) => {
    const other = present.get(idOf(row));
    return other === undefined || (other.takenAt === null && spelling(other) !== spelling(row));
  });
  const kept = new Set(wanted.map(idOf));
  const vanished = stored.filter((row) => row.takenAt === null && !kept.has(idOf(row)));
  if (vanished.length > 0) {
    const ids = vanished.map(
      (row) => sql`(${row.dutyKey}::text, ${row.generation}::int, ${row.name}::text, ${row.n}::int)`,
    );
    await tx
      .delete(step)
      .where(
        and(
          eq(step.dossierId, dossierId),
          isNull(step.takenAt),
          sql`(${step.dutyKey}, ${step.generation}, ${step.name}, ${step.n}) in (${sql.join(ids, sql`, `)})`,
        ),
      );
  }
  if (changed.length > 0) {
    await tx
      .insert(step)
      .values(
        changed.map(({ dutyKey, generation, name, n, at, urgency, tell }) => ({
          dossierId,
          dutyKey,
          generation,
          name,
          n,
          at,
          urgency,
          tell,
        })),
      )
      .onConflictDoUpdate({
        target: [step.dossierId, step.dutyKey, step.generation, step.name, step.n],
        set: { at: sql`excluded.at`, urgency: sql`excluded.urgency`, tell: sql`excluded.tell` },
        setWhere: isNull(step.takenAt),
      });
  }
}

/** Takes every untaken step of at or before `horizon`, and gives them in the order of their moments. */
export async function takeDueSteps(
  tx: Transaction,
  dossierId: string,
  horizon: Instant,
  now: Instant,
): Promise<readonly StepRow[]> {
  const taken = await tx
    .update(step)
    .set({ takenAt: now })
    .where(and(eq(step.dossierId, dossierId), isNull(step.takenAt), lte(step.at, horizon)))
    .returning(stepColumns);
  return taken.sort((a, b) => (a.at === b.at ? compare(idOf(a), idOf(b)) : compare(a.at, b.at)));
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
  const found = new Map<string, StepRow[]>();
  for (const { dossierId, ...row } of rows) found.set(dossierId, [...(found.get(dossierId) ?? []), row]);
  return found;
}

/** The moment of the digest that was taken last; null before the first. */
export async function lastTakenDigest(tx: Transaction, dossierId: string): Promise<Instant | null> {
  const [row] = await tx
    .select({ at: step.at })
    .from(step)
    .where(and(eq(step.dossierId, dossierId), eq(step.name, 'digest'), sql`${step.takenAt} is not null`))
    .orderBy(desc(step.at))
    .limit(1);
  return row?.at ?? null;
}

function idOf({
  dutyKey,
  generation,
  name,
  n,
}: Pick<StepRow, 'dutyKey' | 'generation' | 'name' | 'n'>): string {
  return JSON.stringify([dutyKey, generation, name, n]);
}

function spelling({ at, urgency, tell }: StepRow): string {
  return canonicalJson([at, urgency, tell]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
