/** The worker process: runs timelines, takes steps, sends mails, sweeps. Any number may run. */
import { startWorkerProcess } from './worker-process.ts';

const running = await startWorkerProcess(process.env);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void running.stop().then(() => process.exit(0));
  });
}
process.stdout.write('worker ready\n');
