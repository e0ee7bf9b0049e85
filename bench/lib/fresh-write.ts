import { randomUUID } from 'node:crypto';
import type { WriteMeta } from '../../application/application.ts';

/** A write that no other write is the same as. */
export function freshWrite(): WriteMeta {
  return { idempotencyKey: randomUUID(), requestHash: randomUUID() };
}
