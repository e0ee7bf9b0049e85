/**
 * An SMTP server on a bare socket that misbehaves on command: it cuts, closes, falls silent or answers any code at any
 * stage. What it received whole is the record that tests judge the product by, apart from the product's own tables.
 */
import { createServer, type Server, type Socket } from 'node:net';

/**
 * `connect`: on connecting, before a byte. `greeting`: a cut falls into the middle of the greeting. `ehlo` … `data`: on
 * receiving the command. `body`: on the first bytes of the message. `dot`: on the whole message, before the answer.
 * `accepted`: just after the 250 for it.
 */
export type ScriptedStage =
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'body'
  | 'dot'
  | 'accepted';

export type Behaviour =
  | { readonly do: 'go' }
  /** `reset` sends RST, `fin` closes our half and answers nothing more, `silence` stops reading and answering. */
  | { readonly do: 'reset' | 'fin' | 'silence' }
  /** Answers this instead of the usual reply, e.g. `451 4.3.0 later`; lines are parted by a line feed. */
  | { readonly do: 'reply'; readonly text: string }
  /** As `reply`, then closes. */
  | { readonly do: 'replyAndClose'; readonly text: string };

export type ScriptedSession = {
  /** 1 for the first connection. */
  readonly number: number;
  /** The last stage reached. */
  readonly stage: ScriptedStage;
  readonly from: string | null;
  readonly to: readonly string[];
  readonly commands: readonly string[];
};

/** A message received up to its final dot. */
export type ScriptedMail = {
  readonly session: number;
  readonly from: string;
  readonly to: readonly string[];
  /** As on the wire, dot-stuffing undone, without the final dot. */
  readonly raw: string;
  readonly messageId: string | null;
  /** `accepted`: 250 was sent. `cut`: no answer was given, a real server may have kept it. `refused`: 4xx or 5xx. */
  readonly fate: 'accepted' | 'cut' | 'refused';
};

export type Plan = (session: ScriptedSession, stage: ScriptedStage) => Behaviour;

export type ScriptedSmtp = {
  readonly url: string;
  readonly port: number;
  /** In order of arrival. */
  readonly mails: readonly ScriptedMail[];
  readonly sessions: readonly ScriptedSession[];
  /** Holds from the next stage on, in running sessions too. */
  setPlan(plan: Plan): void;
  close(): Promise<void>;
};

/** Every stage as usual. */
export const goAlong: Plan = () => ({ do: 'go' });

/** Misbehaves at one stage of every session. */
export function at(stage: ScriptedStage, behaviour: Behaviour): Plan {
  return (_session, reached) => (reached === stage ? behaviour : { do: 'go' });
}

type Options = {
  readonly plan?: Plan;
  /** EHLO lines besides the host's name, e.g. `PIPELINING`; `AUTH PLAIN` and `STARTTLS` only advertise. */
  readonly extensions?: readonly string[];
  readonly port?: number;
};

/** Listens on 127.0.0.1. `close` resets what is still open. */
export async function startScriptedSmtp(options: Options = {}): Promise<ScriptedSmtp> {
  const shared: Shared = {
    plan: options.plan ?? goAlong,
    extensions: options.extensions ?? ['8BITMIME'],
    mails: [],
  };
  const sessions: Session[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const session = new Session(sessions.length + 1, socket, shared);
    sessions.push(session);
    session.begin();
  });
  await listen(server, options.port ?? 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the scripted server has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    port: address.port,
    mails: shared.mails,
    sessions,
    setPlan: (plan) => {
      shared.plan = plan;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

type Shared = { plan: Plan; readonly extensions: readonly string[]; readonly mails: ScriptedMail[] };

class Session implements ScriptedSession {
  readonly number: number;
  readonly commands: string[] = [];
  stage: ScriptedStage = 'connect';
  from: string | null = null;
  to: string[] = [];
  readonly #socket: Socket;
  readonly #shared: Shared;
  #buffer = '';
  #mode: 'commands' | 'message' | 'deaf' = 'commands';
  #bodySeen = false;

  constructor(number: number, socket: Socket, shared: Shared) {
    this.number = number;
    this.#socket = socket;
    this.#shared = shared;
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.#read(chunk));
    // The client's half closed: nothing more will come.
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
  }

  begin(): void {
    if (!this.#goOn('connect')) return;
    const behaviour = this.#ask('greeting');
    if (isCut(behaviour)) this.#socket.write('220 scr');
    if (this.#act(behaviour)) this.#answer('220 scripted.test ESMTP');
  }

  #ask(stage: ScriptedStage): Behaviour {
    this.stage = stage;
    return this.#shared.plan(this, stage);
  }

  /** Asks the plan and does what it says; true when the stage goes as usual. */
  #goOn(stage: ScriptedStage): boolean {
    return this.#act(this.#ask(stage));
  }

  #act(behaviour: Behaviour): boolean {
    if (behaviour.do === 'go') return true;
    if (behaviour.do === 'reply') {
      this.#answer(behaviour.text);
      return false;
    }
    this.#mode = 'deaf';
    if (behaviour.do === 'replyAndClose') this.#answer(behaviour.text);
    // Bytes written just before are given a turn to leave.
    if (behaviour.do === 'reset') setImmediate(() => this.#socket.resetAndDestroy());
    else if (behaviour.do === 'silence') this.#socket.pause();
    else this.#socket.end();
    return false;
  }

  #answer(text: string): void {
    if (this.#socket.writable) this.#socket.write(`${text.replaceAll('\n', '\r\n')}\r\n`);
  }

  #read(chunk: string): void {
    if (this.#mode === 'deaf') return;
    this.#buffer += chunk;
    let more = true;
    while (more) more = this.#mode === 'message' ? this.#takeMessage() : this.#takeCommand();
  }

  #takeCommand(): boolean {
    const end = this.#buffer.indexOf('\r\n');
    if (this.#mode !== 'commands' || end < 0) return false;
    const line = this.#buffer.slice(0, end);
    this.#buffer = this.#buffer.slice(end + 2);
    this.commands.push(line);
    this.#obey(line);
    return true;
  }

  #obey(line: string): void {
    const verb = line.split(/[ :]/, 1)[0]?.toUpperCase() ?? '';
    switch (verb) {
      case 'EHLO':
      case 'HELO':
        if (this.#goOn('ehlo')) this.#answer(this.#capabilities());
        return;
      case 'STARTTLS':
        if (this.#goOn('starttls')) this.#answer('454 4.7.0 TLS is only advertised here');
        return;
      case 'AUTH':
        if (this.#goOn('auth')) this.#answer('235 2.7.0 ok');
        return;
      case 'MAIL':
        this.from = envelopeAddress(line);
        this.to = [];
        if (this.#goOn('mail')) this.#answer('250 2.1.0 ok');
        return;
      case 'RCPT':
        if (this.#goOn('rcpt')) {
          this.to.push(envelopeAddress(line));
          this.#answer('250 2.1.5 ok');
        }
        return;
      case 'DATA':
        if (this.to.length === 0) return this.#answer('554 5.5.1 no valid recipients');
        if (!this.#goOn('data')) return;
        this.#mode = 'message';
        this.#bodySeen = false;
        this.#answer('354 go ahead');
        return;
      case 'QUIT':
        this.#answer('221 2.0.0 bye');
        this.#socket.end();
        return;
      default:
        this.#answer('502 5.5.1 unknown command');
    }
  }

  #capabilities(): string {
    const lines = ['scripted.test', ...this.#shared.extensions];
    return lines.map((line, i) => `250${i === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
  }

  #takeMessage(): boolean {
    if (this.#buffer === '') return false;
    if (!this.#bodySeen) {
      this.#bodySeen = true;
      if (!this.#goOn('body')) {
        if (this.#mode === 'message') this.#mode = 'commands';
        return false;
      }
    }
    const end = this.#buffer.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    const raw = this.#buffer.slice(0, end + 2).replace(/(^|\r\n)\.\./g, '$1.');
    this.#buffer = this.#buffer.slice(end + 5);
    this.#mode = 'commands';
    this.#finish(raw);
    return true;
  }

  #finish(raw: string): void {
    const behaviour = this.#ask('dot');
    this.#shared.mails.push({
      session: this.number,
      from: this.from ?? '',
      to: [...this.to],
      raw,
      messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? null,
      fate: fateOf(behaviour),
    });
    if (!this.#act(behaviour)) return;
    this.#answer('250 2.0.0 taken');
    this.#goOn('accepted');
  }
}

function isCut(behaviour: Behaviour): boolean {
  return behaviour.do === 'reset' || behaviour.do === 'fin' || behaviour.do === 'silence';
}

function fateOf(behaviour: Behaviour): ScriptedMail['fate'] {
  if (behaviour.do === 'go') return 'accepted';
  if (behaviour.do !== 'reply' && behaviour.do !== 'replyAndClose') return 'cut';
  if (behaviour.text.startsWith('2')) return 'accepted';
  return /^[45]/.test(behaviour.text) ? 'refused' : 'cut';
}

/** Exactly what stands between the angle brackets, or the whole rest where there are none. */
function envelopeAddress(line: string): string {
  return /<(.*)>/.exec(line)?.[1] ?? line.slice(line.indexOf(':') + 1).trim();
}
