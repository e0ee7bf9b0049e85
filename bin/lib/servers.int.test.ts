import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { isAlive } from './foreign-process.ts';
import { freePort } from './ports.ts';
import { type PostgresOptions, startPostgres } from './postgres.ts';
import { StartupError } from './startup-error.ts';
import { startTemporal, type TemporalServerOptions } from './temporal-server.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-servers-'));
  chmodSync(folder, 0o711);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function postgresOptions(): Promise<PostgresOptions> {
  return {
    dataDir: path.join(folder, 'postgres'),
    port: await freePort(),
    cacheDir: inject('cacheDir'),
    logFile: path.join(folder, 'postgres.log'),
    log: () => {},
  };
}

async function temporalOptions(): Promise<TemporalServerOptions> {
  return {
    program: inject('temporalProgram'),
    dataFile: path.join(folder, 'temporal', 'temporal.db'),
    port: await freePort(),
    logFile: path.join(folder, 'temporal.log'),
    log: () => {},
  };
}

/** Someone else on the port, for as long as the work takes. */
async function withPortTaken<T>(port: number, work: () => Promise<T>): Promise<T> {
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  try {
    return await work();
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
}

it('PostgreSQL killed with SIGKILL comes back with what was committed', async () => {
  const options = await postgresOptions();
  const first = await startPostgres(options);
  const before = postgres(first.url, { max: 1 });
  await before`create table kept as select 'lieta' as word`;
  await first.kill();
  await before.end({ timeout: 1 });
  const second = await startPostgres(options);
  const after = postgres(second.url, { max: 1 });
  expect(await after`select word from kept`).toEqual([{ word: 'lieta' }]);
  const [checks] =
    await after`select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync`;
  expect(checks).toEqual({ checksums: 'on', fsync: 'on' });
  await after.end();
  await second.stop();
  expect(isAlive(second.pid)).toBe(false);
});

it('a PostgreSQL that an earlier run left behind is ended, and its data taken over', async () => {
  const options = await postgresOptions();
  const leftBehind = await startPostgres(options);
  const next = await startPostgres(options);
  expect(isAlive(leftBehind.pid)).toBe(false);
  await next.stop();
});

it('nobody signs in to PostgreSQL without the password', async () => {
  const running = await startPostgres(await postgresOptions());
  const url = new URL(running.url);
  url.password = 'guess';
  const sql = postgres(url.href, { max: 1 });
  await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' });
  await sql.end();
  await running.stop();
});

it('a taken port is told by its number, for both servers', async () => {
  const forPostgres = await postgresOptions();
  const failure = withPortTaken(forPostgres.port, () => startPostgres(forPostgres));
  await expect(failure).rejects.toThrow(`Port ${forPostgres.port}`);
  await expect(failure).rejects.toBeInstanceOf(StartupError);
  const forTemporal = await temporalOptions();
  const other = withPortTaken(forTemporal.port, () => startTemporal(forTemporal));
  await expect(other).rejects.toThrow(`Port ${forTemporal.port}`);
});

it('Temporal killed with SIGKILL comes back with the same namespace; with its file deleted it is another one', async () => {
  const options = await temporalOptions();
  const first = await startTemporal(options);
  await first.kill();
  const second = await startTemporal(options);
  expect(second.namespace).toEqual({ id: first.namespace.id, created: false });
  await second.stop();
  rmSync(path.dirname(options.dataFile), { recursive: true });
  const third = await startTemporal(options);
  expect(third.namespace.created).toBe(true);
  expect(third.namespace.id).not.toBe(first.namespace.id);
  await third.stop();
});
