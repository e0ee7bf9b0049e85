/** The API on a real database, without Temporal, mails or a port: what is asked about rights hangs on none of them. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../../api/app.ts';
import { developmentTokenOf, developmentTokens } from '../../api/development-tokens.ts';
import { createApplication } from '../../application/create-application.ts';
import { createLog } from '../../application/log.ts';
import { createSignIn } from '../../application/sign-in/create-sign-in.ts';
import { type KeyProvider, keyProvider } from '../../db/encryption/key-provider.ts';
import { holdingsOf } from '../../db/repositories/directory.ts';
import { createStore, type TestStore } from '../../db/testing/store.ts';
import { asClock } from '../../db/transaction.ts';
import type { Instant } from '../../domain/time.ts';

/** One request: method, path below `/api/v1` (or a whole one, from `/`), body. */
export type Asked = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

export type RealApi = {
  readonly store: TestStore;
  readonly app: FastifyInstance;
  readonly keys: KeyProvider;
  /** Lines of the API's log so far. */
  readonly log: string[];
  ask(personId: string, asked: Asked): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
};

const origin = 'https://terminsargs.example';

/** The clock stands still at `now`. */
export async function bootRealApi(now: Instant): Promise<RealApi> {
  const store = await createStore();
  const keys = keyProvider([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
  const lines: string[] = [];
  const target = { write: (line: string) => void lines.push(line) };
  const log = createLog('test', 'debug', target);
  const clock = { now: () => Promise.resolve(now), reading: () => Promise.resolve({ now, rate: 1 }) };
  const application = createApplication({
    database: store.api,
    clock,
    timelines: { changed: () => Promise.resolve() },
    keys,
    log,
    temporalAnswers: () => Promise.resolve(true),
  });
  const signIn = createSignIn({
    database: store.auth,
    clock,
    wall: () => now,
    mailer: { send: () => Promise.resolve({ outcome: 'sent', response: '250 ok' }) },
    mailFrom: 'terminsargs@terminsargs.example',
    publicUrl: origin,
    training: true,
    keys,
    passwordCost: { memoryKib: 64, passes: 1 },
    providers: [],
    log,
  });
  const app = buildApp({
    application,
    signIn,
    tokens: developmentTokens({
      training: () => Promise.resolve(true),
      institutionsOf: async (personId) => {
        const holdings = await asClock(store.clock, (tx) => holdingsOf(tx, personId, now));
        return holdings.map(({ institutionId }) => institutionId);
      },
    }),
    log: { level: 'info', ...target },
    publicUrl: origin,
    demo: true,
    trustedProxies: [],
  });
  return {
    store,
    app,
    keys,
    log: lines,
    ask: (personId, { method, path, body, headers }) =>
      app.inject({
        method,
        url: path.startsWith('/api') ? path : `/api/v1${path}`,
        headers: {
          authorization: `Bearer ${developmentTokenOf(personId)}`,
          'accept-language': 'en',
          ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
      } satisfies InjectOptions),
    async close() {
      await app.close();
      await signIn.quiet();
      await store.close();
    },
  };
}

/** An answer without what is new in each: the id of the request. */
export function said(answer: LightMyRequestResponse) {
  const { instance: _instance, ...body } = answer.json<Record<string, unknown>>();
  return { status: answer.statusCode, body };
}
