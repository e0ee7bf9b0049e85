/** Who works with a learner already, as far as the actor may know: before another dossier is opened. */
import { dossiersAbout, workElsewhere } from '../../db/repositories/learners.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import type { OpenWork } from '../learner-acts.ts';
import type { ActorOffice } from '../office.ts';
import { talkElsewhere } from './search-learners.ts';

/** For a learner whom the actor sees; of any other there is nothing. */
export async function openWorkWith(
  tx: Transaction,
  { institution }: ActorOffice,
  learnerId: string,
  now: Instant,
): Promise<OpenWork> {
  const open = (await dossiersAbout(tx, learnerId)).filter(({ status }) => status === 'open');
  const places = await workElsewhere(
    tx,
    learnerId,
    open.map(({ id }) => id),
  );
  return {
    dossiers: open.flatMap(({ id, caseNumber, kind }) =>
      kind === 'institutionYear' ? [] : [{ id, caseNumber: caseNumber ?? '', kind }],
    ),
    elsewhere: await talkElsewhere(tx, institution, places, now),
  };
}
