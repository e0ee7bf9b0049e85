import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootInProcess, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { handover, openCase, riga, risk, valueOf } from './play.ts';

let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  product = await bootInProcess(riga('2026-11-20T10:00'));
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
});

afterAll(async () => {
  await product.close();
});

it('the same request five times at once has one effect, and everybody gets the same answer (section 4)', async () => {
  const meta = { idempotencyKey: randomUUID(), requestHash: 'one' };
  const fact = handover(place);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => openCase(product, place, [fact], place.teacher, meta)),
  );
  const alike = answers.map((answer) => ({ ...answer, repeated: false }));
  const [first] = alike;
  expect(alike).toEqual(Array.from({ length: 5 }, () => first));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  const [counted] = await product.sql`
    select (select count(*) from dossier where kind <> 'institutionYear')::int as dossiers,
      (select count(*) from event e join dossier d on d.id = e.dossier_id where d.kind <> 'institutionYear')::int as events,
      (select count(*) from dossier_learner)::int as learners`;
  expect(counted).toEqual({ dossiers: 1, events: first?.eventIds.length, learners: 1 });
});

it('the same key five times at once on one case appends once (section 4)', async () => {
  const { dossierId, version } = await openCase(product, place, [risk]);
  const meta = { idempotencyKey: randomUUID(), requestHash: 'two' };
  const fact = handover(place);
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () =>
      valueOf(await product.application.recordFacts(place.teacher, dossierId, [fact], meta)),
    ),
  );
  expect(new Set(answers.map(({ eventIds }) => eventIds.join()))).toHaveProperty('size', 1);
  const [after] = await product.sql`select version from dossier where id = ${dossierId}`;
  expect(new Set(answers.map((answer) => answer.version))).toEqual(new Set([after?.['version']]));
  expect(after?.['version']).toBe(version + (answers[0]?.eventIds.length ?? 0));
  expect(answers.filter(({ repeated }) => repeated)).toHaveLength(4);
});

it('the same key with another body is refused and leaves no trace; another person may use it (section 4)', async () => {
  const { dossierId, version } = await openCase(product, place, [risk]);
  const meta = { idempotencyKey: randomUUID(), requestHash: 'three' };
  const write = (requestHash: string, actor = place.teacher) =>
    product.application.recordFacts(actor, dossierId, [risk], { ...meta, requestHash });
  valueOf(await write('three'));
  expect(await write('four')).toMatchObject({ ok: false, refused: 'idempotencyKeyReused' });
  expect(valueOf(await write('four', place.principal))).toMatchObject({
    repeated: false,
    version: version + 2,
  });
});

it('a refused write leaves its key free for the corrected one (section 4)', async () => {
  const { dossierId, version } = await openCase(product, place, [risk]);
  const meta = { idempotencyKey: randomUUID(), requestHash: 'five' };
  const stale = await product.application.recordFacts(place.teacher, dossierId, [handover(place)], {
    ...meta,
    ifVersion: version - 1,
  });
  expect(stale).toMatchObject({ refused: 'versionConflict', detail: { version } });
  const corrected = await product.application.recordFacts(place.teacher, dossierId, [handover(place)], {
    ...meta,
    requestHash: 'six',
    ifVersion: version,
  });
  expect(valueOf(corrected)).toMatchObject({ repeated: false });
});
