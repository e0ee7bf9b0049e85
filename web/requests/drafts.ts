/** What was typed and not yet sent, kept by the API for the person alone. */
import type { DraftAnswer } from '../../contracts/draft.ts';
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
