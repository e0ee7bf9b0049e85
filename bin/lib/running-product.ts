/**
 * Where the embedded run is, for commands that work on it (`verify`, `rebuild` …). `npm start` writes the file while it
 * runs; only its owner may read it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fileName = 'running.json';
const environmentSchema = z.record(z.string(), z.string());

/** What a command needs to find servers and keys. */
const names = [
  'DATABASE_URL',
  'DATABASE_URL_API',
  'DATABASE_URL_CLOCK',
  'DATABASE_URL_AUTH',
  'APP_API_PASSWORD',
  'APP_CLOCK_PASSWORD',
  'APP_AUTH_PASSWORD',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'KEY_FILE',
] as const;

/** Remembers where the running product's servers are, from the environment of one of its scripts. */
export function rememberRunning(dataRoot: string, env: NodeJS.ProcessEnv): void {
  forgetRunning(dataRoot);
  const known = Object.fromEntries(
    names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
  writeFileSync(path.join(dataRoot, fileName), JSON.stringify(known, null, 2), { mode: 0o600 });
}

export function forgetRunning(dataRoot: string): void {
  rmSync(path.join(dataRoot, fileName), { force: true });
}

/** The environment, filled up with the addresses of the embedded run where one runs and nothing else is named. */
export function withRunningProduct(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const file = path.join(env['TERMINSARGS_DATA'] ?? path.join(root, '.data'), fileName);
  if (env['DATABASE_URL'] !== undefined || env['DATABASE_URL_CLOCK'] !== undefined || !existsSync(file))
    return env;
  return { ...environmentSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), ...env };
}
