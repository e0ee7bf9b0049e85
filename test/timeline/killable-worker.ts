import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TimelineWork } from '../../activities/create-timeline-activities.ts';
import type { Timeline } from '../../activities/timeline-activities.ts';
import type { Place } from './timeline-bench.ts';

export type Question = {
  readonly number: number;
  readonly what: keyof TimelineWork;
  readonly dossierId: string;
};
/** Without a timeline the work failed. */
export type Answer = { readonly number: number; readonly timeline?: Timeline };

export type KillableWorker = {
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
};

const none: Timeline = { finished: false, timers: [], mailsDue: false };

/** A worker in a process of its own, whose activities are the given work in this process. */
export function startKillableWorker({ address, namespace }: Place, work: TimelineWork): KillableWorker {
  const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url));
  const child = fork(script, [address, namespace], { execArgv: [] });
  child.on('message', (question: Question) => {
    void carryOut(work, question).then((answer) => {
      if (child.connected) child.send(answer);
    });
  });
  return {
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function carryOut(work: TimelineWork, { number, what, dossierId }: Question): Promise<Answer> {
  try {
    if (what !== 'deliverMails') return { number, timeline: await work[what](dossierId) };
    await work.deliverMails();
    return { number, timeline: none };
  } catch {
    return { number };
  }
}
