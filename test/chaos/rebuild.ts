/** Makes everything derived anew from the facts, in a transaction that is taken back, and tells what differs. */
import { and, eq, isNull } from 'drizzle-orm';
import { loadContext } from '../../application/dossier-context.ts';
import { refreshDossier } from '../../application/refresh-dossier.ts';
import { canonicalJson } from '../../db/canonical-json.ts';
import { openDatabase } from '../../db/connect.ts';
import { lockDossier } from '../../db/repositories/dossiers.ts';
import { loadEvents } from '../../db/repositories/events.ts';
import { dossier, dossierAccess, duty, step } from '../../db/schema/index.ts';
import { asClock, type Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';

/** Ends the transaction without a trace. */
class TakenBack extends Error {}

/** Rows that stand in only one of the two: what is stored, and what the facts give at `now`. */
export async function differencesFromRebuild(ownerUrl: string, now: Instant): Promise<readonly string[]> {
  const owner = openDatabase(ownerUrl, 1);
  const differences: string[] = [];
  try {
    const ids = await asClock(owner, async (tx) => tx.select({ id: dossier.id }).from(dossier));
    for (const { id } of ids) {
      try {
        await asClock(owner, async (tx) => {
          differences.push(...(await rebuild(tx, id, now)));
          throw new TakenBack();
        });
      } catch (error) {
        if (!(error instanceof TakenBack)) throw error;
      }
    }
    return differences;
  } finally {
    await owner.close();
  }
}

async function rebuild(tx: Transaction, dossierId: string, now: Instant): Promise<readonly string[]> {
  const record = await lockDossier(tx, dossierId);
  if (record === null) return [`dossier ${dossierId} is gone`];
  const stored = new Set(await projections(tx, dossierId));
  await tx.delete(duty).where(eq(duty.dossierId, dossierId));
  await tx.delete(dossierAccess).where(eq(dossierAccess.dossierId, dossierId));
  await tx.delete(step).where(and(eq(step.dossierId, dossierId), isNull(step.takenAt)));
  const events = await loadEvents(tx, dossierId);
  const { taken } = await refreshDossier(tx, record, events, await loadContext(tx, record, events, now), now);
  const made = new Set(await projections(tx, dossierId));
  return [
    ...[...stored].filter((row) => !made.has(row)).map((row) => `only stored: ${row}`),
    ...[...made].filter((row) => !stored.has(row)).map((row) => `only rebuilt: ${row}`),
    ...taken.map((row) => `missed: ${dossierId} ${row.dutyKey} ${row.name} ${row.n}`),
  ];
}

async function projections(tx: Transaction, dossierId: string): Promise<readonly string[]> {
  const rows = [
    ...(await tx.select().from(duty).where(eq(duty.dossierId, dossierId))),
    ...(await tx.select().from(dossierAccess).where(eq(dossierAccess.dossierId, dossierId))),
    ...(await tx.select().from(step).where(eq(step.dossierId, dossierId))),
  ];
  return rows.map(canonicalJson);
}
