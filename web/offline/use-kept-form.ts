import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { thisTab } from './at-hand.ts';
import { forget, keep, keptAs } from './vault.ts';

/** What a form held when it was left: of this tab, or of the person; null where nothing was kept, undefined while it is looked for. */
export function useKeptForm(name: string, personId: string | undefined): unknown {
  const { data, isError } = useQuery({
    queryKey: ['kept-form', name],
    queryFn: async () =>
      (await keptAs<unknown>(thisTab(), name)) ??
      (personId === undefined ? undefined : await keptAs<unknown>(personId, name)) ??
      null,
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  // A browser that keeps nothing: the form begins empty.
  return isError ? null : data;
}

export type FormKeeper = { readonly hold: (content: unknown) => void; readonly drop: () => void };

/** Keeps what a form holds on this device with every key: this tab’s until somebody is signed in, then theirs. */
export function useFormKeeper(name: string, personId: string | undefined): FormKeeper {
  const last = useRef(Promise.resolve());
  // One after the other, so that an earlier text never comes after a later one; to fail is no fault to tell.
  const next = (work: () => Promise<void>) => {
    last.current = last.current.then(work).catch(() => undefined);
  };
  const forgetAll = async () => {
    await forget(thisTab(), name);
    if (personId !== undefined) await forget(personId, name);
  };
  return {
    hold: (content) =>
      next(async () => {
        await keep(personId ?? thisTab(), name, content);
        if (personId !== undefined) await forget(thisTab(), name);
      }),
    drop: () => next(forgetAll),
  };
}
