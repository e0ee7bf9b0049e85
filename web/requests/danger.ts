/** Recording a danger, and whom it was told to. */
import type { z } from 'zod';
import type { Written } from '../../contracts/dossier.ts';
import type { procedureList } from '../../contracts/procedure-list.ts';
import { appendFacts, type NewFact } from './dossiers.ts';
import { ask } from './request.ts';

type NewChild = { readonly firstName: string; readonly lastName: string; readonly className: string };

/** Whom the danger is about: a dossier that is open, a child who is known, a new one, or nobody by name yet. */
export type DangerAbout =
  | { readonly dossierId: string }
  | { readonly schoolId: string; readonly learnerId?: string; readonly learner?: NewChild };

/** Records the danger in that dossier, or opens a concern with it. */
export async function recordDanger(
  about: DangerAbout,
  facts: readonly NewFact[],
  sending: { readonly idempotencyKey: string; readonly signal?: AbortSignal },
): Promise<Written> {
  if ('dossierId' in about) return await appendFacts(about.dossierId, facts, sending);
  const { signal } = sending;
  const { items } = await ask<z.infer<typeof procedureList>>(
    '/procedures',
    signal === undefined ? {} : { signal },
  );
  const procedure = items.find(({ runsOn }) => runsOn !== 'institutionYear');
  const body = { kind: 'concern', procedureId: procedure?.id, ...about, facts };
  return await ask('/dossiers', { method: 'POST', body, ...sending });
}
