/** The workflow code as one file, built once per change: bundling at every start costs seconds. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = fileURLToPath(new URL('..', import.meta.url));
const ownWorkflows = path.join(root, 'workflows');

/**
 * Path of the bundle; builds it when the workflow code or the lock file has changed since. Another folder of workflow
 * code (one with an `index.ts`, inside this project) is for tests.
 */
export async function workflowBundlePath(
  cacheFolder = path.join(root, '.cache'),
  workflowsFolder = ownWorkflows,
): Promise<string> {
  const file = path.join(cacheFolder, `workflows-${await fingerprint(workflowsFolder)}.js`);
  if (await exists(file)) return file;
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(workflowsFolder, 'index.ts'),
    logger: quiet,
  });
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return file;
}

async function fingerprint(workflowsFolder: string): Promise<string> {
  const names = (await readdir(workflowsFolder)).filter(isBundled).sort();
  const hash = createHash('sha256').update(await readFile(path.join(root, 'package-lock.json')));
  for (const name of names) hash.update(name).update(await readFile(path.join(workflowsFolder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Tests lie beside the code and are no part of it. */
function isBundled(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts');
}

async function exists(file: string): Promise<boolean> {
  return await readFile(file).then(
    () => true,
    () => false,
  );
}

const quiet = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
