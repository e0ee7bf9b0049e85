/** The browser for browser tests and screenshots: Debian's Chromium; nothing is downloaded behind anybody's back. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { StartupError } from './startup-error.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const onMac = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * `CHROMIUM` if it is set, else the first one on the PATH. As root on Debian one is installed where there is none.
 * Throws what to do elsewhere.
 */
export function findChromium(env: NodeJS.ProcessEnv, say: (line: string) => void): string {
  const found = env['CHROMIUM'] ?? onPath(env) ?? onMac.find(isProgram);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    say('Installing Chromium for the browser tests …');
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    const installed = onPath(env);
    if (installed !== undefined) return installed;
  }
  throw new StartupError(
    'There is no Chromium for the browser tests.',
    'Install one (Debian: apt-get install chromium) or set CHROMIUM to its path.',
  );
}

function onPath(env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function apt(...args: readonly string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
