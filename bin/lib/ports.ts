import net from 'node:net';
import { StartupError } from './startup-error.ts';

const LOOPBACK = '127.0.0.1';

/** A port that one of our processes will listen on. */
export interface PortWish {
  /** What listens there, for people: “PostgreSQL”. */
  readonly purpose: string;
  readonly port: number;
  /** The environment variable that changes it. */
  readonly variable: string;
}

/** Why a port cannot be listened on (an error code such as `EADDRINUSE`), or nothing when it is free. */
export function portProblem(port: number, host: string = LOOPBACK): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** A loopback port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: LOOPBACK }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Throws one StartupError that names every wish which cannot be met: taken, not allowed, or wished twice. */
export async function ensurePorts(wishes: readonly PortWish[]): Promise<void> {
  const problems: string[] = [];
  const variables: string[] = [];
  for (const [index, wish] of wishes.entries()) {
    const twin = wishes.slice(0, index).find((other) => other.port === wish.port);
    const code = twin === undefined ? await portProblem(wish.port) : undefined;
    if (twin !== undefined)
      problems.push(`${wish.port} is wanted by both ${twin.purpose} and ${wish.purpose}`);
    else if (code === 'EADDRINUSE')
      problems.push(`${wish.port} (${wish.purpose}) is taken by another program`);
    else if (code === 'EACCES') problems.push(`${wish.port} (${wish.purpose}) is not allowed for this user`);
    else if (code !== undefined) problems.push(`${wish.port} (${wish.purpose}) cannot be used: ${code}`);
    else continue;
    variables.push(wish.variable);
  }
  if (problems.length === 0) return;
  throw new StartupError(
    problems.length === 1 ? `Port ${problems[0]}.` : `Ports: ${problems.join('; ')}.`,
    `Stop the program that uses it (perhaps another Termiņsargs), or choose other ports: ${variables
      .map((variable) => `${variable}=…`)
      .join(' ')} npm start`,
  );
}
