/**
 * Cross-site request forgery. Cookies are SameSite and bodies JSON only; besides, what changes something and comes
 * from a page must come from one of ours, and what comes with a session must say where it comes from.
 */
import type { FastifyRequest } from 'fastify';
import { ApiProblem } from '../problems/api-problem.ts';

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Browsers send Origin with every request that may change something; a program without a session need not. */
export function refuseForeignPages(request: FastifyRequest, origin: string, bySession: boolean): void {
  if (reading.has(request.method)) return;
  const { origin: from, 'sec-fetch-site': site } = request.headers;
  const foreign = (from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin');
  if (foreign || (bySession && hasSession(request) && from === undefined))
    throw new ApiProblem({ code: 'originRefused' });
}

function hasSession(request: FastifyRequest): boolean {
  return request.headers.cookie !== undefined;
}
