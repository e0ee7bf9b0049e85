/** Accounts of the demo people, so that the real sign-in can be tried. Only ever in a training database. */
import { hashPassword, type PasswordCost } from '../../application/sign-in/password-hash.ts';
import { insertAccount } from '../../db/repositories/auth-people.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { demoId } from './demo-id.ts';
import { neighbours } from './neighbours.ts';
import { demoPeople } from './people.ts';

/** The same for all of them. It protects nothing: the people are invented. */
export const demoPassword = 'ozolkalna liepas zied agri';

/** Gives everybody in the demo an account who has none. Hashed once: all share the password anyway. */
export async function seedAccounts(tx: Transaction, cost: PasswordCost, now: Instant): Promise<void> {
  const passwordHash = await hashPassword(demoPassword, cost);
  for (const { id } of [...demoPeople, ...neighbours.flatMap(({ people }) => people)])
    await insertAccount(tx, { personId: demoId(id), passwordHash, createdAt: now });
}
