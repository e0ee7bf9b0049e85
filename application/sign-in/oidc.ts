/**
 * Sign-in at a municipality's own identity provider (OpenID Connect, code flow with PKCE). An identity is matched by
 * its subject alone, after it was linked by an invitation or by its signed-in owner; never by address, and it never
 * makes an account. State, nonce and verifier are derived from one secret in the browser's cookie.
 */
import { createHmac, randomUUID } from 'node:crypto';
import * as oidc from 'openid-client';
import { hasSecondFactor, identityOwner, linkIdentity } from '../../db/repositories/auth-factors.ts';
import { accountOf, postsOf } from '../../db/repositories/auth-people.ts';
import {
  consumeTicket,
  consumeTicketById,
  findTicket,
  insertTicket,
  logAct,
  type TicketRow,
} from '../../db/repositories/auth-tickets.ts';
import { asAuth, type Transaction } from '../../db/transaction.ts';
import { type Instant, plusMilliseconds } from '../../domain/time.ts';
import { tellOwner } from './account-notices.ts';
import { granted, refused, type SignInDeps, type SignInResult, type Visitor, wait } from './deps.ts';
import { openAccount } from './invitations.ts';
import { countTry } from './limits.ts';
import type { OidcProviderSetting } from './oidc-provider-setting.ts';
import type { SignedIn } from './password-sign-in.ts';
import { type Caller, isFresh, openSession } from './sessions.ts';
import { hashOf, newToken } from './tokens.ts';

const flowMs = 10 * 60_000;
const answerSeconds = 10;
const keptMs = 60 * 60_000;

/** What coming back from the provider is for. */
export type OidcIntent =
  | { readonly for: 'signIn' }
  | { readonly for: 'invitation'; readonly token: string }
  | { readonly for: 'link'; readonly caller: Caller };

/** Where to send the browser, and the secret that its cookie keeps meanwhile. */
export type OidcStart = { readonly address: string; readonly flow: string };

/** Discovered providers, asked again after an hour. */
export type OidcProviders = {
  readonly settings: readonly OidcProviderSetting[];
  find(id: string): OidcProviderSetting | null;
  configuration(provider: OidcProviderSetting): Promise<oidc.Configuration>;
};

export function oidcProviders(settings: readonly OidcProviderSetting[]): OidcProviders {
  const known = new Map<string, { readonly until: number; readonly found: oidc.Configuration }>();
  return {
    settings,
    find: (id) => settings.find((one) => one.id === id) ?? null,
    async configuration(provider) {
      const kept = known.get(provider.id);
      if (kept !== undefined && kept.until > performance.now()) return kept.found;
      const issuer = new URL(provider.issuer);
      const found = await oidc.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
        timeout: answerSeconds,
        execute: [
          // Without it the library trusts the connection alone and looks at no signature.
          oidc.enableNonRepudiationChecks,
          // The settings take plain HTTP for this machine itself only.
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      });
      known.set(provider.id, { until: performance.now() + keptMs, found });
      return found;
    },
  };
}

/** Begins: the browser goes to the provider. */
export async function startOidc(
  deps: SignInDeps,
  providers: OidcProviders,
  providerId: string,
  intent: OidcIntent,
  visitor: Visitor,
): Promise<SignInResult<OidcStart>> {
  const provider = providers.find(providerId);
  if (provider === null) return refused('notFound');
  const now = deps.wall();
  if (intent.for === 'link' && !isFresh(intent.caller, now)) return refused('freshSignInNeeded');
  const seconds = await asAuth(deps.database, (tx) =>
    countTry(tx, [{ limit: 'linkFromSource', of: visitor.source }], now),
  );
  if (seconds !== null) return wait(seconds);
  const configuration = await providers.configuration(provider).catch(() => null);
  if (configuration === null) {
    deps.log.warn({ provider: provider.id }, 'an identity provider does not answer');
    return refused('identityProviderAway');
  }
  const { token: flow, hash } = newToken();
  const stored = await asAuth(deps.database, async (tx) => {
    const invitation =
      intent.for === 'invitation' ? await findTicket(tx, 'invitation', hashOf(intent.token), now) : null;
    if (intent.for === 'invitation' && invitation === null) return refused('linkInvalid');
    await insertTicket(tx, {
      id: randomUUID(),
      purpose: 'oidc',
      tokenHash: hash,
      personId: intent.for === 'link' ? intent.caller.personId : null,
      provider: provider.id,
      invitationId: invitation?.id ?? null,
      createdAt: now,
      expiresAt: plusMilliseconds(now, flowMs),
    });
    return granted(null);
  });
  if (!stored.ok) return stored;
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(deps, provider),
    scope: 'openid',
    state: derived(flow, 'state'),
    nonce: derived(flow, 'nonce'),
    code_challenge: await oidc.calculatePKCECodeChallenge(derived(flow, 'verifier')),
    code_challenge_method: 'S256',
  });
  return granted({ address: address.href, flow });
}

/** Comes back with the provider's answer in `query`; `flow` is the cookie's secret. */
export async function finishOidc(
  deps: SignInDeps,
  providers: OidcProviders,
  came: { readonly providerId: string; readonly query: string; readonly flow: string | null },
  visitor: Visitor,
): Promise<SignInResult<SignedIn>> {
  const provider = providers.find(came.providerId);
  if (provider === null || came.flow === null) return refused('identityRefused');
  const { flow, query } = came;
  const now = deps.wall();
  const begun = await asAuth(deps.database, (tx) => consumeTicket(tx, 'oidc', hashOf(flow), now));
  if (begun === null || begun.provider !== provider.id) return refused('identityRefused');
  const claims = await claimsOf(deps, providers, provider, flow, query);
  if (claims === null) return refused('identityRefused');
  return await asAuth(deps.database, async (tx) => {
    const personId = await ownerOf(tx, deps, provider, begun, claims.subject, now, visitor);
    if (personId === null) {
      await logAct(tx, now, {
        act: 'identityRefused',
        source: visitor.source,
        detail: { provider: provider.id },
      });
      return refused('identityRefused');
    }
    const secondFactor = claims.multiFactor;
    const asksMore = !secondFactor && (await hasSecondFactor(tx, personId));
    await logAct(tx, now, {
      act: asksMore ? 'identityRight' : 'signedIn',
      personId,
      source: visitor.source,
      detail: { by: 'oidc', provider: provider.id },
    });
    const tokens = await openSession(tx, now, {
      personId,
      methods: ['oidc'],
      secondFactor,
      stage: asksMore ? 'secondFactor' : 'full',
      visitor,
    });
    return granted({ next: asksMore ? 'secondFactor' : 'done', tokens });
  });
}

/** Whose identity it is, linking it where that was asked for. Nobody without a post in the provider's municipality. */
async function ownerOf(
  tx: Transaction,
  deps: SignInDeps,
  provider: OidcProviderSetting,
  begun: TicketRow,
  subject: string,
  now: Instant,
  visitor: Visitor,
): Promise<string | null> {
  const link = async (personId: string): Promise<boolean> => {
    if (!(await linkIdentity(tx, { provider: provider.id, subject, personId, linkedAt: now }))) return false;
    await logAct(tx, now, {
      act: 'identityLinked',
      personId,
      source: visitor.source,
      detail: { provider: provider.id },
    });
    return true;
  };
  const belongs = async (personId: string): Promise<boolean> =>
    (await postsOf(tx, personId, await deps.clock.now())).some(
      ({ municipalityId }) => municipalityId === provider.municipalityId,
    );
  if (begun.personId !== null) {
    const may = (await accountOf(tx, begun.personId)) !== null && (await belongs(begun.personId));
    if (!may || !(await link(begun.personId))) return null;
    await tellOwner(tx, now, begun.personId, 'identityLinked');
    return begun.personId;
  }
  const owner = await identityOwner(tx, provider.id, subject, now);
  if (begun.invitationId === null) {
    if (owner === null || (await accountOf(tx, owner)) === null || !(await belongs(owner))) return null;
    return owner;
  }
  if (owner !== null) return null;
  const invitation = await consumeTicketById(tx, begun.invitationId, now);
  const invited = invitation?.personId ?? null;
  if (invited === null || !(await belongs(invited))) return null;
  if (!(await openAccount(tx, now, invited, null, visitor))) return null;
  // Linked by somebody else meanwhile: no account may stay without the identity that it was opened with.
  if (!(await link(invited))) throw new Error('an identity was linked twice at the same moment');
  return invited;
}

type Claims = { readonly subject: string; readonly multiFactor: boolean };

/** What the provider says, checked by the library: state, code, PKCE, signature, issuer, audience, nonce, age. */
async function claimsOf(
  deps: SignInDeps,
  providers: OidcProviders,
  provider: OidcProviderSetting,
  flow: string,
  query: string,
): Promise<Claims | null> {
  try {
    const configuration = await providers.configuration(provider);
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(`${redirectUri(deps, provider)}?${query}`),
      {
        expectedState: derived(flow, 'state'),
        expectedNonce: derived(flow, 'nonce'),
        pkceCodeVerifier: derived(flow, 'verifier'),
        idTokenExpected: true,
      },
    );
    const claims = tokens.claims();
    if (claims === undefined) return null;
    const methods: unknown = claims['amr'];
    // RFC 8176: more than one factor was used there.
    return { subject: claims.sub, multiFactor: Array.isArray(methods) && methods.includes('mfa') };
  } catch (error) {
    deps.log.warn(
      { provider: provider.id, error: error instanceof Error ? error.name : 'unknown' },
      'an identity provider’s answer was refused',
    );
    return null;
  }
}

function derived(flow: string, what: 'state' | 'nonce' | 'verifier'): string {
  return createHmac('sha256', flow).update(what).digest('base64url');
}

function redirectUri({ publicUrl }: SignInDeps, { id }: OidcProviderSetting): string {
  return `${publicUrl}/api/v1/sign-in/providers/${id}/return`;
}
