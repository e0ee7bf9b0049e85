/**
 * An OpenID provider for tests, over HTTP on this machine: discovery, keys, authorization with PKCE, tokens signed by
 * RS256. It speaks the protocol; whom it signs in, and how it misbehaves, the test says.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TestProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the browser does at the provider: signs in as `subject` and is sent back; gives where to. */
  visit(address: string, subject: string, claims?: Readonly<Record<string, unknown>>): Promise<URL>;
  /** Changes the claims of every following token, last. */
  forge(claims: Readonly<Record<string, unknown>>): void;
  /** Signs with a key that it does not publish. */
  signWithForeignKey(foreign: boolean): void;
  close(): Promise<void>;
};

type Grant = {
  readonly challenge: string;
  readonly redirectUri: string;
  readonly nonce: string;
  readonly subject: string;
  readonly claims: Readonly<Record<string, unknown>>;
};

export async function startTestProvider(): Promise<TestProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const clientId = 'terminsargs';
  const clientSecret = 'a-secret-of-the-test-provider';
  const grants = new Map<string, Grant>();
  let forged: Readonly<Record<string, unknown>> = {};
  let key = own.privateKey;
  let issuer = '';

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration') return json(response, metadata(issuer));
    if (pathname === '/keys') {
      const jwk = own.publicKey.export({ format: 'jwk' });
      return json(response, { keys: [{ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' }] });
    }
    if (pathname === '/token') return tokens(response, new URLSearchParams(await bodyOf(request)));
    response.writeHead(404).end();
  };
  const tokens = (response: ServerResponse, form: URLSearchParams): void => {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      grant !== undefined &&
      challenge === grant.challenge &&
      form.get('redirect_uri') === grant.redirectUri &&
      form.get('client_id') === clientId &&
      form.get('client_secret') === clientSecret;
    if (!right) return json(response, { error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1_000);
    const idToken = jwt({
      iss: issuer,
      aud: clientId,
      sub: grant.subject,
      nonce: grant.nonce,
      iat: now,
      exp: now + 60,
      ...grant.claims,
      ...forged,
    });
    json(response, {
      access_token: randomBytes(16).toString('hex'),
      token_type: 'bearer',
      expires_in: 60,
      id_token: idToken,
    });
  };
  const jwt = (claims: Readonly<Record<string, unknown>>): string => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    clientId,
    clientSecret,
    visit(address, subject, claims = {}) {
      const asked = new URL(address).searchParams;
      const code = randomBytes(16).toString('hex');
      const redirectUri = asked.get('redirect_uri') ?? '';
      if (asked.get('code_challenge_method') !== 'S256' || asked.get('response_type') !== 'code')
        throw new Error('not the code flow with PKCE');
      grants.set(code, {
        challenge: asked.get('code_challenge') ?? '',
        redirectUri,
        nonce: asked.get('nonce') ?? '',
        subject,
        claims,
      });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return Promise.resolve(back);
    },
    forge: (claims) => {
      forged = claims;
    },
    signWithForeignKey: (isForeign) => {
      key = isForeign ? foreign.privateKey : own.privateKey;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    code_challenge_methods_supported: ['S256'],
  };
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
