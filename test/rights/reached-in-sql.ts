import { sql } from 'drizzle-orm';
import { asActor } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { RealApi } from '../support/real-api.ts';
import type { Somebody } from './people.ts';

/** Ids of the dossiers that somebody reaches in SQL through each of these, under row-level security. */
export async function reachedInSql(
  api: RealApi,
  one: Somebody,
  now: Instant,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const of = {
    dossier: 'select id from dossier',
    event: 'select distinct dossier_id as id from event',
    duty: 'select distinct dossier_id as id from duty',
    notice: 'select distinct dossier_id as id from notice',
    access_log: 'select distinct dossier_id as id from access_log',
    learner: `select l.dossier_id as id from dossier_learner l join learner on learner.id = l.learner_id`,
    learner_profile: `select l.dossier_id as id from dossier_learner l join learner_profile using (learner_id)`,
    data_key: `select coalesce(dossier_id, scope_id) as id from keyring.data_key where scope_kind in ('dossier', 'evaluation')`,
  };
  return await asActor(api.store.api, { personId: one.personId, now }, async (tx) => {
    const found: Record<string, readonly string[]> = {};
    for (const [name, query] of Object.entries(of))
      found[name] = [...(await tx.execute<{ id: string }>(sql.raw(query)))].map(({ id }) => id);
    return found;
  });
}
export const nothing = {
  dossier: [],
  event: [],
  duty: [],
  notice: [],
  access_log: [],
  learner: [],
  learner_profile: [],
  data_key: [],
};
