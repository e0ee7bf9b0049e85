/**
 * `npm test`: everything that needs no browser. Ends with one line, `N passed, N failed`.
 *
 *   npm test -- [--project unit|int|e2e]… [file filters]
 */
import { parseArgs } from 'node:util';
import { readSettings } from '../application/settings.ts';
import { findTemporal } from '../temporal-config/find-temporal.ts';
import { searchedMarkers } from '../test/leak/markers.ts';
import { scanTemporalStore } from '../test/leak/scan.ts';
import { leaveSharedServers, useSharedServers } from '../test/support/shared-servers.ts';
import { ourCacheFolder } from './lib/cache-folder.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { runVitest } from './lib/run-vitest.ts';
import { listenForStop, type StopRequest } from './lib/stop-request.ts';
import { exitCodeOf, type TestTotals } from './lib/test-totals.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const stop = listenForStop(() => process.exit(1));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { project: { type: 'string', multiple: true } },
  });
  const projects = values.project ?? ['unit', 'int', 'e2e'];
  let totals: TestTotals = { passed: 0, failed: 1, skipped: 0 };
  try {
    const withServers = projects.some((project) => project !== 'unit');
    if (withServers) await prepareTemporal(stop);
    totals = withServers
      ? await searchedForLeaks(() => runVitest(projects, positionals, stop))
      : await runVitest(projects, positionals, stop);
  } catch (error) {
    say(`\n${describeFailure(error)}\n`);
  }
  if (totals.skipped > 0) say(`${totals.skipped} skipped`);
  process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
  return stop.signal.aborted ? 130 : exitCodeOf(totals);
}

/** Building the server takes minutes: done here, where progress can be shown, and not inside a hook. */
async function prepareTemporal(stop: StopRequest): Promise<void> {
  const { cacheDir } = readSettings({ TERMINSARGS_CACHE: process.env['TERMINSARGS_CACHE'] });
  await findTemporal({
    cacheDir: ourCacheFolder(cacheDir),
    env: process.env,
    log: say,
    signal: stop.signal,
  });
}

/** Holds the shared servers over the whole run, and searches Temporal's store at its end: one more test. */
async function searchedForLeaks(run: () => Promise<TestTotals>): Promise<TestTotals> {
  const { temporalDataFile } = await useSharedServers();
  try {
    const totals = await run();
    const leaks = scanTemporalStore(temporalDataFile, searchedMarkers);
    for (const { marker, encoding, where } of leaks)
      say(`leak in Temporal: “${marker}”, ${encoding}, ${where}`);
    return leaks.length === 0
      ? { ...totals, passed: totals.passed + 1 }
      : { ...totals, failed: totals.failed + 1 };
  } finally {
    await leaveSharedServers();
  }
}

process.exit(await main());
