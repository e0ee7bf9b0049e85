/** Records facts about a dossier: one transaction, then a poke for its clock. The answer depends on Postgres alone. */
import { lockDossier } from '../../db/repositories/dossiers.ts';
import type { Actor, FactToRecord, Result, WriteMeta, Written } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import { appendFacts } from './append-facts.ts';
import { carryOut, refused } from './carry-out.ts';
import { isUuid } from './check-ids.ts';

/** Refuses as a whole: either all facts are recorded or none. */
export async function recordFacts(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string,
  facts: readonly FactToRecord[],
  meta: WriteMeta,
): Promise<Result<Written>> {
  const now = await deps.clock.now();
  return await carryOut(deps, actor, meta, now, async (tx) => {
    const dossier = isUuid(dossierId) ? await lockDossier(tx, dossierId) : null;
    if (dossier === null) return refused({ refused: 'notFound', path: '' });
    if (meta.ifVersion !== undefined && meta.ifVersion !== dossier.version) {
      return refused({ refused: 'versionConflict', path: '', detail: { version: dossier.version } });
    }
    return await appendFacts(deps, tx, dossier, actor, facts, now);
  });
}
