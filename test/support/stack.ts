/** Fresh places for a test file: a database, a Temporal namespace, on the servers that all tests share. */
import { randomBytes } from 'node:crypto';
import { Connection } from '@temporalio/client';
import postgres from 'postgres';
import { inject } from 'vitest';
import { asRole } from '../../application/settings.ts';
import { ensureNamespace } from '../../temporal-config/namespace.ts';

/** Password of every application role on the test server. */
export const ROLE_PASSWORD = 'only-for-tests-0000';

/** Any number: the lock that keeps two files from making one template, or changing one role, at the same time. */
const PREPARING_LOCK = 4_300_001;

export interface TestDatabase {
  /** As owner and superuser. */
  readonly ownerUrl: string;
  /** The same database signed in as a role (`app_api`, `app_clock` …) with `ROLE_PASSWORD`. */
  roleUrl(role: string): string;
  /** Deletes it, cutting open connections. */
  drop(): Promise<void>;
}

/** How databases of one kind are prepared, once per run; each test gets a copy. */
export interface DatabaseTemplate {
  /** Names the kind; lower-case letters and underscores. */
  readonly name: string;
  prepare(ownerUrl: string): Promise<void>;
}

/** A new database: empty, or a copy of the template. */
export async function createDatabase(template?: DatabaseTemplate): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const from = template === undefined ? undefined : await templateDatabase(template);
  await asOwner(async (sql) => {
    if (from === undefined) await sql`create database ${sql(name)}`;
    else await sql`create database ${sql(name)} template ${sql(from)} strategy file_copy`;
  });
  const ownerUrl = urlOf(name);
  return {
    ownerUrl,
    roleUrl: (role) => asRole(ownerUrl, role, ROLE_PASSWORD),
    drop: () => asOwner(async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`)),
  };
}

/** Lets the named roles sign in with `ROLE_PASSWORD`. Roles belong to the server, not to a database. */
export async function allowRoles(roles: readonly string[]): Promise<void> {
  await asOwner(async (sql) => {
    await sql`select pg_advisory_lock(${PREPARING_LOCK})`;
    for (const role of roles) await sql.unsafe(`alter role "${role}" login password '${ROLE_PASSWORD}'`);
  });
}

export interface TestNamespace {
  readonly address: string;
  readonly namespace: string;
  /** An open connection to the server, closed by `close`. */
  readonly connection: Connection;
  close(): Promise<void>;
}

/** A new Temporal namespace, so that no other file's workflows, workers or task queues are met. */
export async function createNamespace(): Promise<TestNamespace> {
  const address = inject('temporalAddress');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, namespace);
  return { address, namespace, connection, close: () => connection.close() };
}

async function templateDatabase(template: DatabaseTemplate): Promise<string> {
  const name = `template_${template.name}`;
  await asOwner(async (sql) => {
    await sql`select pg_advisory_lock(${PREPARING_LOCK})`;
    const [found] = await sql`select datistemplate from pg_database where datname = ${name}`;
    if (found?.['datistemplate'] === true) return;
    await sql`drop database if exists ${sql(name)}`;
    await sql`create database ${sql(name)}`;
    await template.prepare(urlOf(name));
    // Marked only when it is whole: a half-made one is made again.
    await sql`alter database ${sql(name)} is_template true`;
  });
  return name;
}

/** One connection, so that a lock taken in `work` is held until its end. */
async function asOwner(work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(inject('postgresUrl'), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.href;
}
