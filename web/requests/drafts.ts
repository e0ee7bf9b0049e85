/** What was typed and not yet sent, kept by the API for the person alone. */
import { queryOptions } from '@tanstack/react-query';
import type { DraftAnswer } from '../../contracts/draft.ts';
import { ask } from './request.ts';

/** Asked anew each time a form opens: another window may have gone on with it. */
export function draftQuery(form: string) {
  return queryOptions({
    queryKey: ['draft', form],
    queryFn: ({ signal }) => ask<DraftAnswer>(`/drafts/${encodeURIComponent(form)}`, { signal }),
    staleTime: 0,
    gcTime: 0,
  });
}

export async function keepDraft(form: string, content: unknown, dossierId?: string): Promise<void> {
  const body = { content: JSON.stringify(content), ...(dossierId === undefined ? {} : { dossierId }) };
  await ask(`/drafts/${encodeURIComponent(form)}`, { method: 'POST', body });
}

export async function dropDraft(form: string): Promise<void> {
  await ask(`/drafts/${encodeURIComponent(form)}`, { method: 'DELETE' });
}
