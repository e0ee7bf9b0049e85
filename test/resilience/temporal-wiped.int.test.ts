import { afterAll, beforeAll, expect, it } from 'vitest';
import { rebuildTimelines } from '../../application/clock/rebuild-timelines.ts';
import { createTimelines } from '../../temporal-config/timelines.ts';
import { bootInProcess, eventually, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { type OwnTemporal, ownTemporal } from './own-temporal.ts';
import { behind, handover, mailsTo, openCase, pendingTimers, riga, risk, timersWanted } from './play.ts';

let temporal: OwnTemporal;
let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  temporal = await ownTemporal();
  await temporal.start();
  product = await bootInProcess(riga('2026-11-20T10:00'), temporal);
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
  await temporal.close();
});

/** Every dossier's timers, as soon as Temporal holds one for each that Postgres wants. */
async function timersOfAll(
  dossierIds: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const all: Record<string, readonly string[]> = {};
  for (const id of dossierIds) {
    const wanted = await timersWanted(product, id);
    all[id] = await eventually(
      () => pendingTimers(product, id).catch((error: Error) => [error.message]),
      (labels) => labels.length === wanted && labels.every((label) => label.includes('202')),
    );
  }
  return all;
}

it('Temporal’s data deleted while running: one sweep restores every timer, nothing is said again (architecture 1.9)', async () => {
  product.startWorker();
  await product.sweep();
  const cases = [];
  for (const facts of [[handover(place)], [risk, handover(place)], [handover(place)]]) {
    cases.push((await openCase(product, place, facts)).dossierId);
  }
  const ids = [...cases, ...Object.values(place.yearIds)];
  await product.setClock(riga('2026-11-23T07:33'));
  await product.sweep();
  await eventually(
    () => mailsTo(product, place.socialWorker).length,
    (count) => count === 1,
  );
  await product.sweep();
  const before = await timersOfAll(ids);
  expect(Object.values(before).flat().length).toBeGreaterThan(6);
  const said = product.smtp.mails.map(({ messageId }) => messageId);

  await temporal.stop();
  temporal.deleteData();
  await temporal.start();
  await eventually(
    async () => {
      await product.sweep();
      return (await behind(product)).length;
    },
    (count) => count === 0,
  );
  expect(await timersOfAll(ids)).toEqual(before);
  expect(product.smtp.mails.map(({ messageId }) => messageId)).toEqual(said);

  await product.setClock(riga('2026-11-26T07:33'));
  await product.sweep();
  // What is still on its way when the next day comes would go with a mail of its own.
  await eventually(
    () => mailsTo(product, place.socialWorker).length,
    (count) => count === 2,
  );
  await product.setClock(riga('2026-11-27T07:33'));
  await product.sweep();
  await eventually(
    () => mailsTo(product, place.socialWorker).length,
    (count) => count === 3,
  );
  await product.sweep();
  expect(mailsTo(product, place.socialWorker)).toHaveLength(3);
});

it('rebuild at once restores every timer, twice is the same, nothing is said again (architecture 1.9)', async () => {
  const ids = Object.values(place.yearIds);
  const before = await timersOfAll(ids);
  const said = product.smtp.mails.length;
  await temporal.stop();
  temporal.deleteData();
  await temporal.start();
  const timelines = createTimelines(product.temporal);
  const first = await eventually(
    () => rebuildTimelines(product.clockDatabase, timelines).catch(() => 0),
    (count) => count > 0,
  );
  expect(await rebuildTimelines(product.clockDatabase, timelines)).toBe(first);
  expect(await timersOfAll(ids)).toEqual(before);
  expect(product.smtp.mails).toHaveLength(said);
});
