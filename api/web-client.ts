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
  /** What lies at an address of its own that never changes, by that address. */
  readonly fixed: ReadonlyMap<string, FixedFile>;
};

type FixedFile = { readonly content: string; readonly headers: Readonly<Record<string, string>> };

/** The worker asks for files from here and does nothing else; browsers look for a new one with every visit. */
const fixedFiles: Readonly<Record<string, FixedFile['headers']>> = {
  'service-worker.js': {
    'content-type': 'text/javascript; charset=utf-8',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
    'cache-control': 'no-cache',
  },
  'manifest.webmanifest': {
    'content-type': 'application/manifest+json; charset=utf-8',
    'cache-control': 'no-cache',
  },
};

const noncePlace = '__CSP_NONCE__';

/** Reads the page that was built into `folder`; nothing where none was built. */
export function readWebClient(folder: string): WebClient | undefined {
  if (!existsSync(path.join(folder, 'index.html'))) return undefined;
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  if (!page.includes(noncePlace)) throw new Error(`The page in ${folder} has no place for a nonce`);
  const fixed = Object.entries(fixedFiles).map(
    ([name, headers]) =>
      [`/${name}`, { content: readFileSync(path.join(folder, name), 'utf8'), headers }] as const,
  );
  return { folder, page, fixed: new Map(fixed) };
}

/**
 * Adds the routes of the client's files. They carry a hash of their content in their names, so they never change, but
 * for the service worker and the manifest.
 */
export function serveClientFiles(app: FastifyInstance, { folder, fixed }: WebClient): void {
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
  for (const [url, { content, headers }] of fixed) {
    app.route({
      method: 'GET',
      url,
      config: { guard: 'public', act: 'public' },
      handler: (_request, reply) => reply.headers(headers).send(content),
    });
  }
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
