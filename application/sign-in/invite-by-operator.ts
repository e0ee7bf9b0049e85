/** An invitation ordered on the server itself, where no administrator has an account yet. */
import type { Database } from '../../db/connect.ts';
import { accountOf, activePeopleWithMail, isInvented, postsOf } from '../../db/repositories/auth-people.ts';
import { logAct, voidTickets } from '../../db/repositories/auth-tickets.ts';
import { asAuth } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';
import { orderInvitation } from './invitations.ts';
import { makeLink } from './links.ts';

/**
 * For the only active person with this address and a role now. No mail goes to somebody of a training municipality
 * (rules of conduct 28): the operator gets the link. Needs the owner's rights or `app_auth`.
 */
export async function inviteByOperator(
  database: Database,
  mail: string,
  now: Instant,
  publicUrl: string,
): Promise<'ordered' | 'hasAccount' | 'unknown' | { readonly link: string }> {
  return await asAuth(database, async (tx) => {
    const [personId, ...others] = await activePeopleWithMail(tx, mail);
    if (personId === undefined || others.length > 0) return 'unknown';
    if ((await accountOf(tx, personId)) !== null) return 'hasAccount';
    const [post] = await postsOf(tx, personId, now);
    if (post === undefined) return 'unknown';
    await logAct(tx, now, {
      act: 'invitedByOperator',
      personId,
      institutionId: post.institutionId,
      source: 'server',
    });
    if (await isInvented(tx, personId)) {
      await voidTickets(tx, personId, 'invitation', now);
      return { link: (await makeLink(tx, { publicUrl }, 'invitation', personId, now)).link };
    }
    await orderInvitation(tx, now, { personId, institutionId: post.institutionId, by: null });
    return 'ordered';
  });
}
