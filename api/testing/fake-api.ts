/** The API over the fake application, with what a test sends again and again. */
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { SignIn } from '../../application/sign-in/create-sign-in.ts';
import { school } from '../../domain/testing/scenario.ts';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { type AppOptions, buildApp } from '../app.ts';
import { type FakeApplication, fakeApplication, fakeTokens, teacherToken } from './fake-application.ts';

/** Nobody is signed in, and no token is known: tests of sign-in run on the real one. */
export const fakeSignIn = {
  whoIs: () => Promise.resolve(null),
  whoseApiToken: () => Promise.resolve(null),
  training: false,
  providers: () => [],
} as unknown as SignIn;

export type FakeApi = {
  readonly app: FastifyInstance;
  readonly application: FakeApplication;
  /** Lines of the log so far. */
  readonly log: string[];
  /** As the teacher. */
  readonly send: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  /** As the teacher, with a key of its own and a JSON body. */
  readonly write: (
    url: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
};

export function fakeApi(options: Partial<AppOptions> = {}): FakeApi {
  const application = fakeApplication();
  const log: string[] = [];
  const app = buildApp({
    application,
    tokens: fakeTokens,
    log: { level: 'info', write: (line) => void log.push(line) },
    publicUrl: 'https://terminsargs.example',
    demo: true,
    trustedProxies: [],
    signIn: fakeSignIn,
    changes: { follow: () => () => undefined },
    ...options,
  });
  const authorization = `Bearer ${teacherToken}`;
  let keys = 0;
  return {
    app,
    application,
    log,
    send: (request) => app.inject({ ...request, headers: { authorization, ...request.headers } }),
    write: (url, body, headers = {}) =>
      app.inject({
        method: 'POST',
        url,
        headers: {
          authorization,
          'idempotency-key': `key-of-a-test-${++keys}`,
          'content-type': 'application/json',
          ...headers,
        },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

export const referralSent = {
  type: 'referral.sent',
  occurredAt: '2026-11-02T08:30:00.000Z',
  words: 'Lūdzam izvērtēt ģimenes situāciju.',
  data: {
    referralId: 'referral-1',
    receiverId: 'social-service',
    kindCode: 'handover',
    channelCode: 'product',
  },
} as const;

export const openCase = {
  kind: 'case',
  schoolId: school,
  procedureId: national2025.id,
  learner: { firstName: 'Anna', lastName: 'Ozoliņa', className: '5.b' },
  facts: [referralSent],
} as const;
