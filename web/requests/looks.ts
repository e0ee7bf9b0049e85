/** Who looked at a case. */
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { Look } from '../../contracts/access.ts';
import { ask, queryOf } from './request.ts';

type LookPage = { readonly items: readonly Look[]; readonly next: string | null };

/** Latest first. To ask is a look too, so it is asked only when somebody wants to see it. */
export function looksQuery(dossierId: string) {
  return infiniteQueryOptions({
    queryKey: ['looks', dossierId],
    queryFn: ({ pageParam, signal }) =>
      ask<LookPage>(`/dossiers/${dossierId}/access-log${queryOf({ limit: 50, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    refetchOnWindowFocus: false,
  });
}

/** A page in Latvian, to hand to the learner or the parents. */
export function extractAddress(dossierId: string): string {
  return `/api/v1/dossiers/${dossierId}/access-extract`;
}
