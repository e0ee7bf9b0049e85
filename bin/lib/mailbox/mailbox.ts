/** The embedded inbox as a whole: SMTP in, pages out, one folder. */

import { httpInbox } from './http-inbox.ts';
import { openMailStore } from './mail-store.ts';
import { startSmtpInbox } from './smtp-inbox.ts';

export type MailboxOptions = {
  /** 0 takes any free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  /** Mails lie in its folder `mailbox`. */
  readonly dataDir: string;
  /** Loopback unless somebody asks for more: the inbox has no sign-in. */
  readonly host?: string;
  /** The oldest mails beyond it are dropped. */
  readonly cap?: number;
};

export type Mailbox = {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly smtpUrl: string;
  readonly httpUrl: string;
  close(): Promise<void>;
};

const LOOPBACK = '127.0.0.1';
const CAP = 5_000;

/** Rejects with the system's error (`EADDRINUSE` …) when a port or the folder cannot be used; nothing stays open then. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const host = options.host ?? LOOPBACK;
  const store = await openMailStore(`${options.dataDir}/mailbox`, options.cap ?? CAP);
  const smtp = await startSmtpInbox(host, options.smtpPort, store);
  const app = httpInbox(store, { localOnly: host === LOOPBACK });
  try {
    await app.listen({ host, port: options.httpPort });
  } catch (error) {
    await smtp.close();
    throw error;
  }
  const [address] = app.addresses();
  const httpPort = typeof address === 'object' ? address.port : options.httpPort;
  return {
    smtpPort: smtp.port,
    httpPort,
    smtpUrl: `smtp://${host}:${smtp.port}`,
    httpUrl: `http://${host}:${httpPort}`,
    close: async () => {
      await Promise.all([smtp.close(), app.close()]);
    },
  };
}
