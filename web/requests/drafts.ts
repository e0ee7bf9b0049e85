/** What was typed and not yet sent, kept by the API for the person alone; and who else is typing. */
import { queryOptions } from '@tanstack/react-query';
import type { DraftAnswer, WritersAnswer } from '../../contracts/draft.ts';
import { ask } from './request.ts';

export function readDraft(form: string, signal: AbortSignal): Promise<DraftAnswer> {
  return ask(`/drafts/${encodeURIComponent(form)}`, { signal });
}

export async function keepDraft(form: string, content: unknown, dossierId?: string): Promise<void> {
  const body = { content: JSON.stringify(content), ...(dossierId === undefined ? {} : { dossierId }) };
  await ask(`/drafts/${encodeURIComponent(form)}`, { method: 'POST', body });
}

export async function dropDraft(form: string): Promise<void> {
  await ask(`/drafts/${encodeURIComponent(form)}`, { method: 'DELETE' });
}

/** Milliseconds between two looks who else writes, while a form is open. */
const lookMs = 15_000;

/** Who else writes about the dossier just now; nobody for who may not record everything there. */
export function writersQuery(dossierId: string) {
  return queryOptions({
    queryKey: ['writers', dossierId],
    queryFn: async ({ signal }) =>
      (await ask<WritersAnswer>(`/dossiers/${dossierId}/writers`, { signal })).writers,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? false : lookMs),
  });
}
