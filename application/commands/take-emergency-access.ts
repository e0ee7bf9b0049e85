/**
 * Somebody without a ground looks into a case because a child is in danger now: granted at once, recorded with its
 * reason, told to the case manager and the data-protection officer, reviewed afterwards, and over by itself.
 */
import { lockDossier, openInEmergency } from '../../db/repositories/dossiers.ts';
import { plusMilliseconds } from '../../domain/time.ts';
import type { Actor, EmergencyAccess, Result, WriteMeta, Written } from '../application.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { appendFacts } from './append-facts.ts';
import { carryOut, refused } from './carry-out.ts';

/** How long it lasts; whoever needs longer takes it again, with a reason. */
const lastsMs = 24 * 60 * 60 * 1000;

/** An excluded person is answered as if there were no such case (rules of conduct 3). */
export async function takeEmergencyAccess(
  deps: ApiDeps,
  actor: Actor,
  { caseNumber, groundCode, reason }: EmergencyAccess,
  meta: WriteMeta,
): Promise<Result<Written>> {
  const now = await deps.clock.now();
  return await carryOut(deps, actor, meta, now, async (tx) => {
    const office = await askOffice(tx, actor, 'takeEmergencyAccess', now);
    if ('refused' in office) return refused(office);
    const id = await openInEmergency(tx, caseNumber);
    const dossier = id === null ? null : await lockDossier(tx, id);
    if (dossier === null) return refused({ refused: 'notFound', path: 'caseNumber' });
    const untilAt = plusMilliseconds(now, lastsMs);
    const fact = { type: 'access.takenInEmergency', data: { groundCode, untilAt }, words: reason } as const;
    return await appendFacts(deps, tx, dossier, actor, [fact], now, 'withoutRelation');
  });
}
