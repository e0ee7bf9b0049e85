/** Tokens with which other systems act for the institution. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { apiTokenList, madeApiToken, newApiToken, TokenScope } from '../../contracts/sign-in.ts';
import { ask } from './request.ts';

export type ApiToken = z.infer<typeof apiTokenList>['tokens'][number];
export type NewApiToken = z.infer<typeof newApiToken>;

/** What a token may do, in the order in which it is offered, with its name among the texts. */
export const scopes = [
  { scope: 'dossiers:read', name: 'dossiersRead' },
  { scope: 'dossiers:write', name: 'dossiersWrite' },
  { scope: 'facts:read', name: 'factsRead' },
  { scope: 'facts:write', name: 'factsWrite' },
  { scope: 'duties:read', name: 'dutiesRead' },
  { scope: 'directory:read', name: 'directoryRead' },
] as const satisfies readonly { readonly scope: TokenScope; readonly name: string }[];

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) =>
    (await ask<z.infer<typeof apiTokenList>>('/administration/tokens', { signal })).tokens,
});

export function makeToken(body: NewApiToken): Promise<z.infer<typeof madeApiToken>> {
  return ask('/administration/tokens', { method: 'POST', body });
}

export function revokeToken(id: string): Promise<unknown> {
  return ask(`/administration/tokens/${id}`, { method: 'DELETE' });
}
