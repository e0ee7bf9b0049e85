/** How one variable of the environment is read: from text to a checked value, or to what is wrong with it. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { isMailAddress } from './mailer/mail-address.ts';
import { readSmtpUrl } from './mailer/smtp-settings.ts';
import { readImapUrl } from './replies/imap-settings.ts';

/** A value made from the variable's text; a throw becomes the problem that is told, so it repeats no secret. */
export function text<T>(read: (value: string) => T) {
  return z.string().transform((value, context) => {
    try {
      return read(value);
    } catch (error) {
      context.addIssue(error instanceof Error ? error.message : String(error));
      return z.NEVER;
    }
  });
}

function wrong(what: string, right: string): never {
  throw new Error(`${what}; it must be ${right}`);
}

/** May hold a password, so that messages never show the value. */
export const postgresUrl = text((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const right = 'like postgres://user:password@host:5432/database';
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol)) wrong('is no PostgreSQL address', right);
  if (url.hostname === '' || url.pathname.length < 2) wrong('names no host or no database', right);
  if (url.username === '') wrong('names no user', right);
  return value;
});

export const smtpUrl = text((value) => {
  try {
    readSmtpUrl(value);
  } catch (error) {
    // Its messages begin with the variable, which ours name already.
    throw new Error(error instanceof Error ? error.message.replace(/^SMTP_URL:? /, '') : 'is wrong', {
      cause: error,
    });
  }
  return value;
});

/** May hold a password, so that messages never show the value. */
export const imapUrl = text((value) => readImapUrl(value));

/** A token of 33 letters is added before the `@`, and 64 fit there. */
const longestMailbox = 31;

export const replyMailbox = text((value) => {
  const [local = ''] = value.split('@');
  if (!isMailAddress(value) || local.includes('+') || local.length > longestMailbox) {
    wrong(
      'is no address of a mailbox',
      `like atbildes@example.lv, with at most ${longestMailbox} letters before the @`,
    );
  }
  return value;
});

export const webUrl = text((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const right = 'like https://termini.example.lv';
  if (url === undefined || !/^https?:$/.test(url.protocol)) wrong(`“${value}” is no web address`, right);
  if (url.search !== '' || url.hash !== '' || url.username !== '') wrong('holds more than an address', right);
  return value.replace(/\/+$/, '');
});

export const hostAndPort = text((value) => {
  const port = /^(?:[\w.-]+|\[[\da-fA-F:]+\]):(\d+)$/.exec(value)?.[1];
  if (port === undefined || !isPort(Number(port))) wrong(`“${value}” is no address`, 'like host:7233');
  return value;
});

export const port = text((value) => {
  if (!/^\d+$/.test(value) || !isPort(Number(value)))
    wrong(`“${value}” is no port`, 'a number from 1 to 65535');
  return Number(value);
});

function isPort(number: number): boolean {
  return number >= 1 && number <= 65_535;
}

export const flag = text((value) => {
  if (['1', 'true', 'yes', 'on'].includes(value.toLowerCase())) return true;
  if (['0', 'false', 'no', 'off'].includes(value.toLowerCase())) return false;
  return wrong(`“${value}” is neither yes nor no`, 'true or false');
});

export const namespace = text((value) => {
  if (!/^[A-Za-z0-9][\w.-]*$/.test(value))
    wrong(`“${value}” is no namespace`, 'like terminsargs, or name.account in Temporal Cloud');
  return value;
});

export const host = text((value) => {
  if (!/^[\w.:-]+$/.test(value))
    wrong(`“${value}” is no host`, 'a name or an address like 127.0.0.1 or 0.0.0.0');
  return value;
});

export const sender = text((value) => {
  const found = /^(?:([^<>\r\n@"]*)<([^<>]+)>|([^<>]+))$/.exec(value.trim());
  const address = (found?.[2] ?? found?.[3] ?? '').trim();
  if (!isMailAddress(address)) wrong('is no sender', 'like Termiņsargs <termini@example.lv>');
  return { name: (found?.[1] ?? '').trim(), address };
});

export const logLevel = text((value) => {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
  return (
    levels.find((level) => level === value) ??
    wrong(`“${value}” is no log level`, `one of ${levels.join(', ')}`)
  );
});

export const password = text((value) => {
  if (value.length < 16) wrong('is too short', 'a random text of at least 16 characters');
  return value;
});

/** Addresses and networks, parted by commas. */
export const networks = text((value) => {
  const all = value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const one of all) {
    if (!isNetwork(one)) wrong(`“${one}” is neither an address nor a network`, 'like 10.0.0.5 or 10.0.0.0/8');
  }
  return all;
});

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  // Every address of the world would let anybody say where they come from.
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128);
}
