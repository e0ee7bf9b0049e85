/** Headers of every answer, those of unknown addresses and of errors included. */
import type { FastifyReply } from 'fastify';

/** Nothing of an answer may be executed, framed or kept. Pages loosen only what they need. */
const nothingAllowed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const always = {
  'cache-control': 'no-store',
  'content-security-policy': nothingAllowed,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A year; only where the product is reached by TLS, since a browser would refuse plain HTTP afterwards. */
const strictTransport = { 'strict-transport-security': 'max-age=31536000' } as const;

/** The headers for a product that is reached at `publicUrl`. */
export function securityHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https:') ? { ...always, ...strictTransport } : always;
}

/** The policy of a page whose one style sheet stands in it; `hash` is that sheet's SHA-256 in base64. */
export function allowStyle(reply: FastifyReply, hash: string): void {
  reply.header('content-security-policy', `${nothingAllowed}; style-src 'sha256-${hash}'`);
}
