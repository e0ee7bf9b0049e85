import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticeDraft } from '../../domain/duty/plan-notices.ts';
import { insertNoticesOf } from '../testing/derived.ts';
import { at, insertPeople, locked, openDossier, type People, T0 } from '../testing/fixtures.ts';
import { createStore, type TestStore } from '../testing/store.ts';
import { asActor, asClock, type Transaction } from '../transaction.ts';
import { claimMails, expireLeases, finishMail, insertMail, keepContent, nextAttemptAt } from './mails.ts';
import {
  claimDueNotices,
  loadNotices,
  nextNoticeAt,
  noticesOfMail,
  putIntoMail,
  releaseDigest,
  voidNotices,
} from './notices.ts';

let store: TestStore;
let people: People;
let dossierId: string;

beforeAll(async () => {
  store = await createStore();
});
beforeEach(async () => {
  await store.superuser`update notice set state = 'void', mail_id = null`;
  await store.superuser`delete from mail`;
  people = await insertPeople(store.owner);
  dossierId = (
    await asActor(store.api, { personId: people.teacher, now: T0 }, (tx) => openDossier(tx, people))
  ).id;
});
afterAll(() => store.close());

const clock = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => asClock(store.clock, work);

const draft = (change: Partial<NoticeDraft> = {}): NoticeDraft => ({
  dutyKey: 'reply:1',
  generation: 0,
  name: 'late',
  n: 0,
  recipientId: people.teacher,
  institutionId: people.school,
  toldAs: 'owes',
  urgency: 'own',
  sendAt: T0,
  ...change,
});

const insert = (...drafts: readonly NoticeDraft[]) =>
  clock((tx) => insertNoticesOf(tx, dossierId, drafts, T0));

describe('notices', () => {
  it('are owed once per step, generation, recipient and channel (architecture 1.6)', async () => {
    expect(await insert(draft(), draft())).toBe(1);
    expect(
      await insert(
        draft(),
        draft({ generation: 1 }),
        draft({ n: 1 }),
        draft({ recipientId: people.principal }),
      ),
    ).toBe(3);
    expect(
      await asActor(store.api, { personId: people.teacher, now: T0 }, async (tx) => {
        await locked(tx, dossierId);
        return await insertNoticesOf(tx, dossierId, [draft({ urgency: 'danger' })], T0);
      }),
    ).toBe(0);
    expect(await clock((tx) => loadNotices(tx, dossierId))).toHaveLength(4);
  });

  it('wait for the digest of their institution, and for their moment', async () => {
    await insert(draft({ sendAt: null }), draft({ n: 1, sendAt: at('2026-11-02T09:00:00.000Z') }));
    expect(await clock((tx) => nextNoticeAt(tx, dossierId))).toBe('2026-11-02T09:00:00.000Z');
    expect((await clock((tx) => claimDueNotices(tx, T0, 10))).size).toBe(0);
    expect(await clock((tx) => releaseDigest(tx, people.otherSchool, T0))).toBe(0);
    expect(await clock((tx) => releaseDigest(tx, people.school, T0))).toBe(1);
    expect(await clock((tx) => nextNoticeAt(tx, dossierId))).toBe(T0);
    expect((await clock((tx) => claimDueNotices(tx, T0, 10))).get(people.teacher)).toHaveLength(1);
  });

  it('of one person are gathered together by one worker, the other takes other people (architecture 1.9)', async () => {
    await insert(draft(), draft({ n: 1 }), draft({ recipientId: people.principal, urgency: 'danger' }));
    await clock(async (first) => {
      const mine = await claimDueNotices(first, T0, 1);
      // Danger first.
      expect([...mine.keys()]).toEqual([people.principal]);
      const others = await clock((second) => claimDueNotices(second, T0, 10));
      expect([...others.keys()]).toEqual([people.teacher]);
      expect(others.get(people.teacher)).toHaveLength(2);
    });
  });

  it('go into a mail or become void, and are not claimed again', async () => {
    await insert(draft(), draft({ n: 1 }));
    const mailId = randomUUID();
    await clock(async (tx) => {
      const [one, two] = (await claimDueNotices(tx, T0, 10)).get(people.teacher) ?? [];
      if (one === undefined || two === undefined) throw new Error('two notices');
      await insertMail(tx, mailOf(mailId));
      await putIntoMail(tx, [one.id], mailId, 'gathered');
      await voidNotices(tx, [two.id]);
    });
    expect(await clock((tx) => noticesOfMail(tx, mailId))).toMatchObject([{ state: 'gathered', mailId }]);
    expect((await clock((tx) => claimDueNotices(tx, T0, 10))).size).toBe(0);
    expect(await clock((tx) => nextNoticeAt(tx, dossierId))).toBeNull();
  });
});

const mailOf = (id: string, change: { kind?: 'danger' | 'notices'; nextAttemptAt?: typeof T0 } = {}) => ({
  id,
  recipientPerson: people.teacher,
  institutionId: people.school,
  kind: 'notices' as const,
  createdAt: T0,
  nextAttemptAt: T0,
  content: { subject: 's', html: '<p>', text: 't' },
  ...change,
});
const LEASE = at('2026-11-02T08:05:00.000Z');
const claim = (limit = 10, now = T0) => clock((tx) => claimMails(tx, now, LEASE, limit));

describe('mails (architecture 1.7)', () => {
  it('are claimed once by workers at the same time, danger first', async () => {
    const ids = Array.from({ length: 12 }, () => randomUUID());
    await clock(async (tx) => {
      for (const id of ids) await insertMail(tx, mailOf(id));
      await insertMail(tx, mailOf('00000000-0000-4000-8000-000000000999', { kind: 'danger' }));
      await insertMail(tx, mailOf(randomUUID(), { nextAttemptAt: at('2026-11-02T08:00:00.001Z') }));
    });
    expect((await claim(1)).map((mail) => mail.kind)).toEqual(['danger']);
    const claimed = (await Promise.all([claim(6), claim(6), claim(6), claim(6)])).flat();
    expect(claimed.map((mail) => mail.id).sort()).toEqual(ids.sort());
    expect(claimed.every((mail) => mail.state === 'sending' && mail.attempt === 1)).toBe(true);
    expect(await claim()).toEqual([]);
  });

  it('sent: the content goes, the row stays', async () => {
    await clock((tx) => insertMail(tx, mailOf(randomUUID())));
    const [mail] = await claim();
    if (mail === undefined) throw new Error('a mail');
    expect(await clock((tx) => keepContent(tx, mail, { subject: 'a', html: 'b', text: 'c' }))).toBe(true);
    expect(await clock((tx) => finishMail(tx, mail, { state: 'sent', at: T0, code: '250' }))).toBe(true);
    const [row] =
      await store.superuser`select state, content, lease_token, last_code from mail where id = ${mail.id}`;
    expect(row).toEqual({ state: 'sent', content: null, lease_token: null, last_code: '250' });
    expect(await clock((tx) => finishMail(tx, mail, { state: 'failed', code: 'x' }))).toBe(false);
  });

  it('refused or given up: no further try, and the content goes too', async () => {
    for (const state of ['refused', 'failed'] as const) {
      await clock((tx) => insertMail(tx, mailOf(randomUUID())));
      const [mail] = await claim();
      if (mail === undefined) throw new Error('a mail');
      expect(await clock((tx) => finishMail(tx, mail, { state, code: '550' }))).toBe(true);
      const [row] =
        await store.superuser`select state, content, next_attempt_at from mail where id = ${mail.id}`;
      expect(row).toEqual({ state, content: null, next_attempt_at: null });
    }
  });

  it('tried again when surely not accepted, at its moment', async () => {
    await clock((tx) => insertMail(tx, mailOf(randomUUID())));
    const [mail] = await claim();
    if (mail === undefined) throw new Error('a mail');
    const again = at('2026-11-02T08:30:00.000Z');
    await clock((tx) => finishMail(tx, mail, { state: 'owed', nextAttemptAt: again, code: '451' }));
    expect(await clock(nextAttemptAt)).toBe(again);
    expect(await claim()).toEqual([]);
    expect(await claim(10, again)).toMatchObject([{ id: mail.id, attempt: 2, uncertainties: 0 }]);
  });

  it('found in sending past the lease: uncertain, one more try with the same id, then no more', async () => {
    await clock((tx) => insertMail(tx, mailOf(randomUUID())));
    const [mail] = await claim();
    if (mail === undefined) throw new Error('a mail');
    const retry = at('2026-11-02T08:16:00.000Z');
    expect(await clock((tx) => expireLeases(tx, at('2026-11-02T08:04:59.999Z'), retry))).toEqual([]);
    expect(await clock((tx) => expireLeases(tx, LEASE, retry))).toMatchObject([
      { id: mail.id, state: 'uncertain', nextAttemptAt: retry, uncertainties: 1 },
    ]);
    expect(await clock((tx) => finishMail(tx, mail, { state: 'sent', at: T0, code: '250' }))).toBe(false);
    expect(await clock((tx) => keepContent(tx, mail, { subject: 'x', html: 'x', text: 'x' }))).toBe(false);
    expect(await claim(10, retry)).toMatchObject([{ id: mail.id, attempt: 2 }]);
    expect(await clock((tx) => expireLeases(tx, LEASE, retry))).toMatchObject([
      { state: 'uncertain', nextAttemptAt: null, uncertainties: 2 },
    ]);
    expect(await claim(10, at('2027-01-01T00:00:00.000Z'))).toEqual([]);
    expect(await clock(nextAttemptAt)).toBeNull();
  });
});
