/** The whole product with its demo municipality, as `npm start` brings it up, on ports and data of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './ports.ts';

export type DemoProduct = {
  readonly url: string;
  /** The page of the mail inbox. */
  readonly mailbox: string;
  stop(): Promise<void>;
};

const portNames = [
  'API_PORT',
  'POSTGRES_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'MAILBOX_SMTP_PORT',
  'MAILBOX_PORT',
] as const;

const root = path.dirname(path.dirname(import.meta.dirname));

/** Another process may take a port between the look for a free one and its use. */
const tries = 3;

/** Starts it and waits until it can be used. Throws what it said where it does not come up. */
export async function startProduct(): Promise<DemoProduct> {
  for (let left = tries - 1; ; left--) {
    try {
      return await startOnce();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function startOnce(): Promise<DemoProduct> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'terminsargs-browser-'));
  // As root, PostgreSQL runs as somebody else, who must be able to get in.
  chmodSync(data, 0o755);
  const free = new Set<number>();
  while (free.size < portNames.length) free.add(await freePort());
  const ports = Object.fromEntries([...free].map((port, index) => [portNames[index], String(port)]));
  const child = spawn(process.execPath, [path.join(root, 'bin', 'start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...ports, TERMINSARGS_DATA: data, PUBLIC_URL: '', NODE_ENV: '', VITEST: '' },
  });
  await running(child);
  return {
    url: `http://localhost:${ports['API_PORT']}`,
    mailbox: `http://127.0.0.1:${ports['MAILBOX_PORT']}`,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function running(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part.toString();
      if (said.includes('Termiņsargs is running')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The product did not start:\n${said}`)));
  });
}
