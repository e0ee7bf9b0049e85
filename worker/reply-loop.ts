/** Reads the mailbox for replies once a minute; what was taken in is marked as read and stays in the mailbox. */
import { setTimeout as sleep } from 'node:timers/promises';
import { failureCode } from '../activities/failure-code.ts';
import type { Log } from '../application/ports.ts';
import type { RawReply, ReplyOutcome } from '../application/replies/receive-reply.ts';

export type ReplyMailbox = {
  /** Messages that nobody has read yet, oldest first. */
  unread(): Promise<readonly { readonly uid: number; readonly reply: RawReply }[]>;
  markRead(uid: number): Promise<void>;
  /** Ends the connection, whatever is under way. */
  close(): void;
};

export type ReplyLoopDeps = {
  readonly open: () => Promise<ReplyMailbox>;
  readonly receive: (reply: RawReply) => Promise<ReplyOutcome>;
  readonly log: Log;
  readonly everyMs?: number;
};

export type ReplyLoop = { stop(): Promise<void> };

/** A round that fails is logged and tried again; a message that cannot be taken in stays unread. */
export function startReplyLoop({ open, receive, log, everyMs = 60_000 }: ReplyLoopDeps): ReplyLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await readOnce(open, receive, log, signal);
      } catch (error) {
        log.warn({ code: failureCode(error) }, 'the mailbox for replies cannot be read; trying again');
      }
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function readOnce(
  open: ReplyLoopDeps['open'],
  receive: ReplyLoopDeps['receive'],
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const mailbox = await open();
  const close = () => mailbox.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    for (const { uid, reply } of await mailbox.unread()) {
      if (signal.aborted) return;
      try {
        const outcome = await receive(reply);
        await mailbox.markRead(uid);
        if (outcome !== 'recorded') log.info({ outcome }, 'a mail to the mailbox for replies holds nothing');
      } catch (error) {
        log.error({ code: failureCode(error) }, 'a reply cannot be taken in; trying again');
      }
    }
  } finally {
    signal.removeEventListener('abort', close);
    mailbox.close();
  }
}
