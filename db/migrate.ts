/** Makes the roles and brings the tables up to date. Runs as the owner; may be run again at any time. */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Passwords of the roles. A role keeps the one it has where none is given. */
export type RolePasswords = {
  readonly appApiPassword?: string | undefined;
  readonly appClockPassword?: string | undefined;
  readonly appAuthPassword?: string | undefined;
  readonly appVerifyPassword?: string | undefined;
};

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number, the same for all who migrate: one works, the others wait. */
const MIGRATION_LOCK = 7_243_101;

/** Applies what is missing, each time the same. Throws what PostgreSQL says. */
export async function migrate(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await ensureRole(client, 'app_api', passwords.appApiPassword);
    await ensureRole(client, 'app_clock', passwords.appClockPassword);
    await ensureRole(client, 'app_auth', passwords.appAuthPassword);
    await ensureRole(client, 'app_verify', passwords.appVerifyPassword);
    await applyMigrations(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

async function ensureRole(client: postgres.Sql, name: string, password: string | undefined): Promise<void> {
  // Databases of one server share their roles, so that another one's migration may get in between.
  await client.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${name}') then
        create role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  if (password === undefined) return;
  const [quoted] = await client<{ literal: string }[]>`select quote_literal(${password}) as literal`;
  await client.unsafe(`alter role ${name} password ${quoted?.literal ?? ''}`);
}
