/** What a municipality asks of its people's sign-in, set by an administrator of the municipality or its education board. */
import { loadSignInPolicy, saveSignInPolicy } from '../../db/repositories/auth-systems.ts';
import { logAct } from '../../db/repositories/auth-tickets.ts';
import { loadInstitution } from '../../db/repositories/directory.ts';
import { asAuth } from '../../db/transaction.ts';
import type { InstitutionKind } from '../../domain/procedure/party.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor } from './deps.ts';
import type { Administrator } from './invitations.ts';

export type SignInPolicyView = { readonly secondFactor: 'whoMust' | 'everybody' };

const deciding: ReadonlySet<InstitutionKind> = new Set(['municipality', 'educationBoard']);

/** What holds where the caller's institution is. */
export async function readPolicy(
  deps: SignInDeps,
  { institutionId }: { readonly institutionId: string },
): Promise<SignInPolicyView> {
  return await asAuth(deps.database, async (tx) => {
    const institution = await loadInstitution(tx, institutionId);
    const set = institution === null ? null : await loadSignInPolicy(tx, institution.municipalityId);
    return { secondFactor: set ?? 'whoMust' };
  });
}

/** Sets it; it holds from the next request of everybody there. */
export async function setPolicy(
  deps: SignInDeps,
  administrator: Administrator,
  { secondFactor }: SignInPolicyView,
  visitor: Visitor,
): Promise<SignInResult<SignInPolicyView>> {
  const now = deps.wall();
  const { personId, institutionId } = administrator;
  return await asAuth(deps.database, async (tx) => {
    const institution = await loadInstitution(tx, institutionId);
    if (institution === null || !deciding.has(institution.kind)) return refused('forbidden');
    const { municipalityId } = institution;
    await saveSignInPolicy(tx, { municipalityId, secondFactor, changedAt: now, changedBy: personId });
    await logAct(tx, now, {
      act: 'policyChanged',
      byPerson: personId,
      institutionId,
      source: visitor.source,
      detail: { secondFactor },
    });
    return granted({ secondFactor });
  });
}
