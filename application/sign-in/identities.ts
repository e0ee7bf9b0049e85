/** One's own identities at municipalities' providers: listed, and unlinked. */
import { type IdentityRow, identitiesOf, unlinkIdentities } from '../../db/repositories/auth-factors.ts';
import { logAct } from '../../db/repositories/auth-tickets.ts';
import { asAuth } from '../../db/transaction.ts';
import { tellOwner } from './account-notices.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor } from './deps.ts';
import { type Caller, isFresh } from './sessions.ts';

export type IdentityView = Pick<IdentityRow, 'provider' | 'linkedAt' | 'lastUsedAt'> & {
  readonly name: string;
};

export async function ownIdentities(deps: SignInDeps, caller: Caller): Promise<readonly IdentityView[]> {
  const rows = await asAuth(deps.database, (tx) => identitiesOf(tx, caller.personId));
  return rows.map(({ provider, linkedAt, lastUsedAt }) => ({
    provider,
    // One that is no longer set up has its id alone.
    name: deps.providers.find(({ id }) => id === provider)?.name ?? provider,
    linkedAt,
    lastUsedAt,
  }));
}

/** Nobody is locked out by it: a link by mail gives a password to whoever has none. */
export async function unlinkIdentity(
  deps: SignInDeps,
  caller: Caller,
  provider: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  if (!isFresh(caller, now)) return refused('freshSignInNeeded');
  return await asAuth(deps.database, async (tx) => {
    if (!(await unlinkIdentities(tx, caller.personId, provider))) return refused('notFound');
    await logAct(tx, now, {
      act: 'identityUnlinked',
      personId: caller.personId,
      source: visitor.source,
      detail: { provider },
    });
    await tellOwner(tx, now, caller.personId, 'identityUnlinked');
    return granted(null);
  });
}
