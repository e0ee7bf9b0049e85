/** What every write carries: its key, what it asked for in short, and the version it was made on. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { WriteMeta } from '../application/application.ts';

const idempotencyKey = z
  .string()
  .regex(/^[\u0021-\u007e]{8,255}$/)
  .meta({
    description:
      'Made by the client, new for each request and the same for its repetition: 8–255 visible ASCII characters.',
    examples: ['6f1c2b7e-1f0a-4c4e-9c55-6f2f8f0c1a11'],
  });

/** Headers of a write. Other headers are nobody's business here and pass. */
export const writeHeaders = z.object({ 'idempotency-key': idempotencyKey });

/** Headers of a write onto something that has a version. */
export const versionedWriteHeaders = z.object({
  'idempotency-key': idempotencyKey,
  'if-match': z
    .string()
    .regex(/^"(?:0|[1-9]\d{0,8})"$/)
    .exactOptional()
    .meta({
      description:
        'The ETag last seen. Another version in the meantime is answered 412; left out, it is not asked.',
      examples: ['"17"'],
    }),
});

/** Headers of a write that must say which version it was made on. */
export const matchingWriteHeaders = versionedWriteHeaders.required();

/** A version as an entity tag. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that an entity tag of ours names. */
export function versionOf(etag: string): number {
  return Number(etag.slice(1, -1));
}

/** The meta data of a write. `key` and `ifMatch` come from headers that were checked by the schemas above. */
export function writeMetaOf(request: FastifyRequest, key: string, ifMatch?: string): WriteMeta {
  return {
    idempotencyKey: key,
    requestHash: requestHashOf(request),
    ...(ifMatch === undefined ? {} : { ifVersion: versionOf(ifMatch) }),
  };
}

/** SHA-256 over method, route, the ids in its address, and the body with its keys in order. */
function requestHashOf(request: FastifyRequest): string {
  const asked = [request.method, request.routeOptions.url ?? '', request.params, request.body];
  return createHash('sha256').update(canonicalJson(asked)).digest('hex');
}

/** JSON that is the same for the same content, whatever the order of keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
