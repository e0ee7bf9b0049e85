/** House-keeping in wall time (architecture 1 and 3): the worker process, a real Temporal, a real Postgres. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHouseKeepingActivities } from '../activities/create-house-keeping-activities.ts';
import { createTimelineActivities } from '../activities/create-timeline-activities.ts';
import type { HouseKeepingTask } from '../activities/house-keeping-activities.ts';
import { type ClockSide, createClockSide } from '../application/create-clock-side.ts';
import { chainState } from '../application/house-keeping/chain-state.ts';
import { createHouseKeeping } from '../application/house-keeping/house-keeping.ts';
import { createLog } from '../application/log.ts';
import { createSmtpMailer } from '../application/mailer/smtp-transport.ts';
import { wallTime } from '../application/product-clock.ts';
import { asRole } from '../application/settings.ts';
import { readAnchors, writeDailyAnchor } from '../db/chain-anchor.ts';
import { createStore, type TestStore } from '../db/testing/store.ts';
import { verifyChainsAt } from '../db/verify-chain.ts';
import { instant, plusMilliseconds } from '../domain/time.ts';
import { houseKeepingTasks, scheduleId } from '../temporal-config/schedules.ts';
import { type PreparedStore, temporalStore } from '../temporal-config/temporal-store.ts';
import { createTimelines } from '../temporal-config/timelines.ts';
import { runWorkerAgainAndAgain, type WorkerRun } from '../worker/run-worker.ts';
import { type OwnTemporal, ownTemporal } from './resilience/own-temporal.ts';
import { eventually } from './support/in-process.ts';
import { makeSmallMunicipality } from './support/small-municipality.ts';
import { ROLE_PASSWORD } from './support/stack.ts';

let store: TestStore;
let temporal: OwnTemporal;
let worker: WorkerRun;
let side: ClockSide;
let reconciled: PreparedStore;
let connection: Connection;
let client: Client;
let verifyUrl: string;
let folder: string;

const urlOf = (role: string) => asRole(store.ownerUrl, role, ROLE_PASSWORD);
const files = () => readdirSync(folder).sort();

async function schedules(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { scheduleId: id } of client.schedule.list()) found.push(id);
  return found.sort();
}

/** Runs a task now, as its schedule would at night, and waits for its end. */
async function run(task: HouseKeepingTask): Promise<void> {
  const handle = client.schedule.getHandle(scheduleId(task));
  const before = (await handle.describe()).info.numActionsTaken;
  await handle.trigger();
  const { recentActions } = await eventually(
    async () => (await handle.describe()).info,
    ({ numActionsTaken }) => numActionsTaken === before + 1,
    30_000,
  );
  const started = recentActions.at(-1)?.action.workflow;
  await client.workflow.getHandle(started?.workflowId ?? '', started?.firstExecutionRunId).result();
}

beforeAll(async () => {
  store = await createStore();
  await makeSmallMunicipality(store.ownerUrl, instant('2026-11-20T06:00:00.000Z'));
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'terminsargs-anchors-')), 'anchors');
  verifyUrl = urlOf('app_verify');
  temporal = await ownTemporal();
  await temporal.start();
  connection = Connection.lazy({ address: temporal.address });
  client = new Client({ connection, namespace: temporal.namespace });
  const log = createLog('test', 'silent');
  side = await createClockSide({
    database: store.clock,
    timelines: createTimelines(client),
    mailer: createSmtpMailer({
      url: 'smtp://127.0.0.1:9',
      from: { name: '', address: 't@terminsargs.example' },
    }),
    log,
    publicUrl: 'https://terminsargs.example',
    mailFrom: 't@terminsargs.example',
    crashAt: undefined,
  });
  const houseKeeping = createHouseKeeping({
    database: store.clock,
    verifyUrl,
    anchorFolder: folder,
    log,
    wallTime,
  });
  const { address, namespace } = temporal;
  worker = runWorkerAgainAndAgain({
    connect: () => NativeConnection.connect({ address }),
    namespace,
    activities: { ...createTimelineActivities(side), ...createHouseKeepingActivities(houseKeeping) },
    log,
  });
  reconciled = temporalStore(client, connection, 2_000);
}, 60_000);

afterAll(async () => {
  await worker?.stop();
  await side?.quiet();
  await connection?.close();
  await temporal?.close();
  await store?.close();
  rmSync(path.dirname(folder), { recursive: true, force: true });
}, 60_000);

it('a worker makes the schedules, each under an id of its own that stays', async () => {
  const expected = houseKeepingTasks.map(scheduleId).sort();
  await side.sweep(reconciled);
  await side.sweep(temporalStore(client, connection, 2_000));
  await eventually(schedules, (found) => found.length === expected.length, 30_000);
  expect(await schedules()).toEqual(expected);
}, 40_000);

it('chain heads are anchored outside the database daily: one file a day, never changed (architecture 3)', async () => {
  await run('anchorChains');
  await run('anchorChains');
  const [name = ''] = files();
  expect(files()).toHaveLength(1);
  expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o400);
  expect((await verifyChainsAt(verifyUrl, readAnchors(folder))).broken).toEqual([]);
}, 60_000);

it('an export whose process was killed is finished the next time, one that was rolled back is dropped', async () => {
  const tomorrow = plusMilliseconds(wallTime(), 24 * 3_600_000);
  const [name = ''] = files();
  const known = readFileSync(path.join(folder, name), 'utf8');
  rmSync(path.join(folder, name));
  writeFileSync(path.join(folder, `${name}.unfinished`), known);
  const rolledBack = `chain-heads-2026-01-01T00-00-00-000Z-${randomUUID()}.json.unfinished`;
  writeFileSync(path.join(folder, rolledBack), '{}');

  const next = await writeDailyAnchor(store.clock, folder, tomorrow);
  expect(files()).toEqual([name, path.basename(next ?? '')]);
  expect((await verifyChainsAt(verifyUrl, readAnchors(folder))).broken).toEqual([]);
});

it('a chain that was broken behind the product raises the alarm the next night, at its first broken row', async () => {
  expect(await chainState(store.api, wallTime())).toBe('unchecked');
  await run('verifyChains');
  expect(await chainState(store.api, wallTime())).toBe('whole');
  expect(await chainState(store.api, plusMilliseconds(wallTime(), 4 * 24 * 3_600_000))).toBe('unchecked');

  const [changed] = await store.superuser.begin(async (sql) => {
    await sql`alter table event disable trigger append_only`;
    const rows =
      await sql`update event set data = data || '{"schoolYear": "2025/2026"}' where seq = 1 returning dossier_id`;
    await sql`alter table event enable always trigger append_only`;
    return rows;
  });
  await run('verifyChains');
  expect(await chainState(store.api, wallTime())).toBe('broken');
  const [latest] = await store.superuser`select * from chain_check order by at desc limit 1`;
  expect(latest).toMatchObject({
    broken: 1,
    first_broken_id: changed?.['dossier_id'] as string,
    first_broken_seq: 1,
    reason: 'changed',
  });
}, 60_000);

it('writes by key are forgotten when no client repeats them any more', async () => {
  const keyed = (key: string, days: number) => store.superuser`
    insert into idempotency (actor, key, request_hash, created_at)
    values (${randomUUID()}, ${key}, '', now() - ${`${days} days`}::interval)`;
  await keyed('of long ago', 31);
  await keyed('of lately', 29);
  await run('forgetWrites');
  expect((await store.superuser`select key from idempotency`).map(({ key }) => key as string)).toEqual([
    'of lately',
  ]);
}, 40_000);

it('after Temporal lost everything the schedules are there again (architecture 1.9)', async () => {
  await temporal.stop();
  temporal.deleteData();
  await temporal.start();
  await side.sweep(reconciled);
  await eventually(
    () => schedules().catch(() => []),
    (found) => found.length === houseKeepingTasks.length,
    60_000,
  );
  expect(await schedules()).toEqual(houseKeepingTasks.map(scheduleId).sort());
}, 90_000);
