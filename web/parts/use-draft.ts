/**
 * Keeps what is typed into a form with the API, and gives it back when the form is opened again. Until the API has it,
 * it lies encrypted on this device: a network that is gone, a session that ended, a closed page lose nothing.
 */
import { useDebouncedCallback } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSession } from '../app/session.ts';
import { forget, keep, keptAs } from '../offline/vault.ts';
import { dropDraft, keepDraft, readDraft } from '../requests/drafts.ts';

/** Milliseconds without a key before what is typed is kept with the API. */
const pauseMs = 800;

export type DraftKeeper = {
  /** Says what the form holds now; kept here at once, with the API a moment later or where the network comes back. */
  readonly keep: (content: unknown) => void;
  /** Once the form was sent, or the person wants nothing of it. */
  readonly drop: () => void;
};

/** What the form held when it was left, as text; null where nothing was, undefined while it is looked for. */
export function useEarlierDraft(form: string): string | null | undefined {
  const { personId } = useSession().account;
  const { data, isError } = useQuery(earlierQuery(form, personId));
  // Without the draft there is still an empty form: it is a help, not a condition.
  return isError ? null : data;
}

/** Asked anew each time a form opens: another window may have gone on with it. */
function earlierQuery(form: string, personId: string) {
  return queryOptions({
    queryKey: ['draft', form, personId],
    queryFn: async ({ signal }) => {
      const here = await keptAs<unknown>(personId, await nameOf(form)).catch(() => undefined);
      if (here !== undefined) return JSON.stringify(here);
      return (await readDraft(form, signal)).draft?.content ?? null;
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  });
}

/** Failing to keep is no fault to tell: what was typed still stands in the form, and the next key tries again. */
export function useDraft(form: string, dossierId?: string): DraftKeeper {
  const { personId } = useSession().account;
  const latest = useRef<unknown>(undefined);
  const [here, there] = [useRef(Promise.resolve()), useRef(Promise.resolve())];
  // One after the other: an earlier text never comes after a later one.
  const next = (queue: typeof here, work: () => Promise<void>) => {
    queue.current = queue.current.then(work).catch(() => undefined);
  };
  const forgetHere = async () => await forget(personId, await nameOf(form));
  const send = () => {
    const content = latest.current;
    if (content === undefined) return;
    next(there, async () => {
      await keepDraft(form, content, dossierId);
      next(here, async () => {
        if (latest.current === content) await forgetHere();
      });
    });
  };
  const sendLater = useDebouncedCallback(send, pauseMs);
  useEffect(() => {
    globalThis.addEventListener('online', send);
    return () => globalThis.removeEventListener('online', send);
  });
  return {
    keep(content) {
      latest.current = content;
      // Whatever is typed meanwhile goes with the next one at once.
      next(here, async () => {
        if (latest.current !== undefined) await keep(personId, await nameOf(form), latest.current);
      });
      sendLater();
    },
    drop() {
      latest.current = undefined;
      next(here, forgetHere);
      next(there, async () => await dropDraft(form));
    },
  };
}

/** Names lie open on the device; that of a form says what is written about whom. */
async function nameOf(form: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form));
  return `draft ${[...new Uint8Array(hash)].join('.')}`;
}
