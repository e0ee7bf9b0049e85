/** Where the mailbox for replies is read: `imaps://user:password@host:993/INBOX`, percent-encoded where needed. */

export type ImapSettings = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder that is read. */
  readonly folder: string;
};

const usualPort = 993;

/** Throws an Error that names what is wrong and repeats no part of the value: it holds a password. */
export function readImapUrl(value: string): ImapSettings {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.protocol !== 'imaps:') {
    throw new Error('is no IMAP address over TLS; it must be like imaps://user:password@host:993/INBOX');
  }
  if (url.hostname === '' || url.username === '' || url.password === '') {
    throw new Error('names no host, user or password; it must be like imaps://user:password@host:993/INBOX');
  }
  const folder = decoded(url.pathname.slice(1));
  return {
    host: url.hostname,
    port: url.port === '' ? usualPort : Number(url.port),
    user: decoded(url.username),
    password: decoded(url.password),
    folder: folder === '' ? 'INBOX' : folder,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error('holds a “%” that stands for nothing; write it as %25');
  }
}
