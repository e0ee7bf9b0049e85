/** Recording a danger, and whom it was told to. */
import type { z } from 'zod';
import type { Written } from '../../contracts/dossier.ts';
import type { procedureList } from '../../contracts/procedure-list.ts';
import type { NewFact } from './dossiers.ts';
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
  idempotencyKey: string,
): Promise<Written> {
  if ('dossierId' in about) return await recordDangerFacts(about.dossierId, facts, idempotencyKey);
  const { items } = await ask<z.infer<typeof procedureList>>('/procedures');
  const procedure = items.find(({ runsOn }) => runsOn !== 'institutionYear');
  const body = { kind: 'concern', procedureId: procedure?.id, ...about, facts };
  return await ask('/dossiers', { method: 'POST', body, idempotencyKey });
}

/** Appends facts of danger, whatever others recorded meanwhile: an emergency record is never refused (R 5). */
export function recordDangerFacts(
  dossierId: string,
  facts: readonly NewFact[],
  idempotencyKey: string,
): Promise<Written> {
  return ask(`/dossiers/${dossierId}/facts`, { method: 'POST', body: { facts }, idempotencyKey });
}
