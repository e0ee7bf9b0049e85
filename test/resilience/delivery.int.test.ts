import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { bootInProcess, type InProcess } from '../support/in-process.ts';
import { at, goAlong, type Plan } from '../support/scripted-smtp.ts';
import { makeSmallMunicipality, type Person, type SmallMunicipality } from '../support/small-municipality.ts';
import { danger, handover, mailsTo, openCase, riga, risk, sweepAt } from './play.ts';

let product: InProcess;
let place: SmallMunicipality;

/** A product for each test: what one leaves owed would be in another's mails. */
beforeEach(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  return () => product.close();
});

/** Misbehaves for one recipient only. */
function toOne(person: Person, plan: Plan): Plan {
  return (session, stage) =>
    session.to.includes(person.mail) || session.commands.at(-1)?.includes(person.mail) === true
      ? plan(session, stage)
      : { do: 'go' };
}

async function mailStates(person: Person) {
  const rows = await product.sql<{ state: string; attempt: number; waits: boolean }[]>`
    select state, attempt, next_attempt_at > now() as waits from mail
    where recipient_person = ${person.personId} order by created_at, id`;
  return rows.map((row) => ({ ...row }));
}

/** Wall time passes for mails that wait for another try. */
async function passWaiting(): Promise<void> {
  await product.sql`update mail set next_attempt_at = now() - interval '1 second' where next_attempt_at is not null`;
  await product.clockSide.deliverMails();
}

it('5xx: the mail is refused, the administrator owes a correction and is told of it (architecture 1.7)', async () => {
  await openCase(product, place, [handover(place)]);
  product.smtp.setPlan(toOne(place.teacher, at('rcpt', { do: 'reply', text: '550 5.1.1 no such user' })));
  await openCase(product, place, [danger]);
  await product.sweep();
  expect(await mailStates(place.teacher)).toEqual([{ state: 'refused', attempt: 1, waits: null }]);
  const year = place.yearIds[place.school] ?? '';
  const facts =
    await product.sql`select data from event where dossier_id = ${year} and type = 'mail.refused'`;
  expect(facts).toMatchObject([{ data: { personId: place.teacher.personId, institutionId: place.school } }]);
  const duties = await product.application.listDuties(
    place.schoolAdministrator,
    { mine: true, kind: 'undeliverable' },
    { limit: 10 },
  );
  expect(duties).toMatchObject({ ok: true, value: { items: [{ dossierId: year }] } });

  await sweepAt(product, '2026-11-23T07:30');
  expect(mailsTo(product, place.schoolAdministrator)).toHaveLength(1);
  const told = await product.sql`select duty_key from notice
    where recipient_person = ${place.schoolAdministrator.personId} and mail_id is not null`;
  // Danger went on being refused over the weekend: still one address, one duty.
  expect(new Set(told.map((row) => row['duty_key'])).size).toBe(1);
  expect(told[0]?.['duty_key']).toMatch(/^undeliverable:/);
});

it('4xx: the mail is tried again at its next moment, not before, and goes once (architecture 1.7)', async () => {
  product.smtp.setPlan(at('rcpt', { do: 'reply', text: '451 4.3.0 later' }));
  await openCase(product, place, [danger]);
  await product.sweep();
  expect(await mailStates(place.teacher)).toEqual([{ state: 'owed', attempt: 1, waits: true }]);
  product.smtp.setPlan(goAlong);
  await product.clockSide.deliverMails();
  expect(mailsTo(product, place.teacher)).toHaveLength(0);
  await passWaiting();
  await passWaiting();
  expect(mailsTo(product, place.teacher)).toHaveLength(1);
  expect(await mailStates(place.teacher)).toEqual([{ state: 'sent', attempt: 2, waits: null }]);
});

it('cut after the final dot: exactly one more try, with the same Message-ID (architecture 1.7)', async () => {
  product.smtp.setPlan(at('dot', { do: 'reset' }));
  await openCase(product, place, [danger]);
  await product.sweep();
  expect(await mailStates(place.teacher)).toEqual([{ state: 'uncertain', attempt: 1, waits: true }]);
  await passWaiting();
  await passWaiting();
  await passWaiting();
  expect(await mailStates(place.teacher)).toEqual([{ state: 'uncertain', attempt: 2, waits: null }]);
  const received = product.smtp.mails.map(({ messageId }) => messageId);
  expect(received).toHaveLength(2);
  expect(new Set(received).size).toBe(1);
});

it('a flood after a long stop: one mail at most for each person, danger apart and first (architecture 1.9)', async () => {
  for (const facts of [[handover(place)], [handover(place)], [risk, handover(place)]]) {
    await openCase(product, place, facts);
  }
  await openCase(product, place, [danger]);
  // Nobody looked for a month: first notices, reminders, lateness and rungs of all of them are due.
  await sweepAt(product, '2026-12-21T10:00');
  const kinds = await product.sql<{ person: string; kinds: string[] }[]>`
    select recipient_person as person, array_agg(kind order by sent_at, kind) as kinds from mail group by 1`;
  expect(kinds.length).toBeGreaterThanOrEqual(4);
  for (const row of kinds) {
    expect(row.kinds.filter((kind) => kind === 'danger').length).toBeLessThanOrEqual(1);
    expect(row.kinds.filter((kind) => kind !== 'danger').length).toBeLessThanOrEqual(1);
  }
  const order = await product.sql<{ kind: string }[]>`
    select kind from mail where recipient_person = ${place.teacher.personId} order by sent_at, id`;
  expect(order.map(({ kind }) => kind)[0]).toBe('danger');
  expect(mailsTo(product, place.teacher)).toHaveLength(2);
});

it('mail goes in working hours: lateness of a midnight at eight, first notices with the digest of 7.30 (architecture 1.8)', async () => {
  await openCase(product, place, [handover(place)]);
  const hours: Record<string, number> = {};
  for (const time of [
    '2026-11-20T16:00',
    '2026-11-23T07:29',
    '2026-11-23T07:30',
    '2026-11-26T07:30',
    '2026-11-27T07:30',
    '2026-11-28T00:00',
    '2026-11-28T12:00',
    '2026-11-30T07:30',
    '2026-11-30T08:00',
  ]) {
    const before = mailsTo(product, place.socialWorker).length;
    if (time.endsWith('07:29')) {
      await product.setClock(riga(time));
      await product.sweep();
    } else await sweepAt(product, time);
    hours[time] = mailsTo(product, place.socialWorker).length - before;
  }
  expect(hours).toEqual({
    '2026-11-20T16:00': 0,
    '2026-11-23T07:29': 0,
    '2026-11-23T07:30': 1,
    '2026-11-26T07:30': 1,
    '2026-11-27T07:30': 1,
    '2026-11-28T00:00': 0,
    '2026-11-28T12:00': 0,
    '2026-11-30T07:30': 0,
    '2026-11-30T08:00': 1,
  });
});

it('a worker off over the whole morning and evening sends the digest with the next working hours, not at night (architecture 1.8)', async () => {
  await openCase(product, place, [handover(place)]);
  await sweepAt(product, '2026-11-23T21:00');
  expect(mailsTo(product, place.socialWorker)).toHaveLength(0);
  await sweepAt(product, '2026-11-24T07:30');
  expect(mailsTo(product, place.socialWorker)).toHaveLength(1);
});

it('what was settled before it was told is not told as owed (architecture 1.7)', async () => {
  const referralId = randomUUID();
  const { dossierId } = await openCase(product, place, [handover(place, referralId)]);
  const done = await product.application.recordFacts(
    place.socialWorker,
    dossierId,
    [{ type: 'referral.acknowledged', data: { referralId, outcomeCode: 'accepted' } }],
    { idempotencyKey: 'ack', requestHash: 'ack' },
  );
  expect(done).toMatchObject({ ok: true });
  await sweepAt(product, '2026-11-23T07:30');
  const told = await product.sql`select name, state, recipient_person as person from notice
    where dossier_id = ${dossierId} and duty_key like 'acknowledge-handover:%' order by name`;
  expect(told.map((row) => [row['name'], row['state']])).toEqual(
    expect.arrayContaining([
      ['first', 'void'],
      ['settled', 'bundled'],
    ]),
  );
  expect(
    told.filter((row) => row['person'] === place.socialWorker.personId && row['state'] !== 'void'),
  ).toEqual([]);
});

it('somebody without a mail address and an institution without users block nobody; families and police get nothing (R 13, R 19)', async () => {
  await product.sql`update person set mail = null where id = ${place.socialWorker.personId}`;
  await openCase(product, place, [handover(place), danger]);
  await openCase(product, place, [
    {
      type: 'referral.sent',
      data: {
        referralId: randomUUID(),
        receiverId: place.police,
        kindCode: 'report',
        channelCode: 'paper',
      },
    },
  ]);
  for (const time of ['2026-11-20T12:00', '2026-11-23T07:30', '2026-12-01T08:00', '2026-12-23T08:00']) {
    await sweepAt(product, time);
  }
  expect(mailsTo(product, place.socialHead).length).toBeGreaterThanOrEqual(1);
  expect(mailsTo(product, place.teacher).length).toBeGreaterThanOrEqual(2);
  const staff = await product.sql<{ mail: string }[]>`select mail from person where mail is not null`;
  const known = new Set(staff.map(({ mail }) => mail));
  expect(product.smtp.mails.flatMap(({ to }) => to).filter((address) => !known.has(address))).toEqual([]);
  const [left] = await product.sql<{ n: number }[]>`select count(*)::int as n from notice
    where state = 'owed' and send_at <= (select now_at from simulated_clock)`;
  expect(left?.n).toBe(0);
  const police = await product.sql`select 1 from notice where institution_id = ${place.police}`;
  expect(police).toEqual([]);
});

it('an excluded person is not told of what others on the case are told (R 3)', async () => {
  const { dossierId } = await openCase(product, place, [
    handover(place),
    { type: 'person.excluded', data: { personId: place.socialWorker.personId, groundCode: 'relative' } },
  ]);
  for (const time of ['2026-11-23T07:30', '2026-11-30T08:00', '2026-12-01T08:00', '2026-12-03T08:00']) {
    await sweepAt(product, time);
  }
  const people = await product.sql<{ person: string }[]>`
    select distinct recipient_person as person from notice where dossier_id = ${dossierId}`;
  const told = people.map(({ person }) => person);
  expect(told).toContain(place.socialHead.personId);
  expect(told).not.toContain(place.socialWorker.personId);
  expect(mailsTo(product, place.socialWorker)).toEqual([]);
});
