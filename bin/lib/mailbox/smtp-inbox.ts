/** The receiving end: takes every mail that comes from this machine. */
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.ts';

export type Listening = { readonly port: number; close(): Promise<void> };

const LARGEST_MAIL = 10 * 1024 * 1024;

/** 250 is given when the mail is on disk; a failure to store it is a 451, so that the sender keeps it. */
export async function startSmtpInbox(host: string, port: number, store: MailStore): Promise<Listening> {
  const server = new SMTPServer({
    name: 'pastkastite.local',
    banner: 'Terminsargs demo mailbox',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_MAIL,
    closeTimeout: 1_000,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('error', done);
      stream.once('end', () => {
        if (stream.sizeExceeded) return done(reply(552, 'the mail is too large'));
        const { mailFrom, rcptTo } = session.envelope;
        store
          .add({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map((recipient) => recipient.address),
            raw: Buffer.concat(chunks),
            receivedAt: new Date(),
          })
          .then(
            (mail) => done(null, `stored as ${mail.id}`),
            () => done(reply(451, 'the mail could not be stored')),
          );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  server.removeAllListeners('error');
  // A client that drops its connection is its own matter.
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the inbox has no port');
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
