/**
 * Who may call a route, and which act it is, stands in the route itself, never in a prefix of its address (`/%61pi` is
 * the same route). A route that does not say both is not registered.
 */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor } from '../../application/application.ts';
import type { SignIn } from '../../application/sign-in/create-sign-in.ts';
import type { Caller } from '../../application/sign-in/sessions.ts';
import type { RouteAct } from '../../domain/access/route-act.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import type { Cookies } from './cookies.ts';
import { refuseForeignPages } from './same-origin.ts';
import { scopesOfOperations } from './token-scopes.ts';

/**
 * `public`: anybody. `signedIn`: who the application then asks what it may. `person`: somebody with a session, also
 * one who still has to set up a second factor or to choose an institution. `halfSignedIn`: only somebody whose code
 * is still asked.
 */
export type Guard = 'public' | 'signedIn' | 'person' | 'halfSignedIn';

/**
 * Whose token it is, or null. `actingFor` is the institution the caller names in `X-Acting-For`; null where the
 * token's holder works for none of that id, or for several and names none.
 */
export type Tokens = (token: string, actingFor: string | null) => Promise<Actor | null>;

export type GuardParts = {
  /** Development tokens; null outside of demo mode. */
  readonly tokens: Tokens | null;
  readonly signIn: Pick<SignIn, 'whoIs' | 'whoseApiToken'>;
  readonly cookies: Cookies;
  /** The product's own origin. */
  readonly origin: string;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    guard?: Guard;
    /** What the application asks the policy about; `docs/tiesibas.md` lists it for every route. */
    act?: RouteAct | readonly RouteAct[];
  }
  interface FastifyRequest {
    actor: Actor | null;
    /** The session, where the request came with one. */
    caller: Caller | null;
  }
}

/** Puts the guard before every route. */
export function guardRoutes(app: FastifyInstance, parts: GuardParts): void {
  app.decorateRequest('actor', null);
  app.decorateRequest('caller', null);
  app.addHook('onRoute', requireGuard);
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const guard = request.routeOptions.config.guard ?? 'signedIn';
    const bySession = request.headers.authorization === undefined && guard !== 'public';
    refuseForeignPages(request, parts.origin, bySession);
    if (guard !== 'public') await admit(request, guard, parts);
  });
}

/** The actor of a route with the guard `signedIn`. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw new Error('A public route asked for its actor');
  return request.actor;
}

/** The session behind a route with the guard `person` or `halfSignedIn`. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller === null) throw new Error('A route without a session asked for its caller');
  return request.caller;
}

function requireGuard({ method, url, config }: RouteOptions): void {
  const route = `Route ${String(method)} ${url}`;
  if (config?.guard === undefined)
    throw new Error(`${route} has no guard: say config.guard 'signedIn', or 'public'`);
  const acts = actsOf(config.act);
  if (acts.length === 0)
    throw new Error(`${route} has no act: say config.act, an act of domain/access/rights.ts`);
  const wanted = freeActs[config.guard];
  const fits = (act: RouteAct) => (wanted === undefined ? act !== 'public' : act === wanted);
  if (!acts.every(fits))
    throw new Error(`${route} has the guard ${config.guard}, which is not for ${acts.join()}`);
}

/** What a route for anybody, or around one's own sign-in, is: nothing that the policy would have to allow. */
const freeActs: Readonly<Partial<Record<Guard, RouteAct>>> = {
  public: 'public',
  person: 'own',
  halfSignedIn: 'own',
};

/** The acts of a route's `config.act`. */
export function actsOf(act: RouteAct | readonly RouteAct[] | undefined): readonly RouteAct[] {
  return act === undefined ? [] : typeof act === 'string' ? [act] : act;
}

const developmentToken = /^Bearer (dev-[A-Za-z0-9_-]{1,100})$/;
const apiToken = /^Bearer (ta_[0-9a-f]{12}_[A-Za-z0-9_-]{43})$/;
const institutionId = /^[A-Za-z0-9_-]{1,64}$/;

const signInNeeded = () =>
  new ApiProblem({ code: 'signInNeeded', headers: { 'www-authenticate': 'Bearer' } });

async function admit(
  request: FastifyRequest,
  guard: Exclude<Guard, 'public'>,
  parts: GuardParts,
): Promise<void> {
  const actingFor = request.headers['x-acting-for'] ?? null;
  if (actingFor !== null && (typeof actingFor !== 'string' || !institutionId.test(actingFor)))
    throw signInNeeded();
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    // Whoever shows a token is not asked for a cookie.
    request.actor = guard === 'signedIn' ? await behindToken(request, authorization, actingFor, parts) : null;
    if (request.actor === null) throw signInNeeded();
    return;
  }
  const token = parts.cookies.read(request, 'session');
  const caller = token === null ? null : await parts.signIn.whoIs(token, actingFor);
  if (caller === null) throw signInNeeded();
  request.caller = caller;
  request.actor = admitted(guard, caller);
}

/** What a session may reach; the actor where the route needs one. */
function admitted(guard: Exclude<Guard, 'public'>, caller: Caller): Actor | null {
  switch (guard) {
    case 'halfSignedIn':
      if (caller.stage === 'full') throw signInNeeded();
      return null;
    case 'person':
      if (caller.stage !== 'full') throw new ApiProblem({ code: 'secondFactorNeeded' });
      return null;
    case 'signedIn': {
      if (caller.stage !== 'full') throw new ApiProblem({ code: 'secondFactorNeeded' });
      if (caller.secondFactorRequired && !caller.secondFactor)
        throw new ApiProblem({ code: 'secondFactorSetUpNeeded' });
      if (caller.institutionId === null) throw signInNeeded();
      return { personId: caller.personId, institutionId: caller.institutionId };
    }
  }
}

async function behindToken(
  request: FastifyRequest,
  authorization: string,
  actingFor: string | null,
  { tokens, signIn }: GuardParts,
): Promise<Actor | null> {
  const development = developmentToken.exec(authorization)?.[1];
  if (development !== undefined) return tokens === null ? null : await tokens(development, actingFor);
  const ofSystem = apiToken.exec(authorization)?.[1];
  const holder = ofSystem === undefined ? null : await signIn.whoseApiToken(ofSystem);
  if (holder === null || (actingFor !== null && actingFor !== holder.institutionId)) return null;
  const scope = scopesOfOperations[operationOf(request)];
  if (scope === undefined || !holder.scopes.includes(scope)) throw new ApiProblem({ code: 'scopeMissing' });
  return { personId: holder.personId, institutionId: holder.institutionId };
}

function operationOf(request: FastifyRequest): string {
  const { operationId } = Object(request.routeOptions.schema) as { readonly operationId?: unknown };
  return typeof operationId === 'string' ? operationId : '';
}
