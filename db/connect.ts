/** Pools, one for each role, and the checks that a process makes before it works. */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { preparing } from './prepared-client.ts';
import * as schema from './schema/index.ts';

export type Schema = typeof schema;

/**
 * A pool. Drizzle changes how `client` reads and writes: moments and days are text, jsonb is written as text.
 * Tagged templates of `client` are for checks and commands; everything else goes through repositories.
 */
export type Database = {
  readonly orm: PostgresJsDatabase<Schema>;
  readonly client: postgres.Sql;
  /** Waits up to 5 seconds for what is under way. */
  close(): Promise<void>;
};

/** Opens a pool; it connects when it is first used. */
export function openDatabase(url: string, maxConnections = 10): Database {
  const client = postgres(url, {
    max: maxConnections,
    connect_timeout: 10,
    idle_timeout: 60,
    // The client's own pause counts the failures of all connections together and comes to 20 seconds within one.
    backoff: (failures: number) => Math.min(0.05 * failures, 0.5),
    onnotice: () => undefined,
    connection: {
      application_name: 'terminsargs',
      TimeZone: 'UTC',
      // A transaction whose process hangs must not hold a dossier.
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  return { orm: drizzle(preparing(client), { schema }), client, close: () => client.end({ timeout: 5 }) };
}

/** Refuses a role that row-level security does not bind: superuser, BYPASSRLS, or an owner of tables. */
export async function assertUnprivileged(sql: postgres.ISql): Promise<void> {
  const [role] = await sql<{ name: string; beyond: boolean; owns: boolean }[]>`
    select rolname as name, rolsuper or rolbypassrls or rolcreaterole as beyond,
      exists (select from pg_class c where c.relkind in ('r', 'p', 'v', 'm')
        and pg_has_role(r.oid, c.relowner, 'member')) as owns
    from pg_roles r where rolname = current_user`;
  if (role === undefined || role.beyond || role.owns) {
    throw new Error(
      `The database role “${role?.name ?? 'unknown'}” is too powerful: row-level security would not bind it. Sign in as app_api or app_clock.`,
    );
  }
}

/** Refuses a server that may forget what it acknowledged, or not notice that a page is damaged. */
export async function assertDurable(sql: postgres.ISql): Promise<void> {
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings
    where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')`;
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name);
  if (off.length > 0) {
    throw new Error(
      `PostgreSQL runs with ${off.join(', ')} = off and may lose what it acknowledged. Switch on: ${off.join(', ')}.`,
    );
  }
}
