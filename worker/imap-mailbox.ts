/** The mailbox for replies over IMAP: headers only, so that nothing of what people wrote is fetched. */
import { ImapFlow } from 'imapflow';
import type { ImapSettings } from '../application/replies/imap-settings.ts';
import { instant } from '../domain/time.ts';
import type { ReplyMailbox } from './reply-loop.ts';

/** Messages taken in one round; the next round takes the others. */
const mostAtOnce = 100;

/** Connects and opens the folder. Throws where the server is away or refuses. */
export async function openImapMailbox(settings: ImapSettings): Promise<ReplyMailbox> {
  const { host, port, user, password, folder } = settings;
  const client = new ImapFlow({
    host,
    port,
    secure: true,
    auth: { user, pass: password },
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  });
  // Without a listener a connection that breaks between two calls would take the process down.
  client.on('error', () => undefined);
  await client.connect();
  await client.mailboxOpen(folder);
  return {
    async unread() {
      const found = await client.search({ seen: false }, { uid: true });
      const uids = found === undefined || found === false ? [] : found.slice(0, mostAtOnce);
      if (uids.length === 0) return [];
      const messages = await client.fetchAll(
        uids.join(','),
        { uid: true, internalDate: true, headers: true },
        { uid: true },
      );
      return messages.map(({ uid, headers, internalDate }) => ({
        uid,
        reply: {
          source: headers ?? new Uint8Array(),
          receivedAt: instant(new Date(internalDate ?? Date.now()).toISOString()),
        },
      }));
    },
    async markRead(uid) {
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    },
    close() {
      client.close();
    },
  };
}
