/**
 * Who may call a route stands in the route itself, never in a prefix of its address (`/%61pi` is the same route).
 * A route that does not say is not registered.
 */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor } from '../../application/application.ts';
import { ApiProblem } from '../problems/api-problem.ts';

/** `public`: anybody. `signedIn`: who the application then asks what it may. */
export type Guard = 'public' | 'signedIn';

/**
 * Whose token it is, or null. `actingFor` is the institution the caller names in `X-Acting-For`; null where the
 * token's holder works for none of that id, or for several and names none.
 */
export type Tokens = (token: string, actingFor: string | null) => Promise<Actor | null>;

declare module 'fastify' {
  interface FastifyContextConfig {
    guard?: Guard;
  }
  interface FastifyRequest {
    actor: Actor | null;
  }
}

/** Puts the guard before every route. Without `tokens` nobody can sign in, so that only public routes answer. */
export function guardRoutes(app: FastifyInstance, tokens: Tokens | null): void {
  app.decorateRequest('actor', null);
  app.addHook('onRoute', requireGuard);
  app.addHook('onRequest', async (request) => {
    if (request.is404 || request.routeOptions.config.guard === 'public') return;
    request.actor = tokens === null ? null : await actorBehind(request, tokens);
    if (request.actor === null) {
      throw new ApiProblem({ code: 'signInNeeded', headers: { 'www-authenticate': 'Bearer' } });
    }
  });
}

/** The actor of a route that is not public. */
export function actorOf(request: FastifyRequest): Actor {
  if (request.actor === null) throw new Error('A public route asked for its actor');
  return request.actor;
}

function requireGuard(route: RouteOptions): void {
  if (route.config?.guard === undefined) {
    throw new Error(
      `Route ${String(route.method)} ${route.url} has no guard: say config.guard 'signedIn', or 'public'`,
    );
  }
}

const developmentToken = /^Bearer (dev-[A-Za-z0-9_-]{1,100})$/;
const institutionId = /^[A-Za-z0-9_-]{1,64}$/;

async function actorBehind(request: FastifyRequest, tokens: Tokens): Promise<Actor | null> {
  const token = developmentToken.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return null;
  const actingFor = request.headers['x-acting-for'];
  if (actingFor === undefined) return tokens(token, null);
  if (typeof actingFor !== 'string' || !institutionId.test(actingFor)) return null;
  return tokens(token, actingFor);
}
