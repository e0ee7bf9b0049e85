/** A case that ran before the product was there, and the duties that were taken over (rules of conduct 15). */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Written } from '../../contracts/dossier.ts';
import type { DutyView } from '../../contracts/duty.ts';
import type { RunningToRecord, runningPreview, takenOver, takeOver } from '../../contracts/running.ts';
import { ask, queryOf } from './request.ts';

export type { RunningToRecord } from '../../contracts/running.ts';

/** What the case would owe, and what of it is taken over. Writes nothing. */
export function runningPreviewQuery(running: RunningToRecord | null) {
  return queryOptions({
    queryKey: ['running', JSON.stringify(running)],
    queryFn: ({ signal }) =>
      ask<z.infer<typeof runningPreview>>('/dossiers/running/preview', {
        method: 'POST',
        body: running,
        signal,
      }),
    enabled: running !== null,
    retry: false,
  });
}

export function openRunning(running: RunningToRecord, idempotencyKey: string): Promise<Written> {
  return ask('/dossiers/running', { method: 'POST', body: running, idempotencyKey });
}

/** Duties from before the start that the person owes and nobody has dated yet; as many as one act takes. */
export const takenOverQuery = queryOptions({
  queryKey: ['duties', 'takenOver'],
  queryFn: ({ signal }) =>
    ask<{ readonly items: readonly DutyView[]; readonly next: string | null }>(
      `/duties${queryOf({ mine: true, status: 'takenOver', limit: 200 })}`,
      { signal },
    ),
});

export function takeDutiesOver(
  act: z.input<typeof takeOver>,
  idempotencyKey: string,
): Promise<z.infer<typeof takenOver>> {
  return ask('/duties/taken-over', { method: 'POST', body: act, idempotencyKey });
}
