/** Who tried what they may not: it stands in the log of looks, and is no look. */
import { randomUUID } from 'node:crypto';
import { logAccess } from '../db/repositories/access.ts';
import { asActor } from '../db/transaction.ts';
import type { Actor, ApplicationRefusal, Result } from './application.ts';
import { isUuid } from './commands/check-ids.ts';
import type { ApiDeps } from './deps.ts';

const deniedPrefix = 'denied:';

/** Is this line of the log an attempt that was refused? */
export function isRefusedAct(act: string): boolean {
  return act.startsWith(deniedPrefix);
}

/**
 * Gives the result on. Where it refuses an act upon that dossier for want of a right, the attempt is logged in a
 * transaction of its own; where there is no such dossier nothing is, and the answer is the same.
 */
export async function loggingRefusal<T>(
  deps: ApiDeps,
  actor: Actor,
  dossierId: string | undefined,
  actOf: (refusal: ApplicationRefusal) => string,
  result: Result<T>,
): Promise<Result<T>> {
  if (result.ok || dossierId === undefined || !isUuid(dossierId)) return result;
  if (result.refused !== 'notFound' && result.refused !== 'notYourAct') return result;
  const at = await deps.clock.now();
  const act = `${deniedPrefix}${actOf(result)}`;
  try {
    await asActor(deps.database, { personId: actor.personId, now: at }, (tx) =>
      logAccess(tx, { id: randomUUID(), at, ...actor, dossierId, act, purpose: 'refused' }),
    );
  } catch (error) {
    if (!isNothingToLog(error)) throw error;
  }
  return result;
}

/** No such dossier (23503), or nobody who may act any more (42501). */
function isNothingToLog(error: unknown): boolean {
  const { cause } = Object(error) as { readonly cause?: { readonly code?: unknown } };
  return cause?.code === '23503' || cause?.code === '42501';
}
