import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plusMilliseconds } from '../../domain/time.ts';
import { bootInProcess, eventually, freshWrite, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { behind, handover, openCase, pendingTimers, riga, risk, timersWanted } from './play.ts';

let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
});

it('a storm of facts and signals while cases close and reopen: no clock stays behind, each waits for what Postgres holds (section 6)', async () => {
  product.startWorker();
  const ids = await Promise.all(
    [0, 1, 2].map(async () => (await openCase(product, place, [risk, handover(place)])).dossierId),
  );
  let at = riga('2026-11-20T10:01');
  let written = 0;
  for (let round = 0; round < 4; round += 1) {
    for (const type of ['case.closed', 'case.reopened'] as const) {
      at = plusMilliseconds(at, 60_000);
      await product.setClock(at);
      const turn = ids.map((id) =>
        product.application.recordFacts(
          place.principal,
          id,
          [{ type, data: { reasonCode: 'storm' } }],
          freshWrite(),
        ),
      );
      const noise = ids.flatMap((id) =>
        Array.from({ length: 4 }, () =>
          product.application.recordFacts(place.teacher, id, [risk], freshWrite()),
        ),
      );
      const results = await Promise.all([...turn, ...noise]);
      written += results.filter(({ ok }) => ok).length;
      // What is said to a closed case is refused, and nothing else.
      const refusals = results.flatMap((result) => (result.ok ? [] : [result.refused]));
      expect(refusals.filter((code) => code !== 'dossierClosed')).toEqual([]);
    }
  }
  expect(written).toBeGreaterThanOrEqual(4 * 2 * 3);
  await eventually(
    () => behind(product),
    (late) => late.every((id) => Object.values(place.yearIds).includes(id)),
  );
  for (const id of ids) {
    const wanted = await timersWanted(product, id);
    expect(wanted).toBeGreaterThan(0);
    await eventually(
      () => pendingTimers(product, id),
      (labels) => labels.length === wanted,
    );
  }
});

it('a case closed for good ends its timeline once everything is told; reopening starts another (section 1)', async () => {
  const { dossierId } = await openCase(product, place, [handover(place, randomUUID())]);
  const write = (type: 'case.closed' | 'case.reopened') =>
    product.application.recordFacts(
      place.principal,
      dossierId,
      [{ type, data: { reasonCode: 'done' } }],
      freshWrite(),
    );
  await product.setClock(riga('2026-11-20T12:00'));
  expect(await write('case.closed')).toMatchObject({ ok: true });
  const status = async () =>
    (await product.temporal.workflow.getHandle(`timeline-${dossierId}`).describe()).status.name;
  await eventually(status, (name) => name === 'COMPLETED');
  await product.setClock(riga('2026-11-20T12:30'));
  expect(await write('case.reopened')).toMatchObject({ ok: true });
  await eventually(status, (name) => name === 'RUNNING');
  const wanted = await timersWanted(product, dossierId);
  await eventually(
    () => pendingTimers(product, dossierId),
    (labels) => labels.length === wanted,
  );
});
