/** The browser client, built when something that goes into it has changed. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the built files depend on; of `contracts/` the client takes types, which leave no trace, and table 7. */
const sources = [
  'web/**/*.{ts,tsx,css,html,svg,png,json}',
  'contracts/danger.ts',
  'domain/danger/*.ts',
  'package-lock.json',
];

/** Whether `web/dist` is what the sources would give now. */
export function isWebBuilt(root: string): boolean {
  const file = stampFile(root);
  return existsSync(file) && readFileSync(file, 'utf8') === stampOf(root);
}

/** Builds into `web/dist`. Throws what the bundler found wrong. */
export async function buildWeb(root: string): Promise<void> {
  // Only where it is needed: a start with everything built does not wait for the bundler to load.
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(stampFile(root), stampOf(root));
}

function stampFile(root: string): string {
  return path.join(root, 'web', 'dist', '.built-from');
}

function stampOf(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, {
    cwd: root,
    exclude: (name) => name === 'dist' || name === 'node_modules',
  });
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}
