import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnTemporal, ownTemporal } from '../resilience/own-temporal.ts';
import { behind, danger, handover, openCase, record, riga, risk, sweepAt } from '../resilience/play.ts';
import { bootInProcess, eventually, type InProcess } from '../support/in-process.ts';
import { makeSmallMunicipality, type SmallMunicipality } from '../support/small-municipality.ts';
import { markedWords, searchedMarkers } from './markers.ts';
import { findLeaks, scanTemporalStore } from './scan.ts';

/** Temporal's own log, down to what it says only when asked. */
const temporalLog: LogEntry[] = [];
Runtime.install({ logger: new DefaultLogger('DEBUG', (entry) => void temporalLog.push(entry)) });

let temporal: OwnTemporal;
let product: InProcess;
let place: SmallMunicipality;

beforeAll(async () => {
  temporal = await ownTemporal();
  await temporal.start();
  product = await bootInProcess(riga('2026-11-20T10:00'), temporal);
  place = await makeSmallMunicipality(product.ownerUrl, riga('2026-11-20T09:00'));
  product.startWorker();
  await product.sweep();
  const referralId = randomUUID();
  const { dossierId } = await openCase(product, place, [risk, handover(place, referralId)]);
  const other = await openCase(product, place, [danger]);
  await record(product, place.teacher, dossierId, { ...risk, words: markedWords });
  // A key that cannot be taken apart from the words is refused: refusals and failures are logged, too.
  await product.application.recordFacts(
    place.teacher,
    dossierId,
    [{ type: 'talk.held', data: { kindCode: markedWords }, words: markedWords } as never],
    { idempotencyKey: 'refused', requestHash: 'refused' },
  );
  // A database error quotes what it was given: it must not reach Temporal, nor the log.
  await product.sql`update dossier set procedure_id = ${searchedMarkers[1] ?? ''} where id = ${other.dossierId}`;
  await product.clockSide.takeSteps(other.dossierId).catch(() => undefined);
  for (const time of ['2026-11-23T07:30', '2026-11-26T07:30', '2026-11-30T08:00', '2026-12-01T08:00']) {
    await sweepAt(product, time);
  }
  await product.sql`update dossier set procedure_id = 'national-2025' where id = ${other.dossierId}`;
  await sweepAt(product, '2026-12-02T08:00');
  await eventually(
    async () => {
      await product.sweep();
      return await behind(product);
    },
    (ids) => ids.length === 0,
  );
});

afterAll(async () => {
  await product.close();
  await temporal.close();
});

it('Temporal’s whole store holds no name, code, address or text of a case (architecture 3, section 6)', async () => {
  const dossiers = await product.sql<{ id: string }[]>`select id from dossier`;
  const ids = dossiers.map(({ id }) => id);
  // The scanner sees into the store: every dossier's opaque id is there.
  expect(new Set(scanTemporalStore(temporal.dataFile, ids).map(({ marker }) => marker))).toEqual(
    new Set(ids),
  );
  expect(scanTemporalStore(temporal.dataFile, searchedMarkers)).toEqual([]);
  const people = await product.sql<{ mail: string; id: string }[]>`select mail, id from person`;
  const staff = people.flatMap(({ mail, id }) => [mail, id]);
  expect(scanTemporalStore(temporal.dataFile, staff)).toEqual([]);
});

it('a text planted in Temporal’s store is found there', async () => {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const client = new Client({ connection });
    await client.workflow.start('nobodyRunsThis', {
      taskQueue: 'nowhere',
      workflowId: 'planted',
      args: [`said: ${markedWords}`],
    });
    const found = scanTemporalStore(temporal.dataFile, searchedMarkers).map(({ marker }) => marker);
    expect(found).toEqual(expect.arrayContaining(['Žermēna', 'rokas zilumos', 'Gundegunde']));
    await client.workflow.getHandle('planted').terminate();
  } finally {
    await connection.close();
  }
});

it('the logs hold none either, the product’s and Temporal’s (architecture 3)', () => {
  const ours = product.logged();
  expect(ours).toContain('poisoned');
  expect(findLeaks(Buffer.from(ours), searchedMarkers, 'log')).toEqual([]);
  const theirs = temporalLog
    .map(({ message, meta }) => `${message} ${JSON.stringify(meta) ?? ''}`)
    .join('\n');
  expect(theirs).toContain('timelines');
  expect(findLeaks(Buffer.from(theirs), searchedMarkers, 'Temporal log')).toEqual([]);
});

it('no mail names a learner or a contact, nor says what was written about them (section 5)', async () => {
  const { mails } = product.smtp;
  expect(mails.length).toBeGreaterThanOrEqual(6);
  for (const { raw } of mails) {
    const parsed = await PostalMime.parse(raw);
    const said = [raw, parsed.subject, parsed.text, parsed.html].join('\n');
    expect(said).toContain('terminsargs.example');
    expect(findLeaks(Buffer.from(said), searchedMarkers, 'mail')).toEqual([]);
  }
});
