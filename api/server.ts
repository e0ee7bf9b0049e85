/** The API process. Any number may run. */
import { startApiProcess } from './api-process.ts';

try {
  const running = await startApiProcess(process.env);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0));
    });
  }
  process.stdout.write('api ready\n');
} catch (error) {
  const whatToDo = error instanceof Error && 'whatToDo' in error ? `\n${String(error.whatToDo)}` : '';
  process.stderr.write(
    `The API did not start: ${error instanceof Error ? error.message : String(error)}${whatToDo}\n`,
  );
  process.exitCode = 1;
}
