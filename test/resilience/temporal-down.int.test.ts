import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootInProcess, eventually, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type Person, type SmallMunicipality } from '../support/small-municipality.ts';
import { type OwnTemporal, ownTemporal } from './own-temporal.ts';
import { behind, danger, handover, mailsTo, openCase, record, riga, sweepAt } from './play.ts';

let temporal: OwnTemporal;
let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  temporal = await ownTemporal();
  // Saturday.
  product = await bootInProcess(riga('2026-11-21T18:00'), temporal);
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
  await temporal.close();
});

const dangerMails = (person: Person) =>
  product.sql<{ n: number }[]>`select count(*)::int as n from mail
    where recipient_person = ${person.personId} and kind = 'danger' and state = 'sent'`.then(
    ([row]) => row?.n ?? 0,
  );

async function countsOfDanger(): Promise<readonly number[]> {
  const counts = [place.teacher, place.onCall, place.principal].map(dangerMails);
  return await Promise.all(counts);
}

it('Temporal down for a day: facts are recorded, danger is told at its moments, and nothing doubles afterwards (R 1, architecture 1.2)', async () => {
  const { dossierId } = await openCase(product, place, [danger]);
  const other = await openCase(product, place, [handover(place)]);
  await product.sweep();

  const told: Record<string, readonly number[]> = { 'at once': await countsOfDanger() };
  for (const time of ['18:30', '20:00', '22:00', '23:00']) {
    await sweepAt(product, `2026-11-21T${time}`);
    told[time] = await countsOfDanger();
  }
  await sweepAt(product, '2026-11-22T00:00');
  told['24:00'] = await countsOfDanger();
  await sweepAt(product, '2026-11-22T07:00');
  told['7:00'] = await countsOfDanger();
  // Recorder, on-call person, principal.
  expect(told).toEqual({
    'at once': [1, 0, 0],
    '18:30': [2, 1, 0],
    '20:00': [3, 2, 0],
    '22:00': [4, 3, 0],
    '23:00': [5, 4, 0],
    '24:00': [6, 5, 1],
    '7:00': [7, 6, 1],
  });
  const written = await record(product, place.teacher, other.dossierId, danger);
  expect(written.version).toBe(other.version + 1);
  expect(await behind(product)).toContain(dossierId);

  const said = product.smtp.mails.map(({ messageId }) => messageId);
  await temporal.start();
  product.startWorker();
  await eventually(
    async () => {
      await product.sweep();
      return await behind(product);
    },
    (ids) => ids.length === 0,
  );
  // The danger recorded last was told by the first sweep that followed; nothing else was.
  await eventually(
    () => product.smtp.mails.length,
    (count) => count === said.length + 1,
  );
  expect(new Set(product.smtp.mails.map(({ messageId }) => messageId)).size).toBe(said.length + 1);
  expect(mailsTo(product, place.principal)).toHaveLength(1);
});
