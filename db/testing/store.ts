/** A fresh store for a test file: its own database, migrated, with a pool for each role. */
import postgres from 'postgres';
import {
  allowRoles,
  createDatabase,
  type DatabaseTemplate,
  ROLE_PASSWORD,
} from '../../test/support/stack.ts';
import { type Database, openDatabase } from '../connect.ts';
import { migrate } from '../migrate.ts';

/** Tests that need tables copy this database. */
export const storeTemplate: DatabaseTemplate = {
  name: 'store',
  prepare: (ownerUrl) =>
    migrate(ownerUrl, {
      appApiPassword: ROLE_PASSWORD,
      appClockPassword: ROLE_PASSWORD,
      appAuthPassword: ROLE_PASSWORD,
      appVerifyPassword: ROLE_PASSWORD,
    }),
};

export type TestStore = {
  readonly ownerUrl: string;
  /** Superuser, for what only an attacker or a migration does. Moments come as Date. */
  readonly superuser: postgres.Sql;
  readonly owner: Database;
  readonly api: Database;
  readonly clock: Database;
  readonly auth: Database;
  close(): Promise<void>;
};

export async function createStore(): Promise<TestStore> {
  const database = await createDatabase(storeTemplate);
  await allowRoles(['app_api', 'app_clock', 'app_auth', 'app_verify']);
  const superuser = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
  const [owner, api, clock, auth] = [
    openDatabase(database.ownerUrl, 4),
    openDatabase(database.roleUrl('app_api'), 4),
    openDatabase(database.roleUrl('app_clock'), 4),
    openDatabase(database.roleUrl('app_auth'), 4),
  ];
  return {
    ownerUrl: database.ownerUrl,
    superuser,
    owner,
    api,
    clock,
    auth,
    async close() {
      await Promise.all([superuser.end(), owner.close(), api.close(), clock.close(), auth.close()]);
      await database.drop();
    },
  };
}
