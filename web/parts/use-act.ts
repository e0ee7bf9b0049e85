import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, whenReachable } from '../requests/request.ts';

/**
 * One act of a form. All tries of it carry one idempotency key, so that it is carried out once where the answer was
 * lost; after a definite answer, good or bad, the next press is an act of its own.
 */
export function useAct<I, O>(
  send: (input: I, idempotencyKey: string) => Promise<O>,
  done?: (output: O, input: I) => unknown,
): UseMutationResult<O, Error, I> {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (input: I) => send(input, key),
    retry: whenReachable,
    onSuccess: async (output, input) => {
      setKey(crypto.randomUUID());
      await done?.(output, input);
    },
    onError: (error) => {
      if (error instanceof Refused && error.problem.status < 500) setKey(crypto.randomUUID());
    },
  });
}
