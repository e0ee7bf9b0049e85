/**
 * Records the histories that every later version of the workflows must be able to replay:
 *
 *   node bin/bootstrap.mjs bin/record-histories.ts v2
 *
 * Run it, with a new version suffix, after a change that makes the workflows issue other commands; with the present one
 * after a scenario was added, which is then the only one recorded. Recordings are kept for ever; see test/histories/README.md.
 */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { findTemporal } from '../temporal-config/find-temporal.ts';
import { ensureNamespace } from '../temporal-config/namespace.ts';
import { startOwnServer } from '../test/timeline/own-server.ts';
import type { Run } from '../test/timeline/runs.ts';
import { playScenario, scenarioRollOverAt, scenarios } from '../test/timeline/scenarios.ts';
import { createTimelineBench } from '../test/timeline/timeline-bench.ts';
import { ourCacheFolder } from './lib/cache-folder.ts';

const folder = fileURLToPath(new URL('../test/histories', import.meta.url));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const { positionals } = parseArgs({ allowPositionals: true });
const [version] = positionals;
if (version === undefined || !/^v\d+$/.test(version)) {
  say('Give the version of the recordings: node bin/bootstrap.mjs bin/record-histories.ts v2');
  process.exit(2);
}
const missing = Object.entries(scenarios).filter(([name]) => !existsSync(fileOf(name, version)));
if (missing.length === 0) {
  say(`Recordings are never replaced, and all of ${version} exist. Take the next version.`);
  process.exit(2);
}

const { path: program } = await findTemporal({
  cacheDir: ourCacheFolder(process.env['TERMINSARGS_CACHE']),
  env: process.env,
  log: say,
});
const server = await startOwnServer(program, scenarioRollOverAt);
try {
  for (const [name, play] of missing) {
    const namespace = `record-${name}`;
    await prepareNamespace(server.address, namespace);
    const bench = await createTimelineBench({ address: server.address, namespace });
    try {
      await bench.startWorker();
      const run = await playScenario(bench, play);
      writeFileSync(fileOf(name, version), recordingOf(run));
      say(`${name}: ${run.events.length} events`);
    } finally {
      await bench.close();
    }
  }
} finally {
  await server.close();
}

function fileOf(name: string, version: string): string {
  return path.join(folder, `${name}-${version}.json`);
}

async function prepareNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, namespace);
  await connection.close();
}

/** Without the names of machine and process, which Temporal also makes part of the names of sticky queues. */
function recordingOf(run: Run): string {
  const history: unknown = JSON.parse(historyToJSON({ events: [...run.events] }), (key, value: unknown) => {
    if (key === 'identity') return 'recorder';
    return key === 'name' && typeof value === 'string' ? value.replace(/^\d+@.*/, 'recorder-sticky') : value;
  });
  return `${JSON.stringify(history, null, 1)}\n`;
}
