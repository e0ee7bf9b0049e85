import * as fc from 'fast-check';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from '../../test/support/hostile-text.ts';
import { type ScriptedSmtp, startScriptedSmtp } from '../../test/support/scripted-smtp.ts';
import { createSmtpMailer } from './smtp-transport.ts';

const FROM = { name: 'Termiņsargs', address: 'terminsargs@pasvaldiba.test' };

let server: ScriptedSmtp;
beforeAll(async () => {
  server = await startScriptedSmtp();
});
afterAll(() => server.close());

function mailTo(name: string, address: string, subject: string) {
  return {
    messageId: '<n-1@pasvaldiba.test>',
    to: { name, address },
    replyTo: null,
    subject,
    html: '<p>x</p>',
    text: 'x',
    date: new Date(0),
  };
}

describe('injection (reliability b8, d10)', () => {
  it('the envelope is exactly the stored address, else refused before connecting', async () => {
    const mailer = createSmtpMailer({ url: server.url, from: FROM });
    const plain = fc.stringMatching(/^[a-z0-9.+'_-]{1,12}@[a-z0-9-]{1,8}\.(lv|test)$/);
    const address = fc.oneof(
      { weight: 2, arbitrary: plain },
      hostileText(),
      fc.tuple(plain, hostileText()).map(([start, end]) => start + end),
      fc.tuple(hostileText(), plain).map(([start, end]) => start + end),
      fc.emailAddress(),
    );
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(hostileText(), address, hostileText(), async (name, to, subject) => {
        const [mails, sessions] = [server.mails.length, server.sessions.length];
        const outcome = await mailer.send(mailTo(name, to, subject));
        if (outcome.outcome === 'sent') {
          sent += 1;
          expect(server.mails.slice(mails)).toMatchObject([{ from: FROM.address, to: [to] }]);
          const commands = server.sessions.at(-1)?.commands.slice(1, 4);
          expect(commands).toEqual([`MAIL FROM:<${FROM.address}>`, `RCPT TO:<${to}>`, 'DATA']);
        } else {
          expect(outcome).toMatchObject({
            outcome: 'refused',
            permanent: true,
            code: null,
            stage: 'address',
          });
          expect(server.sessions).toHaveLength(sessions);
        }
      }),
      { numRuns: 3_000 },
    );
    // Both ways must have been gone, or the test proves nothing.
    expect(sent).toBeGreaterThan(300);
    expect(sent).toBeLessThan(2_700);
  }, 60_000);
});

describe('TLS with a certificate nobody vouches for', () => {
  it('is an alarm for the operator, by STARTTLS and at once, and no mail is handed over', async () => {
    for (const secure of [false, true]) {
      let received = 0;
      // smtp-server brings a self-signed certificate for localhost.
      const tlsServer = new SMTPServer({
        secure,
        authOptional: true,
        logger: false,
        onData: (stream, _session, done) => {
          received += 1;
          stream.resume().on('end', () => done());
        },
      });
      tlsServer.on('error', () => undefined);
      await new Promise<void>((resolve) => tlsServer.listen(0, '127.0.0.1', () => resolve()));
      const { port } = tlsServer.server.address() as { port: number };
      const url = secure ? `smtps://localhost:${port}` : `smtp://localhost:${port}?tls=required`;
      const outcome = await createSmtpMailer({ url, from: FROM }).send(mailTo('A', 'a@b.test', 's'));
      expect(outcome).toMatchObject({ outcome: 'misconfigured', problem: 'tls' });
      expect(received).toBe(0);
      await new Promise<void>((resolve) => tlsServer.close(() => resolve()));
    }
  });
});
