/** Keeps what is typed into a form with the API, and gives it back when the form is opened again. */
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { dropDraft, keepDraft } from '../requests/drafts.ts';

/** Milliseconds without a key before what is typed is kept. */
const pauseMs = 800;

export type DraftKeeper = {
  /** Says what the form holds now; kept a moment later, and at once where the network comes back. */
  readonly keep: (content: unknown) => void;
  /** Once the form was sent, or the person wants nothing of it. */
  readonly drop: () => void;
};

/** Failing to keep is no fault to tell: what was typed still stands in the form, and the next key tries again. */
export function useDraft(form: string, dossierId?: string): DraftKeeper {
  const latest = useRef<unknown>(undefined);
  const sent = useRef(Promise.resolve());
  // One after the other: an earlier text never comes after a later one.
  const send = () => {
    const content = latest.current;
    if (content === undefined) return;
    sent.current = sent.current.then(() => keepDraft(form, content, dossierId)).catch(() => undefined);
  };
  const sendLater = useDebouncedCallback(send, pauseMs);
  useEffect(() => {
    globalThis.addEventListener('online', send);
    return () => globalThis.removeEventListener('online', send);
  });
  return {
    keep(content) {
      latest.current = content;
      sendLater();
    },
    drop() {
      latest.current = undefined;
      sent.current = sent.current.then(() => dropDraft(form)).catch(() => undefined);
    },
  };
}
