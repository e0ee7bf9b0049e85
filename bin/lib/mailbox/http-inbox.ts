/** The pages and the JSON of the inbox. Every mail is treated as hostile: it can run and load nothing. */
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { z } from 'zod';
import type { MailStore, StoredMail } from './mail-store.ts';
import { listPage, mailPage, problemPage } from './pages.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';
import { STYLE_SHEET } from './style-sheet.ts';

const PAGE_SIZE = 50;
const MOST_SUGGESTIONS = 200;

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** The body of a mail: its own inline styles and nothing else, in an origin of its own; links open outside. */
const BODY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const ListQuery = z.strictObject({
  to: z.string().max(254).default(''),
  lapa: z.coerce.number().int().min(1).max(10_000).default(1),
});
const ApiQuery = z.strictObject({
  to: z.string().max(254).optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(100),
});
const MailParams = z.strictObject({ id: z.coerce.number().int().min(1) });

/**
 * The application without a listener. `localOnly` answers only to names of this machine, so that no web site can read
 * the inbox by pointing its own name here.
 */
export function httpInbox(store: MailStore, { localOnly }: { readonly localOnly: boolean }): FastifyInstance {
  const app = fastify({ logger: false, forceCloseConnections: true });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    if (!localOnly || isLocal(request.hostname)) return done();
    page(reply.code(403), problemPage('Nav pieejams', 'Atveriet http://127.0.0.1 šajā datorā.'));
  });
  app.setNotFoundHandler((_request, reply) => notFound(reply));
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof z.ZodError)) throw error;
    reply.code(400);
    if (request.routeOptions.url?.startsWith('/api/') === true)
      return reply.send({ error: z.prettifyError(error) });
    return page(reply, problemPage('Adrese nav saprotama', 'Sāciet no vēstuļu saraksta.'));
  });
  pages(app, store);
  api(app, store);
  return app;
}

function pages(app: FastifyInstance, store: MailStore): void {
  app.get('/', (request, reply) => {
    const { to, lapa } = ListQuery.parse(request.query);
    const all = store.list();
    const wanted = to.trim().toLowerCase();
    const matching = all.filter((mail) => mail.to.some((address) => address.toLowerCase().includes(wanted)));
    const count = Math.max(1, Math.ceil(matching.length / PAGE_SIZE));
    const current = Math.min(lapa, count);
    const list = {
      mails: matching.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE),
      to: to.trim(),
      matching: matching.length,
      total: all.length,
      page: current,
      pages: count,
      recipients: [...new Set(all.flatMap((mail) => mail.to))].slice(0, MOST_SUGGESTIONS).sort(),
    };
    return page(reply, listPage(list));
  });
  app.get('/stils.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE_SHEET));
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  app.get('/vestule/:id', async (request, reply) => {
    const mail = await open(store, request.params);
    if (mail === null) return notFound(reply);
    const ids = store.list().map((each) => each.id);
    const at = ids.indexOf(mail.stored.id);
    return page(
      reply,
      mailPage({
        mail: mail.stored,
        text: mail.parsed.text,
        hasHtml: mail.parsed.html !== null,
        newer: ids[at - 1] ?? null,
        older: ids[at + 1] ?? null,
      }),
    );
  });
  app.get('/vestule/:id/html', async (request, reply) => {
    const mail = await open(store, request.params);
    if (mail === null || mail.parsed.html === null) return notFound(reply);
    return page(
      reply.header('content-security-policy', BODY_POLICY),
      `<base target="_blank">${mail.parsed.html}`,
    );
  });
  app.get('/vestule/:id/avots', async (request, reply) => {
    const mail = await open(store, request.params);
    if (mail === null) return notFound(reply);
    return reply.type('text/plain; charset=utf-8').send(mail.raw);
  });
}

/** For tests and scripts. `to` is a whole address here, so that one recipient's mails are not mixed with another's. */
function api(app: FastifyInstance, store: MailStore): void {
  app.get('/api/mails', (request) => {
    const { to, limit } = ApiQuery.parse(request.query);
    const wanted = to?.toLowerCase();
    const matching = store
      .list()
      .filter((mail) => wanted === undefined || mail.to.some((address) => address.toLowerCase() === wanted));
    return { total: matching.length, mails: matching.slice(0, limit) };
  });
  app.get('/api/mails/:id', async (request, reply) => {
    const mail = await open(store, request.params);
    if (mail === null) return reply.code(404).send({ error: 'not found' });
    const { text, html, headers } = mail.parsed;
    return { ...mail.stored, text, html, headers };
  });
}

type Opened = {
  readonly stored: StoredMail;
  readonly raw: Buffer;
  readonly parsed: ParsedMail;
};

async function open(store: MailStore, params: unknown): Promise<Opened | null> {
  const checked = MailParams.safeParse(params);
  const stored = checked.success ? store.find(checked.data.id) : undefined;
  const raw = stored && (await store.raw(stored.id));
  return stored && raw ? { stored, raw, parsed: await parseMail(raw) } : null;
}

function page(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(html);
}

function notFound(reply: FastifyReply): FastifyReply {
  const advice = 'Tādas vēstules nav, vai tā izmesta, lai būtu vieta jaunākām.';
  return page(reply.code(404), problemPage('Nav atrasts', advice));
}

function isLocal(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '::1', '[::1]'].includes(hostname);
}
