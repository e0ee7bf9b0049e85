/** Receives the mails of a simulation, so that “mailed” is what a mail server was really handed. */
import { SMTPServer } from 'smtp-server';

export type MailSink = {
  readonly url: string;
  /** Message-IDs received so far, in order of arrival. */
  readonly received: readonly string[];
  close(): Promise<void>;
};

/** Listens on a free loopback port. */
export async function startMailSink(): Promise<MailSink> {
  const received: string[] = [];
  const server = new SMTPServer({
    name: 'simulate.local',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1_000,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('error', done);
      stream.once('end', () => {
        const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1];
        if (id !== undefined) received.push(id);
        done(null, 'taken');
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  server.removeAllListeners('error');
  // A client that drops its connection is its own matter.
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail sink has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
