/** Tells all API processes that a dossier has changed. Ids only; who may know of it is asked anew by whoever listens. */
import { sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import type { Transaction } from './transaction.ts';

const channel = 'dossier_changed';

/**
 * Says so, apart from the transaction that changed it: PostgreSQL lets transactions that notify commit one after the
 * other only, and no writer should wait for that.
 */
export async function tellChanged(database: Database, dossierId: string): Promise<void> {
  await database.orm.execute(sql`select pg_notify(${channel}, ${dossierId})`);
}

/** Hears of every change from now on, on a connection of its own that is opened again where it breaks. */
export async function hearChanges(
  database: Database,
  changed: (dossierId: string) => void,
): Promise<() => Promise<void>> {
  const listening = await database.client.listen(channel, changed);
  return () => listening.unlisten();
}

/** Those of the dossiers that the actor of the transaction has a ground to see. For role `app_api`. */
export async function visibleOf(tx: Transaction, dossierIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select id from dossier where id in (select unnest(${`{${dossierIds.join(',')}}`}::uuid[]))`,
  );
  return rows.map(({ id }) => id);
}
