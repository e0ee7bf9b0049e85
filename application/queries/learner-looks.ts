/** Who looked at a learner's record: the audience of a case's access log, the head of the school, and data-protection officers. */
import { relationsTo } from '../../db/repositories/access.ts';
import { dossiersAbout, logLook, looksAtLearner, overseesLearner } from '../../db/repositories/learners.ts';
import { asActor, type Transaction } from '../../db/transaction.ts';
import { may } from '../../domain/access/may.ts';
import type { Actor, LookView, Page, Paging, Result } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { lookPage, placeOfLook, withPurpose } from './access-log.ts';

/**
 * Latest first; the head of a school who leads no case about the learner gets the looks of the school's own people. To
 * look here is a look too.
 */
export async function readLearnerLooks(
  deps: ApiDeps,
  actor: Actor,
  learnerId: string,
  paging: Paging,
): Promise<Result<Page<LookView>>> {
  const now = await deps.clock.now();
  const before = paging.cursor === undefined ? undefined : placeOfLook(paging.cursor);
  if (before === null) return refused({ refused: 'cursorUnknown', path: 'cursor' });
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    if (!isUuid(learnerId) || !(await readsLogOfACase(tx, learnerId))) {
      const office = await askOffice(tx, actor, 'readLearnerLooks', now);
      if ('refused' in office) return refused(office);
    }
    if (!isUuid(learnerId) || !(await overseesLearner(tx, learnerId)))
      return refused({ refused: 'notFound', path: '' });
    await logLook(tx, { at: now, ...actor, learnerId, act: 'readLooks' });
    const looks = await looksAtLearner(tx, learnerId, paging.limit + 1, before);
    return { ok: true, value: await lookPage(tx, looks.map(withPurpose), paging.limit) };
  });
}

async function readsLogOfACase(tx: Transaction, learnerId: string): Promise<boolean> {
  for (const { id } of await dossiersAbout(tx, learnerId)) {
    if (may('readAccessLog', await relationsTo(tx, id)).decision !== 'deny') return true;
  }
  return false;
}
