/**
 * `npm run simulate -- FILE [--lang en]`: plays a story on the real stack with the simulated clock, and prints in order
 * what was recorded, owed, reminded, late, escalated and mailed, with moment, to whom and why. The same story always
 * prints the same. Brings up servers of its own and keeps nothing. Exit code 2 where the file is no story.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Runtime } from '@temporalio/worker';
import { createLog } from '../application/log.ts';
import type { Story } from '../contracts/story.ts';
import { dayOf } from '../domain/time.ts';
import { temporalLog } from '../worker/temporal-log.ts';
import { describeFailure } from './lib/describe-failure.ts';
import { createProgress } from './lib/progress.ts';
import { listenForStop } from './lib/stop-request.ts';
import { readStory } from './preview/read-story.ts';
import { withOwnServers } from './simulate/own-servers.ts';
import { FactRefused, simulateStory } from './simulate/simulate-story.ts';
import type { Language } from './simulate/words.ts';

/** The person at the keyboard asked for something that cannot be played. */
class NoStory extends Error {}

const tellEveryMs = 10_000;

function readArguments(): { readonly story: Story; readonly language: Language } {
  const { file, language } = parseCommandLine();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new NoStory(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = readStory(text);
  if (read.ok) return { story: read.story, language };
  const lines = read.problems.map(
    ({ path, message }) => `  ${path === '' ? 'the whole file' : path}: ${message}`,
  );
  throw new NoStory(`${file} is no story.\n${lines.join('\n')}`);
}

function parseCommandLine(): { readonly file: string; readonly language: Language } {
  const usage = 'Say which story: npm run simulate -- FILE [--lang lv|en]';
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { lang: { type: 'string', default: 'lv' } },
    });
    const [file] = positionals;
    const { lang } = values;
    if (file !== undefined && positionals.length === 1 && (lang === 'lv' || lang === 'en')) {
      return { file, language: lang };
    }
  } catch {
    // An option that is not known.
  }
  throw new NoStory(usage);
}

async function main(): Promise<number> {
  const stop = listenForStop(() => process.exit(1));
  const progress = createProgress((line) => void process.stderr.write(`${line}\n`));
  try {
    const { story, language } = readArguments();
    // Signals are ours: the worker is stopped in its place in the order.
    Runtime.install({ logger: temporalLog(createLog('simulate', 'silent')), shutdownSignals: [] });
    await withOwnServers(progress, stop.signal, async (servers) => {
      let toldAt = performance.now();
      await simulateStory(story, {
        servers,
        language,
        signal: stop.signal,
        print: (line) => {
          toldAt = performance.now();
          process.stdout.write(`${line}\n`);
        },
        reached: (moment) => {
          if (performance.now() - toldAt < tellEveryMs) return;
          toldAt = performance.now();
          progress.say(`  … ${dayOf(moment)}`);
        },
      });
    });
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    if (error instanceof NoStory) process.stderr.write(`${error.message}\n`);
    else if (error instanceof FactRefused)
      process.stderr.write(`The story holds a fact that the product refuses.\n  ${error.message}\n`);
    else process.stderr.write(`The story could not be played.\n${describeFailure(error)}\n`);
    return error instanceof NoStory || error instanceof FactRefused ? 2 : 1;
  }
}

process.exit(await main());
