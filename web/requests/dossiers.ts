/** Dossiers, their facts, and what recording a fact would do. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { EmergencyAccess } from '../../contracts/access.ts';
import type { DossierDetail, DossierRow, Written } from '../../contracts/dossier.ts';
import type { RecordedFact } from '../../contracts/event.ts';
import type { FactVocabulary } from '../../contracts/vocabulary.ts';
import type { WhatIfAnswer } from '../../contracts/what-if.ts';
import { ask, queryOf } from './request.ts';

export type { DossierDetail, DossierRow, Written } from '../../contracts/dossier.ts';
export type { RecordedFact } from '../../contracts/event.ts';
export type { FactVocabulary } from '../../contracts/vocabulary.ts';

export type FactType = FactVocabulary['groups'][number]['types'][number];
export type FactField = FactType['fields'][number];

/** A fact as the form makes it; the API checks it against the vocabulary. */
export type NewFact = {
  readonly type: string;
  readonly occurredAt?: string;
  readonly acute?: boolean;
  readonly settles?: readonly string[];
  readonly words?: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export function dossierQuery(dossierId: string) {
  return queryOptions({
    queryKey: ['dossier', dossierId],
    queryFn: ({ signal }) => ask<DossierDetail>(`/dossiers/${dossierId}`, { signal }),
  });
}

type DossierPage = { readonly items: readonly DossierRow[]; readonly next: string | null };

/** Open concerns and cases that the person sees, the newest first. */
export const openCasesQuery = queryOptions({
  queryKey: ['dossiers', 'open'],
  queryFn: async ({ signal }) => {
    const { items } = await ask<DossierPage>(`/dossiers${queryOf({ status: 'open', limit: 200 })}`, {
      signal,
    });
    return items.filter(({ kind }) => kind !== 'institutionYear');
  },
});

type FactPage = { readonly items: readonly RecordedFact[]; readonly next: string | null };

/** Facts of a dossier, page after page. */
export function factsQuery(dossierId: string) {
  return infiniteQueryOptions({
    queryKey: ['facts', dossierId],
    queryFn: ({ pageParam, signal }) =>
      ask<FactPage>(`/dossiers/${dossierId}/facts${queryOf({ limit: 200, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** All facts of a dossier in the order of entering. */
export function allFactsQuery(dossierId: string) {
  return queryOptions({
    queryKey: ['facts', dossierId, 'all'],
    queryFn: async ({ signal }) => {
      const found: RecordedFact[] = [];
      let cursor: string | undefined;
      do {
        const query = queryOf({ limit: 200, cursor });
        const page: FactPage = await ask(`/dossiers/${dossierId}/facts${query}`, { signal });
        found.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return found;
    },
  });
}

/** What facts there are and what they are called; changes with a release only. */
export const vocabularyQuery = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => ask<FactVocabulary>('/vocabulary', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What these facts would settle and start: in this version of a case, or with null in a new one. */
export function whatIfQuery(
  procedureId: string,
  dossier: { readonly id: string; readonly version: number } | null,
  facts: readonly NewFact[],
) {
  const body = { ...(dossier === null ? {} : { dossierId: dossier.id }), procedureId, facts };
  return queryOptions({
    queryKey: ['what-if', dossier?.id ?? 'new', dossier?.version, procedureId, JSON.stringify(facts)],
    queryFn: ({ signal }) => ask<WhatIfAnswer>('/what-if', { method: 'POST', body, signal }),
    // A fact that cannot be recorded is refused when it is sent, with the reason; this is only a look ahead.
    retry: false,
  });
}

export function recordFacts(
  dossierId: string,
  facts: readonly NewFact[],
  meta: { readonly idempotencyKey: string; readonly version: number },
): Promise<Written> {
  return ask(`/dossiers/${dossierId}/facts`, { method: 'POST', body: { facts }, ...meta });
}

/** Looks into a case in an emergency; the ground is a code of the vocabulary. */
export function takeEmergencyAccess(
  access: Omit<EmergencyAccess, 'groundCode'> & { readonly groundCode: string },
  idempotencyKey: string,
): Promise<Written> {
  return ask('/emergency-access', { method: 'POST', body: access, idempotencyKey });
}

/** Appends facts that no version matters to, whatever others recorded meanwhile: a contact, a danger (R 5). */
export function appendFacts(
  dossierId: string,
  facts: readonly NewFact[],
  sending: { readonly idempotencyKey: string; readonly signal?: AbortSignal },
): Promise<Written> {
  return ask(`/dossiers/${dossierId}/facts`, { method: 'POST', body: { facts }, ...sending });
}

/** What the vocabulary says of a type of facts; nothing where it is not loaded yet, or knows no such type. */
export function factTypeIn(vocabulary: FactVocabulary | undefined, name: string): FactType | undefined {
  return vocabulary?.groups.flatMap(({ types }) => types).find(({ type }) => type === name);
}
