/** Hands one mail to one SMTP server over a connection of its own and says what became of it. */
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { classifyFailure, type SmtpFailure } from './classify-failure.ts';
import { composeMessage } from './compose-message.ts';
import { isMailAddress } from './mail-address.ts';
import type { Mailer, OutgoingMail, SendOutcome, SendStage } from './mailer.ts';
import {
  checkSender,
  DEFAULT_SMTP_TIMEOUTS,
  readSmtpUrl,
  type SmtpServer,
  type SmtpTimeouts,
} from './smtp-settings.ts';
import { trackHandover } from './tracked-stream.ts';

export type SmtpMailerOptions = {
  /** `smtp://` or `smtps://`, see `readSmtpUrl`. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly timeouts?: Partial<SmtpTimeouts>;
};

/** How long the server may take to close after us; the outcome is known by then. */
const CLOSE_GRACE_MS = 1_000;

/**
 * A mailer without a pool: nodemailer's re-queues without bound and hides at which stage a connection broke.
 *
 * @throws Error for the operator when the URL or the sender's address is not usable.
 */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const server = readSmtpUrl(options.url);
  checkSender(options.from);
  const timeouts = { ...DEFAULT_SMTP_TIMEOUTS, ...options.timeouts };
  return {
    async send(mail) {
      if (!isMailAddress(mail.to.address))
        return { outcome: 'refused', permanent: true, code: null, enhancedCode: null, stage: 'address' };
      const message = await composeMessage(mail, options.from);
      return deliver({ server, timeouts, from: options.from.address, mail, message });
    },
  };
}

type Delivery = {
  readonly server: SmtpServer;
  readonly timeouts: SmtpTimeouts;
  readonly from: string;
  readonly mail: OutgoingMail;
  readonly message: Buffer;
};

function deliver({ server, timeouts, from, mail, message }: Delivery): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection(connectionOptions(server, timeouts));
    const handover = trackHandover(message);
    let step: 'connecting' | 'login' | 'envelope' = 'connecting';
    let settled = false;

    const stage = (): SendStage => {
      const progress = handover.progress();
      if (progress !== 'untouched') return progress;
      if (step !== 'connecting') return step;
      return connection.stage === 'init' ? 'connect' : 'handshake';
    };
    const settle = (outcome: SendOutcome) => {
      if (settled) return;
      settled = true;
      clearTimeout(deadline);
      if (outcome.outcome === 'sent') leavePolitely(connection);
      else connection.close();
      resolve(outcome);
    };
    const fail = (failure: SmtpFailure) => {
      settle(classifyFailure(failure, stage()));
    };
    const deadline = setTimeout(
      () => fail({ code: 'ETIMEDOUT', timeoutType: 'TOTAL_TIMEOUT' }),
      timeouts.total,
    );

    const sendMessage = () => {
      step = 'envelope';
      connection.send({ from, to: [mail.to.address] }, handover.stream, (error, info) => {
        if (error) return fail(error);
        // A yes to a message whose end was not sent yet answers something else.
        if (handover.progress() !== 'end')
          return settle({ outcome: 'uncertain', reason: 'EARLY_REPLY', stage: stage() });
        settle({ outcome: 'sent', response: withoutAddresses(info?.response ?? '') });
      });
    };
    // The listener stays for good: a late socket error must not become an uncaught one.
    connection.on('error', fail);
    // A close that no callback reports, e.g. a 421 between two commands.
    connection.once('end', () => setImmediate(() => fail({ code: 'ECONNECTION' })));
    connection.connect((error) => {
      if (error) return fail(error);
      if (server.login === null) return sendMessage();
      step = 'login';
      // Sending without the login that was set up would hide that something is wrong.
      if (!connection.allowsAuth) return fail({ code: 'ENOAUTH' });
      connection.login(server.login, (error) => (error ? fail(error) : sendMessage()));
    });
  });
}

function connectionOptions(server: SmtpServer, timeouts: SmtpTimeouts) {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'off',
    tls: { minVersion: 'TLSv1.2' as const },
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    dnsTimeout: timeouts.connect,
    socketTimeout: timeouts.reply,
    socketCloseTimeout: CLOSE_GRACE_MS,
    maxResponseSize: 64 * 1024,
  };
}

/** QUIT, then close whether or not the server answers. */
function leavePolitely(connection: SMTPConnection): void {
  const timer = setTimeout(() => connection.close(), CLOSE_GRACE_MS);
  connection.once('end', () => clearTimeout(timer));
  connection.quit();
}

/** The server's last words go into logs, where addresses do not belong. */
function withoutAddresses(response: string): string {
  return response
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200);
}
