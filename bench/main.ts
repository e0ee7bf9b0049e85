/**
 * `npm run bench`: measures, and asserts nothing. README.md tells how to read it.
 *
 *   npm run bench -- [--only NAME]… [--quick]
 */
import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { describeFailure } from '../bin/lib/describe-failure.ts';
import { listenForStop } from '../bin/lib/stop-request.ts';
import { firstLoad } from './first-load.ts';
import { herdInSets, herdOneByOne } from './herd.ts';
import type { Bench } from './lib/bench.ts';
import { machineClass } from './lib/cores.ts';
import { startServers } from './lib/servers.ts';
import { lists } from './lists.ts';
import { longList } from './long-list.ts';
import { throughput } from './throughput.ts';

const benches: readonly Bench[] = [throughput, herdInSets, herdOneByOne, lists];
const firstLoadName = 'first-load';
const longListName = 'long-list';
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  // The process guard ends the servers and deletes their data, however this process ends.
  const stop = listenForStop(() => process.exit(1));
  void stop.requested.then(() => process.exit(130));
  const { values } = parseArgs({
    options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
  });
  const names = new Set([firstLoadName, longListName, ...benches.map(({ name }) => name)]);
  const unknown = (values.only ?? []).filter((name) => !names.has(name));
  if (unknown.length > 0) {
    say(`There is no ${unknown.join(', ')}; there are ${[...names].join(', ')}.`);
    return 2;
  }
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${machineClass()}\n`);
  let failed = 0;
  // These need no servers.
  if (values.only?.includes(firstLoadName) ?? true)
    process.stdout.write(`\n${firstLoadName}: aim ≤ 250 kB\n  ${await firstLoad()}\n`);
  if (values.only?.includes(longListName) ?? true) {
    process.stdout.write(`\n${longListName}: aim: frames of 17 ms, no press over 100 ms\n`);
    for (const line of await longList(values.quick ? 600 : 5000, say)) process.stdout.write(`  ${line}\n`);
  }
  for (const bench of benches) {
    if (values.only !== undefined && !values.only.includes(bench.name)) continue;
    failed += (await measure(bench, values.quick)) ? 0 : 1;
  }
  return failed === 0 ? 0 : 1;
}

/** Fresh servers for each, so that none finds another's data. False where it could not be measured. */
async function measure(bench: Bench, quick: boolean): Promise<boolean> {
  process.stdout.write(`\n${bench.name}${quick ? ' (quick)' : ''}: aim ${bench.aim}\n`);
  try {
    const servers = await startServers(say);
    try {
      for (const line of await bench.run({ servers, quick, say })) process.stdout.write(`  ${line}\n`);
      return true;
    } finally {
      await servers.stop();
    }
  } catch (error) {
    say(describeFailure(error));
    return false;
  }
}

process.exit(await main());
