/**
 * Mails of the embedded inbox: a folder with one `.eml` a mail and an index of one JSON line a mail, the index also in
 * memory. A mail is on disk before its 250 is given, so it survives a kill.
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseMail } from './parse-mail.ts';

export type StoredMail = {
  /** 1, 2, 3 … in order of arrival; never used twice. */
  readonly id: number;
  /** Wall time, ISO 8601 UTC. */
  readonly receivedAt: string;
  /** Of the Date header, which follows the product's clock; null where there is none. */
  readonly date: string | null;
  /** Envelope addresses. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
};

export type NewMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Uint8Array;
  readonly receivedAt: Date;
};

export type MailStore = {
  /** Newest first. */
  list(): readonly StoredMail[];
  find(id: number): StoredMail | undefined;
  /** The bytes as received, `undefined` when the mail is unknown or was dropped for newer ones. */
  raw(id: number): Promise<Buffer | undefined>;
  /** Resolves when the mail is safe on disk. */
  add(mail: NewMail): Promise<StoredMail>;
};

const INDEX = 'index.jsonl';

/** Opens the folder, makes it where it is missing. `cap`: the oldest mails beyond it are dropped. */
export async function openMailStore(folder: string, cap: number): Promise<MailStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mails = (await readIndex(folder)).slice(-cap);
  await dropUnlisted(folder, mails);
  await writeIndex(folder, mails);
  let lines = mails.length;
  let nextId = (mails.at(-1)?.id ?? 0) + 1;
  let queue: Promise<unknown> = Promise.resolve();

  const store = async (mail: NewMail): Promise<StoredMail> => {
    const stored = await describe(nextId, mail);
    await writeSafely(path.join(folder, fileName(nextId)), mail.raw);
    await appendSafely(path.join(folder, INDEX), `${JSON.stringify(stored)}\n`);
    nextId += 1;
    lines += 1;
    mails.push(stored);
    for (const old of mails.splice(0, Math.max(0, mails.length - cap)))
      await rm(path.join(folder, fileName(old.id)), { force: true });
    if (lines > 2 * cap) {
      await writeIndex(folder, mails);
      lines = mails.length;
    }
    return stored;
  };

  return {
    list: () => mails.toReversed(),
    find: (id) => mails.find((mail) => mail.id === id),
    raw: async (id) =>
      mails.some((mail) => mail.id === id) ? readIfThere(path.join(folder, fileName(id))) : undefined,
    add(mail) {
      // One after another; a failed one must not stop those behind it.
      const added = queue.then(() => store(mail));
      queue = added.catch(() => undefined);
      return added;
    },
  };
}

function fileName(id: number): string {
  return `${String(id).padStart(8, '0')}.eml`;
}

async function describe(id: number, { from, to, raw, receivedAt }: NewMail): Promise<StoredMail> {
  const { date, subject, messageId } = await parseMail(raw);
  return { id, receivedAt: receivedAt.toISOString(), date, from, to: [...to], subject, messageId };
}

/** A line torn by a kill belongs to a mail that was never acknowledged: it is left out. */
async function readIndex(folder: string): Promise<StoredMail[]> {
  const text = (await readIfThere(path.join(folder, INDEX)))?.toString('utf8') ?? '';
  return text.split('\n').flatMap((line) => {
    try {
      const mail: StoredMail = JSON.parse(line);
      return [mail];
    } catch {
      return [];
    }
  });
}

async function dropUnlisted(folder: string, mails: readonly StoredMail[]): Promise<void> {
  const listed = new Set(mails.map((mail) => fileName(mail.id)));
  for (const name of await readdir(folder))
    if (/\.(?:eml|part)$/.test(name) && !listed.has(name)) await rm(path.join(folder, name), { force: true });
}

function writeIndex(folder: string, mails: readonly StoredMail[]): Promise<void> {
  const text = mails.map((mail) => `${JSON.stringify(mail)}\n`).join('');
  return writeSafely(path.join(folder, INDEX), Buffer.from(text));
}

/** Whole or not at all. */
async function writeSafely(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

async function appendSafely(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(line);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
