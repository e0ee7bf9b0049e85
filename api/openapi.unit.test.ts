/** The document says what the API does. */
import { describe, expect, it } from 'vitest';
import { thresholdDecisions } from '../contracts/class-overview.ts';
import { openDossier } from '../contracts/dossier.ts';
import { recordFacts } from '../contracts/event.ts';
import { contactsToSave, learnerSearchQuery, learnerToRegister } from '../contracts/learner.ts';
import { problem } from '../contracts/problem.ts';
import { nextClass } from '../contracts/school-class.ts';
import { whatIf } from '../contracts/what-if.ts';
import type { Document, Operation } from './openapi.ts';
import { requestExamples } from './openapi-examples.ts';
import { scopesOfOperations } from './plugins/token-scopes.ts';
import { fakeApi } from './testing/fake-api.ts';

const { app } = fakeApi();
const registered: string[] = [];
app.addHook('onRoute', ({ method, url }) => {
  if (method !== 'HEAD') registered.push(`${String(method)} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
});
const document = (await app.inject('/api/openapi.json')).json<Document>();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

const signInTags: ReadonlySet<string> = new Set(['sign-in', 'account', 'administration']);

function mediaOf(operation: Operation) {
  return [
    ...Object.values(operation.requestBody?.content ?? {}),
    ...Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {})),
  ];
}

/** Every `$ref` in a value. */
function references(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : references(inner),
  );
}

describe('the OpenAPI document', () => {
  it('has the shape of OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({
      title: 'Termiņsargs',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(document.servers).toEqual([{ url: 'https://terminsargs.example' }]);
    const tags = document.tags.map(({ name }) => name);
    for (const { path, method, operation } of operations) {
      expect(path).toMatch(/^\/[\w./{}-]*$/);
      expect(['get', 'post', 'delete']).toContain(method);
      expect(operation.summary).toBeTruthy();
      expect(tags).toEqual(expect.arrayContaining([...(operation.tags ?? [])]));
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(response.description).toBeTruthy();
        expect(response.description).not.toBe('Default Response');
      }
      for (const { schema } of mediaOf(operation)) expect(schema).toBeTypeOf('object');
      const named = path.match(/(?<=\{)\w+(?=\})/g) ?? [];
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter['in'] === 'path');
      expect(inPath.map(({ name, required }) => ({ name, required }))).toEqual(
        named.map((name) => ({ name, required: true })),
      );
    }
  });

  it('lists every registered route, and no other', () => {
    const listed = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(listed.toSorted()).toEqual(registered.toSorted());
  });

  it('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(undefined);
  });

  it('has what it refers to, under names that OpenAPI allows', () => {
    const all = document as unknown as Record<string, unknown>;
    for (const reference of new Set(references(document))) {
      const target = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], all);
      expect(target, reference).toBeTypeOf('object');
    }
    for (const name of Object.keys(document.components.schemas)) expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it('keeps a second form of a schema only where sending and answering differ', () => {
    const { schemas } = document.components;
    for (const [name, schema] of Object.entries(schemas)) {
      const answered = schemas[name.replace(/Input$/, '')];
      if (name.endsWith('Input')) expect(JSON.stringify(answered)).not.toBe(JSON.stringify(schema));
    }
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['FactToRecord', 'DutyView', 'Problem']));
  });

  it('says of every problem what it looks like: one schema, with an example that fits', () => {
    for (const { operation, path } of operations) {
      const statuses = Object.keys(operation.responses).filter((status) => Number(status) >= 400);
      expect(statuses, path).toContain('500');
      for (const status of statuses) {
        const media = operation.responses[status]?.content?.['application/problem+json'];
        expect(media?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
        expect(problem.parse(media?.example).status).toBe(Number(status));
      }
    }
  });

  it('asks for a token everywhere but on public routes', () => {
    const open = operations.filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ path }) => path).toSorted()).toEqual([
      '/api/docs',
      '/api/openapi.json',
      '/api/v1/health',
      '/api/v1/ready',
      '/api/v1/sign-in/invitation',
      '/api/v1/sign-in/invitation/accept',
      '/api/v1/sign-in/passkey',
      '/api/v1/sign-in/passkey/options',
      '/api/v1/sign-in/password',
      '/api/v1/sign-in/providers',
      '/api/v1/sign-in/providers/{provider}/return',
      '/api/v1/sign-in/providers/{provider}/start',
      '/api/v1/sign-in/reset',
      '/api/v1/sign-in/reset/confirm',
      '/problems',
      '/problems/{code}',
    ]);
    expect(document).toMatchObject({
      security: [{ session: [] }, { token: [] }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    });
    for (const { operation } of operations) {
      // Who signs in may be refused too.
      const asks = operation.security?.length !== 0 || operation.tags?.includes('sign-in') === true;
      const redirects = ['listIdentityProviders', 'returnFromProvider'].includes(operation.operationId ?? '');
      expect(Object.hasOwn(operation.responses, '401')).toBe(asks && !redirects);
    }
  });

  it('gives no operation of one’s own sign-in to a token', () => {
    const own = operations.filter(({ operation }) => operation.tags?.includes('account') === true);
    expect(own.length).toBeGreaterThan(10);
    for (const { operation } of own) expect(operation.security).toEqual([{ session: [] }]);
  });

  it('has the operations that tokens of other systems reach, and no write of an administrator among them', () => {
    const reached = Object.keys(scopesOfOperations);
    const known = new Map(operations.map(({ operation }) => [operation.operationId, operation.tags]));
    for (const name of reached) {
      expect(known.has(name), name).toBe(true);
      expect(known.get(name)).not.toContain('administration');
    }
  });

  it('asks every write for an Idempotency-Key', () => {
    for (const { operation, method } of operations) {
      const key = operation.parameters?.find(({ name }) => name === 'Idempotency-Key');
      // Sign-in writes no facts: repeated, it signs in again.
      const aboutSignIn = operation.tags?.some((tag) => signInTags.has(tag)) === true;
      const writes =
        method === 'post' &&
        !aboutSignIn &&
        ![
          'whatIf',
          'previewCalendar',
          'searchLearners',
          'previewSetUp',
          'previewImport',
          'previewRunning',
          // Planning the same days again plans the same.
          'planReviews',
          // Taking the same on again changes nothing.
          'takeDuty',
        ].includes(operation.operationId ?? '');
      expect(key?.['required'] ?? false).toBe(writes);
    }
  });

  it('has examples of bodies that fit', () => {
    const schemas = {
      openDossier,
      recordFacts,
      whatIf,
      searchLearners: learnerSearchQuery,
      registerLearner: learnerToRegister,
      changeContacts: contactsToSave,
      moveClass: nextClass,
      decideThresholds: thresholdDecisions,
    };
    expect(Object.keys(requestExamples).toSorted()).toEqual(Object.keys(schemas).toSorted());
    for (const [name, schema] of Object.entries(schemas)) {
      expect(schema.safeParse(requestExamples[name]).error).toBeUndefined();
    }
  });

  it('gives a public client nothing that is not in it', async () => {
    expect(JSON.stringify(document)).not.toMatch(/localhost|\/work\/|node_modules/);
  });
});

describe('the page', () => {
  it('is one document: no script, no other address, its style allowed by its hash', async () => {
    const page = await app.inject('/api/docs');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*style-src 'sha256-[^']+'$/,
    );
    const foreign = page.body.match(
      /<(?:script|link|img)\b|<[^>]* (?:src|style|on\w+)=|url\(|href="(?![#/])/gi,
    );
    expect(foreign).toBeNull();
  });

  it('tells every operation and every schema, and its links lead somewhere', async () => {
    const { body } = await app.inject('/api/docs');
    const missing = operations.filter(({ path }) => !body.includes(`<code>${path}</code>`));
    expect(missing).toEqual([]);
    const anchors = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, name]) => name));
    const links = [...body.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name);
    expect(links.filter((name) => !anchors.has(name))).toEqual([]);
  });
});
