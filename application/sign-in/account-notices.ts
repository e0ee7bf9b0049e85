/** Telling an account's owner that something about how they sign in was changed, whoever did it. */
import { randomUUID } from 'node:crypto';
import { insertMailOrder, type MailOrderRow } from '../../db/repositories/auth-tickets.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';

/** Orders the mail, in the transaction of the act. */
export async function tellOwner(
  tx: Transaction,
  at: Instant,
  personId: string,
  told: NonNullable<MailOrderRow['told']>,
): Promise<void> {
  await insertMailOrder(tx, {
    id: randomUUID(),
    purpose: 'notice',
    told,
    personId,
    orderedAt: at,
    state: 'owed',
    nextAttemptAt: at,
  });
}
