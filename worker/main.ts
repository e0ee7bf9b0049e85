/** The worker process: runs timelines, takes steps, sends mails, sweeps. Any number may run. */
import { startWorkerProcess } from './worker-process.ts';

try {
  const running = await startWorkerProcess(process.env);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0));
    });
  }
  process.stdout.write('worker ready\n');
} catch (error) {
  const whatToDo = error instanceof Error && 'whatToDo' in error ? `\n${String(error.whatToDo)}` : '';
  process.stderr.write(
    `The worker did not start: ${error instanceof Error ? error.message : String(error)}${whatToDo}\n`,
  );
  process.exit(1);
}
