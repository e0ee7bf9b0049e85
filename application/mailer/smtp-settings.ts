/** Reads where mail is handed over from one URL. */
import { isMailAddress } from './mail-address.ts';

/** Milliseconds. */
export type SmtpTimeouts = {
  /** Name look-up, connecting, greeting and TLS together. */
  readonly connect: number;
  /** Waiting for any single reply, and for the server to take more of the message. */
  readonly reply: number;
  /** The whole attempt; also bounds a server that drips its answers. Keep it below the lease of a claimed row. */
  readonly total: number;
};

export const DEFAULT_SMTP_TIMEOUTS: SmtpTimeouts = { connect: 10_000, reply: 45_000, total: 90_000 };

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** `implicit` from the first byte, `required` by STARTTLS, `off` in clear. */
  readonly tls: 'implicit' | 'required' | 'off';
  readonly login: { readonly user: string; readonly pass: string } | null;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * `smtps://user:pass@host:465` speaks TLS at once; `smtp://host:587` asks for STARTTLS and sends nothing without it.
 * In clear only to this machine itself, or where `?tls=off` says so; a password never leaves the machine in clear.
 *
 * @throws Error with a message for the operator, which never repeats the password.
 */
export function readSmtpUrl(url: string): SmtpServer {
  if (!URL.canParse(url)) throw new Error('SMTP_URL is no URL; write e.g. smtps://user:password@host:465');
  const parsed = new URL(url);
  if (parsed.protocol !== 'smtp:' && parsed.protocol !== 'smtps:')
    throw new Error(`SMTP_URL must begin with smtp:// or smtps://, not ${parsed.protocol}//`);
  if (parsed.hostname === '') throw new Error('SMTP_URL names no host');
  const implicit = parsed.protocol === 'smtps:';
  const user = decodeURIComponent(parsed.username);
  const pass = decodeURIComponent(parsed.password);
  if ((user === '') !== (pass === ''))
    throw new Error('SMTP_URL needs both a user and a password, or neither');
  const loopback = LOOPBACK.has(parsed.hostname);
  const tls = implicit ? 'implicit' : startTls(parsed.searchParams.get('tls'), loopback);
  if (user !== '' && tls === 'off' && !loopback)
    throw new Error('SMTP_URL would send a password in clear: use smtps:// or drop tls=off');
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: parsed.port === '' ? (implicit ? 465 : 587) : Number(parsed.port),
    tls,
    login: user === '' ? null : { user, pass },
  };
}

function startTls(asked: string | null, loopback: boolean): 'required' | 'off' {
  if (asked === null) return loopback ? 'off' : 'required';
  if (asked === 'off' || asked === 'required') return asked;
  throw new Error(`SMTP_URL: tls=${asked} is unknown; write tls=required or tls=off`);
}

/** The sender as set up. Throws an Error for the operator when the address is none. */
export function checkSender(from: { readonly name: string; readonly address: string }): void {
  if (!isMailAddress(from.address))
    throw new Error(`the sender's mail address is not valid: ${from.address}`);
}
