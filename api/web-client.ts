/**
 * Hands out the browser client that `npm run build` made. Every address that no route knows is a page of it, for a
 * browser that asks for a page; what the page then shows, it asks of the routes.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export type WebClient = {
  /** Where its files are. */
  readonly folder: string;
  /** The page, with a place for the nonce of each answer. */
  readonly page: string;
};

const noncePlace = '__CSP_NONCE__';

/** Reads the page that was built into `folder`; nothing where none was built. */
export function readWebClient(folder: string): WebClient | undefined {
  if (!existsSync(path.join(folder, 'index.html'))) return undefined;
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  if (!page.includes(noncePlace)) throw new Error(`The page in ${folder} has no place for a nonce`);
  return { folder, page };
}

/** Adds the route of the client's files. They carry a hash of their content in their names, so they never change. */
export function serveClientFiles(app: FastifyInstance, { folder }: WebClient): void {
  app.register(async (instance) => {
    await instance.register(fastifyStatic, {
      root: path.join(folder, 'assets'),
      serve: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
    });
    instance.route({
      method: 'GET',
      url: '/assets/*',
      config: { guard: 'public', act: 'public' },
      handler: (request, reply) => reply.sendFile((request.params as { '*': string })['*']),
    });
  });
}

/** Whether somebody follows a link or types an address, in a browser. */
export function asksForPage({ method, headers, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return !/^\/(?:api|assets)(?:\/|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}

/** Sends the page: its styles by nonce, its scripts from here alone, nothing to or from any other place. */
export function sendClient(reply: FastifyReply, { page }: WebClient): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .code(200)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policyWith(nonce))
    .send(page.replaceAll(noncePlace, nonce));
}

function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
