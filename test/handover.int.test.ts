import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../application/application.ts';
import type { FactToRecord } from '../contracts/event.ts';
import { type Instant, instant } from '../domain/time.ts';
import { markedLearner, markers, searchedMarkers } from './leak/markers.ts';
import { findLeaks } from './leak/scan.ts';
import { bootInProcess, eventually, freshWrite, type InProcess } from './support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from './support/small-municipality.ts';

const riga = (text: string): Instant => instant(new Date(`${text}+02:00`).toISOString());

let product: InProcess;
let place: SmallMunicipality;

const mailsTo = (address: string) => product.smtp.mails.filter((mail) => mail.to.includes(address));

async function moveTo(text: string, ...dossierIds: readonly string[]): Promise<void> {
  await product.setClock(riga(text));
  for (const id of dossierIds) await product.clockSide.takeSteps(id);
  await product.sweep();
}

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T06:00'));
  product.startWorker();
});

afterAll(async () => {
  await product.close();
});

it('a handover: acknowledged late, everybody who owes and waits is told, the head after one working day (K 4.2 L1351)', async () => {
  const teacher: Actor = place.teacher;
  const referralId = randomUUID();
  const opened = await product.application.openDossier(
    teacher,
    {
      kind: 'case',
      schoolId: place.school,
      procedureId: 'national-2025',
      classTeacherId: place.teacher.personId,
      learner: markedLearner,
      facts: [
        {
          type: 'referral.sent',
          data: { referralId, receiverId: place.socialService, kindCode: 'handover', channelCode: 'product' },
          words: markers.words,
        },
      ],
    },
    freshWrite(),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const { dossierId } = opened.value;
  expect(opened.value.started.map((key) => key.split(':')[0])).toContain('acknowledge-handover');

  const duties = await product.application.listDuties(place.socialWorker, { mine: true }, { limit: 50 });
  if (!duties.ok) throw new Error(JSON.stringify(duties));
  const acknowledge = duties.value.items.find((one) => one.duty.kind === 'acknowledge-handover');
  expect(acknowledge?.duty.due?.day).toBe('2026-11-27');

  await moveTo('2026-11-23T07:31');
  await eventually(
    () => mailsTo(place.socialWorker.mail).length,
    (count) => count === 1,
  );

  await moveTo('2026-11-28T00:00', dossierId);
  await moveTo('2026-11-30T08:01', dossierId);
  await eventually(
    () => mailsTo(place.teacher.mail).length,
    (count) => count >= 1,
  );
  await moveTo('2026-12-01T08:01', dossierId);
  await eventually(
    () => mailsTo(place.socialHead.mail).length,
    (count) => count === 1,
  );

  const everything = product.smtp.mails.map((mail) => mail.raw).join('\n');
  expect(findLeaks(Buffer.from(everything), searchedMarkers, 'mail')).toEqual([]);
  const facts = await product.application.listFacts(place.teacher, dossierId, { limit: 50 });
  if (!facts.ok) throw new Error(JSON.stringify(facts));
  expect(facts.value.items.map(({ event }) => event.type)).toContain('duty.escalated');
  expect(facts.value.items[0]?.words).toBe(markers.words);

  // It came back, so it waits for the school, until the school sends it on: no child falls between institutions.
  const record = async (actor: Actor, fact: FactToRecord) => {
    const done = await product.application.recordFacts(actor, dossierId, [fact], freshWrite());
    expect(done).toMatchObject({ ok: true });
  };
  const waitingForSchool = async () => {
    const listed = await product.application.listReferrals(teacher, { status: 'waitsForUs' }, { limit: 50 });
    if (!listed.ok) throw new Error(JSON.stringify(listed));
    return listed.value.items.map((one) => [one.referralId, one.acknowledged?.redirectedTo?.name]);
  };
  expect(await waitingForSchool()).toEqual([]);
  const redirected = { referralId, outcomeCode: 'redirected', redirectedToId: place.police } as const;
  await record(place.socialHead, { type: 'referral.acknowledged', data: redirected });
  expect(await waitingForSchool()).toEqual([[referralId, expect.stringMatching('.')]]);
  const sentOn = {
    referralId: randomUUID(),
    receiverId: place.police,
    kindCode: 'letter',
    channelCode: 'paper',
  } as const;
  await record(teacher, { type: 'referral.sent', data: sentOn });
  expect(await waitingForSchool()).toEqual([]);
});
