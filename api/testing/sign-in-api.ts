/** The real API over real PostgreSQL for tests of sign-in: accounts, mails caught, a wall clock to move, browsers. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createApplication } from '../../application/create-application.ts';
import { createLog } from '../../application/log.ts';
import type { OutgoingMail } from '../../application/mailer/mailer.ts';
import { createSignIn, type SignIn } from '../../application/sign-in/create-sign-in.ts';
import type { SignInDeps } from '../../application/sign-in/deps.ts';
import { keyProvider } from '../../db/encryption/key-provider.ts';
import { createStore, type TestStore } from '../../db/testing/store.ts';
import { type Instant, instant, plusMilliseconds } from '../../domain/time.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../../test/support/small-municipality.ts';
import { type AppOptions, buildApp } from '../app.ts';
import { developmentTokens } from '../development-tokens.ts';

export const origin = 'https://terminsargs.example';
export const goodPassword = 'zils kumelins peld ziema';
/** A moment in whose time step no test begins. */
const start = instant('2026-11-21T10:00:05.000Z');

export type Browser = {
  /** Values of its cookies by name. */
  readonly cookies: Map<string, string>;
  send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    options?: SendOptions,
  ): Promise<LightMyRequestResponse>;
};

export type SendOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  /** The peer's address, as the socket has it. */
  readonly from?: string;
};

export type SignInApi = {
  readonly app: FastifyInstance;
  readonly store: TestStore;
  readonly signIn: SignIn;
  readonly deps: SignInDeps;
  readonly place: SmallMunicipality;
  readonly mails: OutgoingMail[];
  readonly log: string[];
  now(): Instant;
  /** Moves the wall clock. */
  pass(milliseconds: number): void;
  browser(from?: string): Browser;
  /** The token in the newest mail to this address, once it has been sent. */
  linkFor(mail: string): Promise<string>;
  /** An account for this person, by an invitation of the operator. */
  openAccount(person: {
    readonly personId: string;
    readonly institutionId: string;
    readonly mail: string;
  }): Promise<void>;
  close(): Promise<void>;
};

/** `more` replaces parts: trusted proxies, identity providers. */
export async function signInApi(
  more: {
    readonly app?: Partial<AppOptions>;
    readonly signIn?: (place: SmallMunicipality) => Partial<SignInDeps>;
  } = {},
): Promise<SignInApi> {
  const store = await createStore();
  let wall = start;
  const place = await makeSmallMunicipality(store.ownerUrl, wall);
  const mails: OutgoingMail[] = [];
  const log: string[] = [];
  const clock = { now: () => Promise.resolve(wall), reading: () => Promise.resolve({ now: wall, rate: 1 }) };
  const keys = keyProvider([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
  const productLog = createLog('test', 'debug', { write: (line) => void log.push(line) });
  const deps: SignInDeps = {
    database: store.auth,
    clock,
    wall: () => wall,
    mailer: {
      send(mail) {
        mails.push(mail);
        return Promise.resolve({ outcome: 'sent', response: '250 ok' });
      },
    },
    mailFrom: 'terminsargs@terminsargs.example',
    publicUrl: origin,
    training: true,
    keys,
    // So cheap only here: the settings take no less than OWASP's minimum.
    passwordCost: { memoryKib: 64, passes: 1 },
    providers: [],
    log: productLog,
    ...more.signIn?.(place),
  };
  const signIn = createSignIn(deps);
  const app = buildApp({
    application: createApplication({
      database: store.api,
      clock,
      // Nobody's clock runs here: timelines are another story.
      timelines: { changed: () => Promise.resolve() },
      keys,
      log: productLog,
      temporalAnswers: () => Promise.resolve(true),
    }),
    signIn,
    tokens: developmentTokens({
      training: () => Promise.resolve(true),
      institutionsOf: () => Promise.resolve([place.school]),
    }),
    log: { level: 'info', write: (line) => void log.push(line) },
    publicUrl: origin,
    demo: false,
    trustedProxies: [],
    ...more.app,
  });
  const browser = (from = '192.0.2.1') => newBrowser(app, from);
  const linkFor = async (mail: string): Promise<string> => {
    await signIn.sendLinks();
    const found = mails.findLast(({ to }) => to.address === mail);
    const token = /#([A-Za-z0-9_-]{43})/.exec(found?.text ?? '')?.[1];
    if (token === undefined) throw new Error(`no link for ${mail}`);
    return token;
  };
  return {
    app,
    store,
    signIn,
    deps,
    place,
    mails,
    log,
    now: () => wall,
    pass: (milliseconds) => {
      wall = plusMilliseconds(wall, milliseconds);
    },
    browser,
    linkFor,
    async openAccount({ personId, institutionId, mail }) {
      await store.superuser`insert into auth.mail_order
        (id, purpose, person_id, institution_id, ordered_at, state, next_attempt_at)
        values (gen_random_uuid(), 'invitation', ${personId}, ${institutionId}, ${wall}, 'owed', ${wall})`;
      const token = await linkFor(mail);
      const accepted = await browser('192.0.2.250').send('POST', '/sign-in/invitation/accept', {
        token,
        password: goodPassword,
      });
      if (accepted.statusCode !== 200) throw new Error(`no account: ${accepted.body}`);
    },
    async close() {
      await app.close();
      await signIn.quiet();
      await store.close();
    },
  };
}

function newBrowser(app: FastifyInstance, address: string): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(method, path, body, { headers = {}, from = address } = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await app.inject({
        method,
        url: `/api/v1${path}`,
        remoteAddress: from,
        headers: {
          ...(method === 'GET' ? {} : { origin }),
          ...(cookie === '' ? {} : { cookie }),
          ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
          'accept-language': 'en',
          'user-agent': 'Test browser',
          ...headers,
        },
        ...(method === 'POST' ? { payload: JSON.stringify(body ?? {}) } : {}),
      });
      for (const { name, value, maxAge } of answer.cookies as readonly {
        readonly name: string;
        readonly value: string;
        readonly maxAge?: number;
      }[]) {
        if (maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
  };
}
