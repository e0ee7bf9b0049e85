import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootInProcess, eventually, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { handover, mailsTo, openCase, pendingTimers, riga, ringAt, timersWanted } from './play.ts';

let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
});

it('a worker that was off over the night of a reminder sends it once, afterwards (section 6)', async () => {
  const evening = product.startWorker();
  const { dossierId } = await openCase(product, place, [handover(place)]);
  const year = place.yearIds[place.socialService] ?? '';
  await product.sweep();
  const wanted = await timersWanted(product, dossierId);
  await eventually(
    () => pendingTimers(product, dossierId),
    (labels) => labels.length === wanted,
  );
  await ringAt(product, '2026-11-23T07:31', [dossierId, year]);
  await eventually(
    async () => {
      await product.sweep();
      return mailsTo(product, place.socialWorker).length;
    },
    (count) => count === 1,
  );
  await evening.stop();

  // Due on 27 November, reminded on the 26th with the digest of 7.30: the worker is off from the evening before until nine.
  await ringAt(product, '2026-11-26T09:00', [dossierId, year]);
  product.startWorker();
  await eventually(
    async () => {
      await product.sweep();
      return mailsTo(product, place.socialWorker).length;
    },
    (count) => count === 2,
  );
  await ringAt(product, '2026-11-26T16:00', [dossierId, year]);
  await product.sweep();
  const steps = await product.sql`select name, count(*)::int as n from notice
    where dossier_id = ${dossierId} and duty_key like 'acknowledge-handover:%' and mail_id is not null
    group by name order by name`;
  expect(steps).toEqual([
    { name: 'first', n: 1 },
    { name: 'remindBefore', n: 1 },
  ]);
  expect(mailsTo(product, place.socialWorker)).toHaveLength(2);
});
