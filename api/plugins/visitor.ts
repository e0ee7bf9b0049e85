/** Where a request comes from, as far as limits and the owner's list of sessions need to know. */
import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../../application/sign-in/deps.ts';
import type { Cookies } from './cookies.ts';

/** `request.ip` is the peer's address, or what a proxy named in TRUSTED_PROXIES says; nobody else is believed. */
export function visitorOf(request: FastifyRequest, cookies: Cookies): Visitor {
  const agent = request.headers['user-agent'] ?? '';
  return {
    source: sourceOf(request.ip),
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    agent: agent.slice(0, 120).replaceAll(/[\u0000-\u001f\u007f]/g, ' '),
    device: cookies.read(request, 'device'),
  };
}

/** One subscriber has a whole /64 of IPv6 addresses, so that is what counts. */
export function sourceOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.split('%', 1)[0]?.split('::') ?? [];
  const head = before.split(':').filter((group) => group !== '');
  const tail = (after ?? '').split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = after === undefined ? head : [...head, ...zeros, ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
