/** A form of several fields that is kept while it is typed, and given back when it is opened again. */
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { RestoredNote } from './restored-note.tsx';
import { useDraft, useEarlierDraft } from './use-draft.ts';

type Typing<V> = {
  readonly values: V;
  /** Whether anything differs from what the form begins with: only then there is something to keep. */
  readonly changed: boolean;
  /** Whether what was kept belongs to what is open now; it does where nothing is said. */
  readonly fits?: (kept: V) => boolean;
  readonly restore: (kept: V) => void;
  /** Back to what the form begins with. */
  readonly begin: () => void;
};

export type KeptTyping = {
  /** Says that the form was given back, for its first line; null where it was not. */
  readonly note: ReactNode;
  /** Once the form was sent. */
  readonly drop: () => void;
};

/** `form` names it by codes and ids; what is held must be no secret, and an object that JSON can hold. */
export function useKeptTyping<V extends object>(form: string, typing: Typing<V>): KeptTyping {
  const { values, changed, restore, begin } = typing;
  const earlier = useEarlierDraft(form);
  const draft = useDraft(form);
  const looked = useRef(false);
  const held = useRef(false);
  const [restored, setRestored] = useState(false);
  const drop = () => {
    held.current = false;
    draft.drop();
  };
  useEffect(() => {
    if (earlier === undefined || looked.current) return;
    looked.current = true;
    const kept = earlier === null ? null : keptIn(earlier, values);
    // Whoever was quicker than the answer goes on with what they type now.
    if (kept === null || changed || typing.fits?.(kept) === false) return;
    restore(kept);
    setRestored(true);
  });
  const text = JSON.stringify(values);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the values, and with nothing else.
  useEffect(() => {
    if (changed) {
      held.current = true;
      draft.keep(values);
      return;
    }
    setRestored(false);
    if (held.current) drop();
  }, [text, changed]);
  return {
    note: restored ? (
      <RestoredNote
        onAnew={() => {
          begin();
          drop();
          setRestored(false);
        }}
      />
    ) : null,
    drop,
  };
}

export function useKeptMantineForm<V extends object>(name: string, form: UseFormReturnType<V>): KeptTyping {
  return useKeptTyping<V>(name, {
    values: form.values,
    changed: form.isDirty(),
    restore: (kept) => form.setValues(kept),
    begin: form.reset,
  });
}

/** Null where it was kept by a version of the form that held other fields. */
function keptIn<V extends object>(content: string, now: V): V | null {
  try {
    const kept = JSON.parse(content) as unknown;
    if (typeof kept !== 'object' || kept === null) return null;
    return Object.keys(now).every((key) => key in kept) ? (kept as V) : null;
  } catch {
    return null;
  }
}
