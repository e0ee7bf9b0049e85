/** Takes over the next mail: what is owed is gathered first, then one mail is claimed, all in one transaction. */
import { loadPersons } from '../../db/repositories/directory.ts';
import { type ClaimedMail, claimMails, expireLeases } from '../../db/repositories/mails.ts';
import { asClock } from '../../db/transaction.ts';
import { plusMilliseconds } from '../../domain/time.ts';
import { crashPoint } from '../crash-points.ts';
import type { ClockDeps } from '../deps.ts';
import { wallTime } from '../product-clock.ts';
import { gatherNotices } from './gather-notices.ts';
import { gatherTakeovers } from './gather-takeovers.ts';
import { secondTryAfterMs } from './mail-result.ts';

export type Claim = {
  readonly mail: ClaimedMail;
  readonly to: { readonly name: string; readonly address: string };
};

/** Longer than an attempt can take (`DEFAULT_SMTP_TIMEOUTS`). */
const leaseMs = 3 * 60_000;
/** People gathered for in one transaction; the mails of the others are made by the next. */
const recipientsAtOnce = 5;

/**
 * The mail is committed as `sending` when this returns; null where nothing may be sent now. A mail found in
 * `sending` past its lease may have gone out: it is as uncertain as a lost answer.
 */
export async function claimMail(deps: ClockDeps): Promise<Claim | null> {
  const now = await deps.clock.now();
  return await asClock(deps.database, async (tx) => {
    const wall = wallTime();
    await expireLeases(tx, wall, plusMilliseconds(wall, secondTryAfterMs));
    await gatherNotices(deps, tx, recipientsAtOnce, now);
    await gatherTakeovers(deps, tx, recipientsAtOnce, now);
    const [mail] = await claimMails(tx, wallTime(), plusMilliseconds(wall, leaseMs), 1);
    if (mail === undefined) return null;
    crashPoint('mail-claimed-before-commit');
    const person = (await loadPersons(tx, [mail.recipientPerson])).get(mail.recipientPerson);
    return { mail, to: { name: person?.displayName ?? '', address: person?.mail ?? '' } };
  });
}
