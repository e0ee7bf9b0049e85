/** Transactions under a role's rights. Nothing else opens one; keep them short. */
import { type ExtractTablesWithRelations, sql } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Instant } from '../domain/time.ts';
import type { Database, Schema } from './connect.ts';

export type Transaction = PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/** The person who acts, and the product's moment: roles and access rows count as they stand then. */
export type ActorContext = { readonly personId: string; readonly now: Instant };

/**
 * For role `app_api`: a transaction in which row-level security knows who acts. Somebody unknown or switched off
 * sees nothing and writes nothing. `lockDossier` and `insertDossier` open a dossier for its writes.
 */
export async function asActor<T>(
  database: Database,
  actor: ActorContext,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return await database.orm.transaction(async (tx) => {
    await tx.execute(sql`select app.enter(${actor.personId}::uuid, ${actor.now}::timestamptz)`);
    return await work(tx);
  });
}

/** For role `app_clock`: a transaction of sweep, timers and delivery, which sees facts of all dossiers and no words. */
export async function asClock<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return await database.orm.transaction(work);
}

/** For role `app_auth`: a transaction of sign-in, which sees staff and the schema `auth`, and nothing about children. */
export async function asAuth<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return await database.orm.transaction(work);
}

/** A part of a transaction that may fail alone: what it wrote is taken back, the rest stays. */
export async function withSavepoint<T>(
  tx: Transaction,
  work: (inner: Transaction) => Promise<T>,
): Promise<T> {
  return await tx.transaction(work);
}
