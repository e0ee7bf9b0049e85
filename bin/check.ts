/** `npm run check`: what can be known in about a minute without any service. Stops at the first thing that is wrong. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tools = path.join(root, 'node_modules', '.bin');

/** In the order of their cost. */
const checks = [
  ['format and order of imports', 'biome', 'check', '.'],
  ['lint', 'oxlint', '--type-aware'],
  ['types', 'tsc', '-p', 'tsconfig.json'],
  ['types of the core, which knows no Node', 'tsc', '-p', 'tsconfig.core.json'],
  ['types of the browser client', 'tsc', '-p', 'web/tsconfig.json'],
  ['dead code', 'knip'],
  ['unit tests, workflow bundle, replay', 'vitest', 'run', '--project', 'unit'],
] as const;

for (const [what, tool, ...args] of checks) {
  const began = performance.now();
  const { status } = spawnSync(path.join(tools, tool), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${what} (${seconds} s)`);
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
