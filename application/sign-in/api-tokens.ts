/** Tokens of other systems: each acts as a service person of one institution, within its scopes, for a time. */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  type ApiTokenRow,
  findApiToken,
  insertApiToken,
  listApiTokens,
  makeServicePerson,
  revokeApiToken,
  touchApiToken,
} from '../../db/repositories/auth-systems.ts';
import { logAct } from '../../db/repositories/auth-tickets.ts';
import { asAuth } from '../../db/transaction.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../../domain/time.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor } from './deps.ts';
import type { Administrator } from './invitations.ts';
import { hashOf, newToken } from './tokens.ts';

const dayMs = 24 * 60 * 60_000;
const touchEveryMs = 60_000;

export type ApiTokenView = Pick<
  ApiTokenRow,
  'id' | 'name' | 'prefix' | 'scopes' | 'createdAt' | 'createdBy' | 'expiresAt' | 'lastUsedAt' | 'revokedAt'
>;

/** Makes a token; its text is told this once. */
export async function makeApiToken(
  deps: SignInDeps,
  administrator: Administrator,
  wanted: { readonly name: string; readonly scopes: readonly string[]; readonly days: number },
  visitor: Visitor,
): Promise<SignInResult<{ readonly token: string; readonly view: ApiTokenView }>> {
  const now = deps.wall();
  const productNow = await deps.clock.now();
  const { institutionId, personId } = administrator;
  return await asAuth(deps.database, async (tx) => {
    const prefix = `ta_${randomBytes(6).toString('hex')}`;
    const token = `${prefix}_${newToken().token}`;
    const row = {
      id: randomUUID(),
      institutionId,
      personId: await makeServicePerson(tx, institutionId, wanted.name, productNow),
      name: wanted.name,
      prefix,
      tokenHash: hashOf(token),
      scopes: [...new Set(wanted.scopes)],
      createdAt: now,
      createdBy: personId,
      expiresAt: plusMilliseconds(now, wanted.days * dayMs),
      lastUsedAt: null,
      revokedAt: null,
    };
    await insertApiToken(tx, row);
    await logAct(tx, now, {
      act: 'apiTokenMade',
      personId: row.personId,
      byPerson: personId,
      institutionId,
      source: visitor.source,
      detail: { token: row.id },
    });
    return granted({ token, view: viewOf(row) });
  });
}

export async function listTokens(
  deps: SignInDeps,
  { institutionId }: Administrator,
): Promise<readonly ApiTokenView[]> {
  return (await asAuth(deps.database, (tx) => listApiTokens(tx, institutionId))).map(viewOf);
}

export async function endApiToken(
  deps: SignInDeps,
  administrator: Administrator,
  id: string,
  visitor: Visitor,
): Promise<SignInResult<null>> {
  const now = deps.wall();
  const { institutionId, personId } = administrator;
  return await asAuth(deps.database, async (tx) => {
    if (!(await revokeApiToken(tx, institutionId, id, now))) return refused('notFound');
    await logAct(tx, now, {
      act: 'apiTokenRevoked',
      byPerson: personId,
      institutionId,
      source: visitor.source,
      detail: { token: id },
    });
    return granted(null);
  });
}

export type TokenHolder = {
  readonly personId: string;
  readonly institutionId: string;
  readonly scopes: readonly string[];
};

/** Whose token this is; null where it is none, revoked or over. */
export async function whoseApiToken(deps: SignInDeps, token: string): Promise<TokenHolder | null> {
  const now = deps.wall();
  return await asAuth(deps.database, async (tx) => {
    const found = await findApiToken(tx, hashOf(token), now);
    if (found === null) return null;
    if (isStale(found.lastUsedAt, now)) await touchApiToken(tx, found.id, now);
    const { personId, institutionId, scopes } = found;
    return { personId, institutionId, scopes };
  });
}

function isStale(lastUsedAt: Instant | null, now: Instant): boolean {
  return lastUsedAt === null || millisecondsBetween(lastUsedAt, now) > touchEveryMs;
}

function viewOf(row: ApiTokenView): ApiTokenView {
  const { id, name, prefix, scopes, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt } = row;
  return { id, name, prefix, scopes, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt };
}
