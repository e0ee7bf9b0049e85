import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, makeTelemetryFilterString, Runtime, Worker } from '@temporalio/worker';
import { afterAll, expect, it } from 'vitest';
import { workflowBundlePath } from '../worker/workflow-bundle.ts';

// A broken workflow makes the native core warn, once a history.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
});

const root = fileURLToPath(new URL('..', import.meta.url));
const histories = path.join(root, 'test/histories');
const recordings = readdirSync(histories).filter((name) => name.endsWith('.json'));
/** Inside the project, so that the bundler finds its packages. */
const scratch = path.join(root, '.cache');
mkdirSync(scratch, { recursive: true });
const broken = mkdtempSync(path.join(scratch, 'broken-'));

afterAll(() => rmSync(broken, { recursive: true, force: true }));

/** By recording, what was wrong with its replay. Empty when all replay. */
async function faultsOf(codePath: string): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  const all = recordings.map((name) => ({
    workflowId: name,
    history: historyFromJSON(JSON.parse(readFileSync(path.join(histories, name), 'utf8'))),
  }));
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: { codePath } },
    all,
  )) {
    if (error !== undefined) faults[workflowId] = error.name;
  }
  return faults;
}

/** A copy of the workflows with one deliberate fault, bundled. */
async function bundleBroken(file: string, from: string, to: string): Promise<string> {
  const folder = mkdtempSync(path.join(broken, 'workflows-'));
  cpSync(path.join(root, 'workflows'), folder, {
    recursive: true,
    filter: (name) => !name.endsWith('.test.ts'),
  });
  const whole = readFileSync(path.join(folder, file), 'utf8');
  expect(whole).toContain(from);
  writeFileSync(path.join(folder, file), whole.replaceAll(from, to));
  return await workflowBundlePath(broken, folder);
}

it('every history recorded so far replays (issue 3, 6)', async () => {
  expect(recordings.length).toBeGreaterThanOrEqual(8);
  expect(await faultsOf(await workflowBundlePath())).toEqual({});
}, 60_000);

it.each([
  ['timers are no longer set', 'alarms.ts', 'void ring(', 'void Promise.resolve('],
  [
    'another activity is asked',
    'timeline.ts',
    "'takeSteps' : 'loadTimeline'",
    "'loadTimeline' : 'takeSteps'",
  ],
])(
  'a workflow changed so that %s fails replay (issue 3, 6)',
  async (_what, file, from, to) => {
    const faults = await faultsOf(await bundleBroken(file, from, to));
    expect(faults['late-and-escalated-v1.json']).toBe('DeterminismViolationError');
    expect(faults['sentinel-v1.json']).toBeUndefined();
  },
  60_000,
);
