import { afterEach, describe, expect, it } from 'vitest';
import {
  at,
  type Behaviour,
  type ScriptedSmtp,
  type ScriptedStage,
  startScriptedSmtp,
} from '../../test/support/scripted-smtp.ts';
import type { OutgoingMail, SendOutcome } from './mailer.ts';
import { createSmtpMailer } from './smtp-transport.ts';

const FROM = { name: 'Termiņsargs', address: 'terminsargs@pasvaldiba.test' };
const MAIL: OutgoingMail = {
  messageId: '<notice-1@pasvaldiba.test>',
  to: { name: 'Anna Kalniņa', address: 'anna.kalnina@skola.test' },
  replyTo: null,
  subject: 'Šodien jāpabeidz 3 pienākumi',
  html: '<p>Šodien jāpabeidz 3 pienākumi</p>',
  text: 'Šodien jāpabeidz 3 pienākumi',
  date: new Date('2026-11-23T05:30:00Z'),
};
/** More than the socket buffers of both sides hold, so that the message is surely not handed over in one go. */
const HUGE = 'Garš paskaidrojums.\n'.repeat(1_000_000);
/** Short, so that silence is told from slowness within the test's time; nothing else waits in these tests. */
const TIMEOUTS = { connect: 400, reply: 400, total: 5_000 };

let server: ScriptedSmtp | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function send(running: ScriptedSmtp, query = '', login = '', mail = MAIL): Promise<SendOutcome> {
  const url = `smtp://${login}127.0.0.1:${running.port}${query}`;
  return createSmtpMailer({ url, from: FROM, timeouts: TIMEOUTS }).send(mail);
}

describe('a connection cut at each stage (reliability b6)', () => {
  const ways = ['reset', 'fin', 'silence'] as const;
  const notAccepted = (stage: string) => ({ outcome: 'notAccepted', stage });
  const stages: [ScriptedStage, { outcome: string; stage?: string }][] = [
    ['connect', notAccepted('handshake')],
    ['greeting', notAccepted('handshake')],
    ['ehlo', notAccepted('handshake')],
    ['starttls', notAccepted('handshake')],
    ['auth', notAccepted('login')],
    ['mail', notAccepted('envelope')],
    ['rcpt', notAccepted('envelope')],
    ['data', notAccepted('envelope')],
    ['body', notAccepted('body')],
    ['dot', { outcome: 'uncertain', stage: 'end' }],
    ['accepted', { outcome: 'sent' }],
  ];
  for (const [stage, expected] of stages) {
    for (const way of ways) {
      it(`${stage}, ${way}: ${expected.outcome}`, async () => {
        const plan = at(stage, { do: way });
        server = await startScriptedSmtp({ plan, extensions: ['STARTTLS', 'AUTH PLAIN', '8BITMIME'] });
        const mail = stage === 'body' ? { ...MAIL, text: HUGE } : MAIL;
        const query = stage === 'starttls' ? '?tls=required' : '';
        const outcome = await send(server, query, stage === 'auth' ? 'u:p@' : '', mail);
        expect(outcome).toMatchObject(expected);
        expect(server.mails.map((received) => received.fate)).toEqual(
          stage === 'dot' ? ['cut'] : stage === 'accepted' ? ['accepted'] : [],
        );
      });
    }
  }

  it('pipelined: the same answers hold where envelope and DATA leave together (RFC 2920)', async () => {
    for (const [stage, expected] of stages.slice(5, 8)) {
      server = await startScriptedSmtp({ plan: at(stage, { do: 'fin' }), extensions: ['PIPELINING'] });
      expect(await send(server)).toMatchObject(expected);
      await server.close();
    }
  });

  it('a small message cut in the middle may have been handed over whole: uncertain', async () => {
    server = await startScriptedSmtp({ plan: at('body', { do: 'silence' }) });
    expect(await send(server)).toMatchObject({ outcome: 'uncertain', stage: 'end' });
  });

  it('nobody listens: not accepted', async () => {
    const gone = await startScriptedSmtp();
    await gone.close();
    expect(await send(gone)).toEqual({ outcome: 'notAccepted', reason: 'ECONNREFUSED', stage: 'connect' });
  });

  it('a server that drips one reply for ever is left after the whole time', async () => {
    const timer: { drip?: NodeJS.Timeout } = {};
    const net = await import('node:net');
    const dripping = net.createServer((socket) => {
      timer.drip = setInterval(() => socket.write('2'), 50);
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
    const { port } = dripping.address() as { port: number };
    const mailer = createSmtpMailer({
      url: `smtp://127.0.0.1:${port}`,
      from: FROM,
      timeouts: { connect: 60_000, reply: 60_000, total: 300 },
    });
    expect(await mailer.send(MAIL)).toEqual({
      outcome: 'notAccepted',
      reason: 'TOTAL_TIMEOUT',
      stage: 'handshake',
    });
    clearInterval(timer.drip);
    await new Promise((resolve) => dripping.close(resolve));
  });
});

describe('reply classes (reliability b7)', () => {
  const temporary = (code: number) => ({ outcome: 'refused', permanent: false, code });
  const permanent = (code: number) => ({ outcome: 'refused', permanent: true, code });
  const misconfigured = (problem: string, code: number | null) => ({
    outcome: 'misconfigured',
    problem,
    code,
  });
  const rows: [ScriptedStage, string, object][] = [
    ['greeting', '421 4.3.2 closing', temporary(421)],
    ['greeting', '450 4.7.1 busy', temporary(450)],
    ['greeting', '554 5.7.1 no service for you', misconfigured('server', 554)],
    ['greeting', '250 not a greeting', { outcome: 'notAccepted', stage: 'handshake' }],
    ['ehlo', '421 4.3.2 closing', temporary(421)],
    ['ehlo', '550 5.7.1 bad name', misconfigured('server', 550)],
    ['starttls', '454 4.7.0 TLS not available', temporary(454)],
    ['starttls', '502 5.5.1 unknown', misconfigured('tls', 502)],
    ['auth', '421 4.3.2 closing', temporary(421)],
    ['auth', '454 4.7.0 try later', temporary(454)],
    ['auth', '534 5.7.9 mechanism too weak', misconfigured('login', 534)],
    ['auth', '535 5.7.8 bad credentials', misconfigured('login', 535)],
    ['auth', '538 5.7.11 encryption required', misconfigured('login', 538)],
    ['mail', '421 4.3.2 closing', temporary(421)],
    ['mail', '451 4.3.0 local error', temporary(451)],
    ['mail', '452 4.3.1 no space', temporary(452)],
    ['mail', '503 5.5.1 bad sequence', temporary(503)],
    ['mail', '530 5.7.0 login first', misconfigured('login', 530)],
    ['mail', '550 5.7.1 sender refused', misconfigured('sender', 550)],
    ['mail', '553 5.1.8 sender domain', misconfigured('sender', 553)],
    ['rcpt', '421 4.3.2 closing', temporary(421)],
    ['rcpt', '450 4.2.1 greylisted', temporary(450)],
    ['rcpt', '451 4.7.1 later', temporary(451)],
    ['rcpt', '452 4.5.3 too many', temporary(452)],
    ['rcpt', '552 5.5.3 too many recipients', temporary(552)],
    ['rcpt', '550 5.1.1 no such user', { ...permanent(550), enhancedCode: '5.1.1', stage: 'envelope' }],
    ['rcpt', '551 5.1.6 moved', permanent(551)],
    ['rcpt', '553 5.1.3 bad mailbox', permanent(553)],
    ['rcpt', '554 5.7.1 refused', permanent(554)],
    ['rcpt', '556 5.1.10 no mail here', permanent(556)],
    ['data', '421 4.3.2 closing', temporary(421)],
    ['data', '451 4.3.0 later', temporary(451)],
    ['data', '554 5.5.1 no', permanent(554)],
    ['dot', '421 4.3.2 closing', temporary(421)],
    ['dot', '451 4.6.0 later', { ...temporary(451), stage: 'end' }],
    ['dot', '452 4.3.1 no space', temporary(452)],
    ['dot', '550 5.7.1 content', permanent(550)],
    ['dot', '552 5.2.2 mailbox full', permanent(552)],
    ['dot', '554-5.7.1 two\n554 5.7.1 lines', { ...permanent(554), enhancedCode: '5.7.1' }],
    ['dot', '354 nonsense', { outcome: 'uncertain', stage: 'end' }],
    ['dot', '250 2.0.0 queued for <anna.kalnina@skola.test>', { outcome: 'sent' }],
  ];
  for (const [stage, text, expected] of rows) {
    it(`${stage}: ${text.replace('\n', ' / ')}`, async () => {
      const behaviour: Behaviour = { do: text.startsWith('421') ? 'replyAndClose' : 'reply', text };
      const extensions = ['STARTTLS', 'AUTH PLAIN', '8BITMIME'];
      server = await startScriptedSmtp({ plan: at(stage, behaviour), extensions });
      const query = stage === 'starttls' ? '?tls=required' : '';
      const outcome = await send(server, query, stage === 'auth' ? 'u:p@' : '');
      expect(outcome).toMatchObject(expected);
      expect(JSON.stringify(outcome)).not.toContain('anna.kalnina');
    });
  }

  it('one after another: 451 twice, then taken', async () => {
    const plan = (session: { number: number }, stage: ScriptedStage): Behaviour =>
      stage === 'rcpt' && session.number < 3 ? { do: 'reply', text: '451 4.7.1 later' } : { do: 'go' };
    server = await startScriptedSmtp({ plan });
    const outcomes = [await send(server), await send(server), await send(server)];
    expect(outcomes.map((each) => each.outcome)).toEqual(['refused', 'refused', 'sent']);
    expect(server.mails).toHaveLength(1);
  });

  it('a login is set up but the server offers none: misconfigured, and nothing is sent', async () => {
    server = await startScriptedSmtp();
    expect(await send(server, '', 'u:p@')).toMatchObject(misconfigured('login', null));
    expect(server.mails).toEqual([]);
  });

  it('TLS where the server speaks none: misconfigured, and no command is sent in clear', async () => {
    server = await startScriptedSmtp();
    const mailer = createSmtpMailer({
      url: `smtps://u:p@127.0.0.1:${server.port}`,
      from: FROM,
      timeouts: TIMEOUTS,
    });
    expect(await mailer.send(MAIL)).toMatchObject(misconfigured('tls', null));
    expect(server.mails).toEqual([]);
    expect(server.sessions.flatMap((session) => session.commands)).toEqual([]);
  });

  it('a 250 before the end of the message is not taken for its acceptance', async () => {
    server = await startScriptedSmtp({ plan: at('body', { do: 'reply', text: '250 2.0.0 already' }) });
    const outcome = await send(server, '', '', { ...MAIL, text: HUGE });
    expect(outcome).toMatchObject({ outcome: 'uncertain', reason: 'EARLY_REPLY' });
  });
});

describe('what arrives', () => {
  it('the same mail twice is the same bytes with the same Message-ID (architecture 1.7)', async () => {
    server = await startScriptedSmtp();
    await send(server);
    await send(server);
    expect(server.mails).toHaveLength(2);
    expect(server.mails[0]?.messageId).toBe(MAIL.messageId);
    expect(server.mails[1]?.raw).toBe(server.mails[0]?.raw);
  });

  it('it says that a machine wrote it, and where a reply goes', async () => {
    server = await startScriptedSmtp();
    await send(server, '', '', { ...MAIL, replyTo: 'dienests@pasvaldiba.test' });
    const head = server.mails[0]?.raw.split('\r\n\r\n', 1)[0];
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain('Reply-To: dienests@pasvaldiba.test');
    expect(head).toContain('Date: Mon, 23 Nov 2026 05:30:00 +0000');
    expect(server.mails[0]).toMatchObject({ from: FROM.address, to: [MAIL.to.address], fate: 'accepted' });
  });
});
