import { expect, it, vi } from 'vitest';
import type { RawReply, ReplyOutcome } from '../application/replies/receive-reply.ts';
import { instant } from '../domain/time.ts';
import { startReplyLoop } from './reply-loop.ts';

const receivedAt = instant('2026-11-30T09:15:00.000Z');
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

/** A mailbox that gives what is not read yet, as a mail server does. */
function mailboxOf(...uids: readonly number[]) {
  const read = new Set<number>();
  const opened = vi.fn();
  return {
    read,
    opened,
    open: () => {
      opened();
      return Promise.resolve({
        unread: () =>
          Promise.resolve(
            uids
              .filter((uid) => !read.has(uid))
              .map((uid) => ({ uid, reply: { source: new Uint8Array([uid]), receivedAt } })),
          ),
        markRead: (uid: number) => Promise.resolve(void read.add(uid)),
        close: () => undefined,
      });
    },
  };
}

it('what was taken in is read once; what failed stays unread and is tried again (R 20)', async () => {
  const mailbox = mailboxOf(1, 2);
  const seen: number[] = [];
  let broken = true;
  const receive = ({ source }: RawReply): Promise<ReplyOutcome> => {
    const uid = source[0] ?? 0;
    seen.push(uid);
    if (uid === 1 && broken) {
      broken = false;
      return Promise.reject(new Error('the database is away'));
    }
    return Promise.resolve('recorded');
  };
  const loop = startReplyLoop({ open: mailbox.open, receive, log, everyMs: 1 });
  await vi.waitFor(() => expect(mailbox.read).toEqual(new Set([1, 2])));
  await loop.stop();
  expect(seen).toEqual([1, 2, 1]);
});

it('a mailbox that is away is opened again, and takes nothing down (R 20)', async () => {
  const mailbox = mailboxOf(1);
  let tries = 0;
  const open = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('ECONNREFUSED')) : mailbox.open();
  };
  const loop = startReplyLoop({ open, receive: () => Promise.resolve('automatic'), log, everyMs: 1 });
  await vi.waitFor(() => expect(mailbox.read.has(1)).toBe(true));
  await loop.stop();
  expect(log.warn).toHaveBeenCalled();
});
