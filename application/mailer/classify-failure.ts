/** From what nodemailer says about a failed attempt, and how far it came, to what we may do next. */
import type { SendOutcome, SendStage } from './mailer.ts';

/** The parts of nodemailer's error that count. Its message is left out: it repeats the recipient's address. */
export type SmtpFailure = {
  readonly code?: string | undefined;
  /** The system's or OpenSSL's own code, where nodemailer put its own over it. */
  readonly originalCode?: string | undefined;
  readonly timeoutType?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  /** The command that was answered: `MAIL FROM`, `RCPT TO`, `DATA`, `STARTTLS`, … */
  readonly command?: string | undefined;
};

type Failed = Exclude<SendOutcome, { outcome: 'sent' }>;
type Problem = Extract<SendOutcome, { outcome: 'misconfigured' }>['problem'];

/** 530 login required, 534 mechanism too weak, 535 wrong user or password, 538 encryption required. */
const LOGIN_CODES = new Set([530, 534, 535, 538]);

const TLS_CODES =
  /^(?:ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/;

/**
 * A 4xx or 5xx reply is the server's word, wherever it comes. Without one everything hangs on whether the server can
 * have the whole mail (`stage: 'end'`).
 */
export function classifyFailure(failure: SmtpFailure, stage: SendStage): Failed {
  const code = failure.responseCode;
  if (code !== undefined && code >= 400 && code < 600) return classifyReply(code, failure, stage);
  const reason = failure.originalCode ?? failure.timeoutType ?? failure.code ?? 'UNKNOWN';
  if (stage === 'end') return { outcome: 'uncertain', reason, stage };
  if (isTlsProblem(failure)) return { outcome: 'misconfigured', problem: 'tls', code: null, stage };
  if (failure.code === 'EAUTH' || failure.code === 'ENOAUTH')
    return { outcome: 'misconfigured', problem: 'login', code: null, stage };
  return { outcome: 'notAccepted', reason, stage };
}

function classifyReply(code: number, failure: SmtpFailure, stage: SendStage): Failed {
  const enhancedCode = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(failure.response ?? '')?.[1] ?? null;
  if (isTemporary(code, failure.command))
    return { outcome: 'refused', permanent: false, code, enhancedCode, stage };
  const problem = setUpProblem(code, failure.command, stage);
  if (problem !== null) return { outcome: 'misconfigured', problem, code, stage };
  return { outcome: 'refused', permanent: true, code, enhancedCode, stage };
}

/**
 * Besides 4xx: 503 says that the session, not the mail, was in the wrong state, and 552 to RCPT means “too many
 * recipients”, to be taken as 452 (RFC 5321 4.5.3.1.10).
 */
function isTemporary(code: number, command: string | undefined): boolean {
  return code < 500 || code === 503 || (code === 552 && command === 'RCPT TO');
}

/** Whatever is refused for good before a recipient was named cannot be the recipient's fault. */
function setUpProblem(code: number, command: string | undefined, stage: SendStage): Problem | null {
  if (LOGIN_CODES.has(code) || stage === 'login') return 'login';
  if (command === 'STARTTLS') return 'tls';
  if (stage === 'connect' || stage === 'handshake') return 'server';
  return command === 'MAIL FROM' ? 'sender' : null;
}

/** A connection that merely broke during the TLS handshake (`ETLS` of `CONN`) is a broken connection. */
function isTlsProblem(failure: SmtpFailure): boolean {
  if (failure.originalCode !== undefined && TLS_CODES.test(failure.originalCode)) return true;
  if (failure.code === 'EREQUIRETLS') return true;
  return failure.code === 'ETLS' && failure.command !== 'CONN';
}
