/**
 * What people note for themselves or for each other, and is no fact: what is typed (issue 5, “Nothing typed is lost”; “Two
 * people editing”), the own plan of reviews (R 26), who of an institution does what it owes.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, FactToRecord } from '../application/application.ts';
import { asRole } from '../application/settings.ts';
import { openDatabase } from '../db/connect.ts';
import { forgetDrafts } from '../db/repositories/drafts.ts';
import { asClock } from '../db/transaction.ts';
import { calendarDay } from '../domain/time.ts';
import { openCase, record, riga, risk, valueOf } from './resilience/play.ts';
import { bootInProcess, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';
import { ROLE_PASSWORD } from './support/stack.ts';

let product: InProcess;
let place: SmallMunicipality;
let elsewhere: SmallMunicipality;
const words = 'Sarunā ar mammu: zilumi uz rokas';

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  elsewhere = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});
afterAll(() => product.close());

it('a draft is given back to who typed it and to nobody else, and lies encrypted', async () => {
  const { application } = product;
  const { dossierId } = await openCase(product, place, [risk]);
  const form = `fact:${dossierId}:talk.held`;
  valueOf(await application.keepDraft(place.teacher, form, { content: 'pirmais', dossierId }));
  valueOf(await application.keepDraft(place.teacher, form, { content: words, dossierId }));
  expect(await application.readDraft(place.teacher, form)).toMatchObject({ content: words });
  expect(await application.readDraft(place.principal, form)).toBeNull();
  const [stored] = await product.sql<{ content: Buffer }[]>`select content from draft`;
  expect(stored?.content.includes(Buffer.from(words))).toBe(false);

  await application.dropDraft(place.principal, form);
  expect(await application.readDraft(place.teacher, form)).not.toBeNull();
  await application.dropDraft(place.teacher, form);
  expect(await application.readDraft(place.teacher, form)).toBeNull();
});

it('who may record sees who else writes, never what; excluded persons neither see nor are seen (issue 5)', async () => {
  const { application } = product;
  const { dossierId } = await openCase(product, place, [risk]);
  const form = `fact:${dossierId}:talk.held`;
  const seenBy = async (who: Actor) => await application.writersOf(who, dossierId);
  const names = async (who: Actor) => valueOf(await seenBy(who)).length;
  valueOf(await application.keepDraft(place.teacher, form, { content: words, dossierId }));
  valueOf(await application.keepDraft(place.principal, 'elsewhere', { content: words }));
  expect(await names(place.principal)).toBe(1);
  expect(await names(place.teacher)).toBe(0);
  expect(JSON.stringify(await seenBy(place.principal))).not.toContain(words);
  for (const who of [place.otherTeacher, elsewhere.teacher])
    expect(await seenBy(who)).toMatchObject({ ok: false, refused: 'notFound' });
  expect(await application.writersOf(place.principal, 'none')).toMatchObject({ refused: 'notFound' });

  valueOf(await application.keepDraft(place.principal, form, { content: words, dossierId }));
  expect(await names(place.teacher)).toBe(1);
  await record(product, place.principal, dossierId, {
    type: 'person.excluded',
    data: { personId: place.teacher.personId, groundCode: 'relative' },
  });
  expect(await seenBy(place.teacher)).toMatchObject({ ok: false, refused: 'notFound' });
  expect(await names(place.principal)).toBe(0);
  for (const who of [place.teacher, place.principal]) await application.dropDraft(who, form);
  await application.dropDraft(place.principal, 'elsewhere');
});

it('five minutes after the last key nobody counts as writing any more', async () => {
  const { application } = product;
  const { dossierId } = await openCase(product, place, [risk]);
  const writers = async () => valueOf(await application.writersOf(place.principal, dossierId)).length;
  valueOf(await application.keepDraft(place.teacher, 'typed', { content: words, dossierId }));
  expect(await writers()).toBe(1);
  await product.setClock(riga('2026-11-20T10:05'));
  expect(await writers()).toBe(0);
  await application.dropDraft(place.teacher, 'typed');
});

it('about a dossier that one may not see nothing is kept: the same answer as of none', async () => {
  const { dossierId } = await openCase(product, place, [risk]);
  for (const id of [dossierId, '00000000-0000-4000-8000-000000000000', 'none']) {
    const kept = await product.application.keepDraft(elsewhere.teacher, 'form', {
      content: 'x',
      dossierId: id,
    });
    expect(kept).toMatchObject({ ok: false, refused: 'notFound' });
  }
});

it('a day planned for a review is the person’s own; the due day stays, and no day after it is taken (R 26)', async () => {
  const { application } = product;
  const led: FactToRecord = {
    type: 'case.managerAssigned',
    data: { managerId: place.teacher.personId, level: '2', roleCode: 'lead' },
  };
  const opened: FactToRecord = { type: 'case.opened', data: { level: '2' } };
  const held: FactToRecord = { type: 'review.held', data: { resultCode: 'better' } };
  const { dossierId } = await openCase(product, place, [risk, opened, led, held]);
  const mine = async (who: Actor) =>
    valueOf(await application.reviewPlan(who)).reviews.find((one) => one.dossierId === dossierId);
  const review = await mine(place.teacher);
  expect(review).toMatchObject({ dueDay: '2026-12-18', plannedOn: null, proposedOn: '2026-12-18' });
  expect(review?.mayOn.at(-1)).toBe('2026-12-18');
  expect(await mine(place.otherTeacher)).toBeUndefined();

  const plan = { dossierId, dutyKey: review?.dutyKey ?? '', day: calendarDay('2026-12-15') };
  valueOf(await application.planReviews(place.teacher, [plan]));
  expect(await mine(place.teacher)).toMatchObject({ dueDay: '2026-12-18', plannedOn: '2026-12-15' });
  const paging = { limit: 200 };
  const seenBy = async (who: Actor) =>
    valueOf(await application.listDuties(who, { dossierId }, paging)).items.map((one) => one.plannedOn);
  expect(await seenBy(place.teacher)).toContain('2026-12-15');
  expect(await seenBy(place.principal)).not.toContain('2026-12-15');

  const late = { ...plan, day: calendarDay('2026-12-21') };
  expect(await application.planReviews(place.teacher, [late])).toMatchObject({ refused: 'dayNotForReview' });
  expect(await application.planReviews(place.principal, [plan])).toMatchObject({ refused: 'notFound' });
  valueOf(await application.planReviews(place.teacher, [{ ...plan, day: null }]));
  expect(await mine(place.teacher)).toMatchObject({ plannedOn: null });
});

it('what nobody came back to is forgotten after a month; the clock cannot read it', async () => {
  const { application } = product;
  valueOf(await application.keepDraft(place.teacher, 'old', { content: words }));
  const clock = openDatabase(asRole(product.ownerUrl, 'app_clock', ROLE_PASSWORD), 1);
  await expect(clock.client`select content from draft`).rejects.toThrow(/permission denied/);
  expect(await asClock(clock, (tx) => forgetDrafts(tx, riga('2026-11-20T09:59')))).toBe(0);
  expect(await asClock(clock, (tx) => forgetDrafts(tx, riga('2026-12-21T10:00')))).toBe(1);
  await clock.close();
});

it('what an institution owes: one of its people takes it on, colleagues see who, the side that waits does not', async () => {
  const { application } = product;
  const referralId = randomUUID();
  const sent = {
    type: 'referral.sent',
    data: { referralId, receiverId: place.socialService, kindCode: 'handover', channelCode: 'product' },
  } as const;
  const opened = await openCase(product, place, [sent]);
  const { dossierId } = opened;
  const dutyKey = opened.started.find((key) => key.startsWith('acknowledge-handover')) ?? '';
  const listed = async (who: Actor, own?: boolean) =>
    valueOf(
      await application.listDuties(
        who,
        { mine: true, status: 'open', ...(own === undefined ? {} : { own }) },
        { limit: 200 },
      ),
    ).items.filter((one) => one.dossierId === dossierId);
  const taker = async (who: Actor) => (await listed(who)).map(({ takenBy }) => takenBy?.personId ?? null);
  const { socialHead: head, socialWorker: worker } = place;
  const give = (by: Actor, personId: string | null) =>
    application.takeDuty(by, { dossierId, dutyKey, personId });

  expect(await taker(worker)).toEqual([null, null, null]);
  expect(await listed(worker, true)).toEqual([]);
  valueOf(await give(worker, worker.personId));
  // With the referral: the decision, the evaluation and the answer.
  const all = [worker.personId, worker.personId, worker.personId];
  expect((await listed(worker, true)).map(({ takenBy }) => takenBy?.personId)).toEqual(all);
  expect(await taker(head)).toEqual(all);
  expect(await listed(head, true)).toEqual([]);
  const waiting = valueOf(await application.listDuties(place.teacher, { dossierId }, { limit: 200 }));
  expect(waiting.items.map(({ takenBy }) => takenBy)).toEqual(waiting.items.map(() => null));

  // Only whoever manages the people hands it to others, and only to people of the institution.
  expect(await give(worker, head.personId)).toMatchObject({ refused: 'notYourAct' });
  expect(await give(place.teacher, place.teacher.personId)).toMatchObject({ refused: 'notFound' });
  expect(await give(head, place.teacher.personId)).toMatchObject({ refused: 'notFound', path: 'personId' });
  valueOf(await give(head, head.personId));
  expect(await give(worker, null)).toMatchObject({ refused: 'notYourAct' });
  valueOf(await give(head, worker.personId));

  expect(await taker(worker)).toEqual(all);

  // Whoever must not know of the case does nothing about it (R 3).
  await record(product, place.principal, dossierId, {
    type: 'person.excluded',
    data: { personId: worker.personId, groundCode: 'relative' },
  });
  expect(await taker(head)).not.toContain(worker.personId);
  expect(await give(head, worker.personId)).toMatchObject({ refused: 'notFound', path: 'personId' });
  expect(await give(worker, worker.personId)).toMatchObject({ refused: 'notFound' });
});
