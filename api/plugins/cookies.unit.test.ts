import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { productCookies } from './cookies.ts';

const token = 'A'.repeat(43);

async function setBy(publicUrl: string) {
  const app = fastify();
  const cookies = productCookies(publicUrl);
  app.get('/', (request, reply) => {
    cookies.set(reply, 'session', token);
    cookies.set(reply, 'oidc', token);
    cookies.clear(reply, 'device');
    return { read: cookies.read(request, 'session') };
  });
  const inject = (cookie: string) => app.inject({ url: '/', headers: { cookie } });
  const answer = await inject('');
  return { set: [answer.headers['set-cookie']].flat().map(String), inject };
}

it('by TLS cookies are bound to this host and to TLS', async () => {
  const { set } = await setBy('https://terminsargs.example');
  expect(set).toEqual([
    `__Host-terminsargs-session=${token}; Path=/; HttpOnly; SameSite=Strict; Secure`,
    `__Host-terminsargs-oidc=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600`,
    '__Host-terminsargs-device=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0',
  ]);
});

it('on one machine without TLS they go without what only TLS may have', async () => {
  const { set, inject } = await setBy('http://127.0.0.1:4300');
  expect(set[0]).toBe(`terminsargs-session=${token}; Path=/; HttpOnly; SameSite=Strict`);
  expect((await inject(`terminsargs-session=${token}`)).json()).toEqual({ read: token });
});

it.each([
  ['another name', `terminsargs-session=${token}`],
  ['another form', '__Host-terminsargs-session=short'],
  ['two of them', `__Host-terminsargs-session=${token}; __Host-terminsargs-session=${token}`],
  ['more than a token', `__Host-terminsargs-session=${token}=x${token}`],
])('a cookie with %s is none', async (what, cookie) => {
  const { inject } = await setBy('https://terminsargs.example');
  const { read } = (await inject(cookie)).json<{ read: string | null }>();
  // What follows a second “=” is no part of a value of ours.
  expect(read).toBe(what === 'more than a token' ? token : null);
});
