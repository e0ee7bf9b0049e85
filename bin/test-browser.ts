/**
 * `npm run test:browser`: whole jobs in a real browser over the real product. Ends with `N passed, N failed`.
 *
 *   npm run test:browser -- [file filters]
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeFailure } from './lib/describe-failure.ts';
import { runVitest } from './lib/run-vitest.ts';
import { listenForStop } from './lib/stop-request.ts';
import { exitCodeOf, type TestTotals } from './lib/test-totals.ts';
import { buildWeb, isWebBuilt } from './lib/web-build.ts';

const root = path.dirname(import.meta.dirname);
const stop = listenForStop(() => process.exit(1));
const { positionals } = parseArgs({ allowPositionals: true });
let totals: TestTotals = { passed: 0, failed: 1, skipped: 0 };
try {
  if (!isWebBuilt(root)) await buildWeb(root);
  totals = await runVitest(['browser'], positionals, stop);
} catch (error) {
  process.stderr.write(`\n${describeFailure(error)}\n\n`);
}
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(stop.signal.aborted ? 130 : exitCodeOf(totals));
