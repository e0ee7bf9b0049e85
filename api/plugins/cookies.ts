/** The product's cookies. Their values are tokens of our own making; nothing else is ever read from or put into one. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export type Cookies = {
  /** The token of that name; null where there is none, two, or something else. */
  read(request: FastifyRequest, name: CookieName): string | null;
  set(reply: FastifyReply, name: CookieName, token: string): void;
  clear(reply: FastifyReply, name: CookieName): void;
};

/** `session`: who is signed in. `device`: that somebody has signed in with this browser. `oidc`: on the way to a provider. */
export type CookieName = 'session' | 'device' | 'oidc';

/** Seconds; a session's cookie goes with the browser, and its row ends by itself. */
const lifetimes: Readonly<Record<CookieName, number | null>> = {
  session: null,
  device: 180 * 24 * 60 * 60,
  oidc: 10 * 60,
};
/** The provider's page leads back here from another site. */
const sameSite: Readonly<Record<CookieName, 'Strict' | 'Lax'>> = {
  session: 'Strict',
  device: 'Strict',
  oidc: 'Lax',
};

const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** By TLS the names begin with `__Host-`: no other host and no plain connection can set them (RFC 6265bis 4.1.3.2). */
export function productCookies(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith('https:');
  const nameOf = (name: CookieName) => `${secure ? '__Host-' : ''}terminsargs-${name}`;
  const put = (reply: FastifyReply, name: CookieName, value: string, seconds: number | null) => {
    const parts = [
      `${nameOf(name)}=${value}`,
      'Path=/',
      'HttpOnly',
      `SameSite=${sameSite[name]}`,
      ...(secure ? ['Secure'] : []),
      ...(seconds === null ? [] : [`Max-Age=${seconds}`]),
    ];
    reply.header('set-cookie', parts.join('; '));
  };
  return {
    read(request, name) {
      const found = (request.headers.cookie ?? '')
        .split(';')
        .map((pair) => pair.trim().split('='))
        .filter(([key]) => key === nameOf(name));
      const value = found.length === 1 ? found[0]?.[1] : undefined;
      return value !== undefined && tokenForm.test(value) ? value : null;
    },
    set: (reply, name, token) => put(reply, name, token, lifetimes[name]),
    clear: (reply, name) => put(reply, name, '', 0),
  };
}
