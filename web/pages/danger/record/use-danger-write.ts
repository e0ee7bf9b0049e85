import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { appendFacts, type NewFact } from '../../../requests/dossiers.ts';

/** Records facts about a report once, however often the button is pressed; then all that follows is asked anew. */
export function useDangerWrite(dossierId: string, done: () => void) {
  const queries = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (facts: readonly NewFact[]) => appendFacts(dossierId, facts, { idempotencyKey }),
    onSuccess: async () => {
      await Promise.all(
        ['facts', 'duties', 'dossier'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
      done();
    },
  });
}
