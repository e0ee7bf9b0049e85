/** A worker in a process of its own, to be killed. Its activities are carried out by the parent, over IPC. */
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createTimelineActivities } from '../../activities/create-timeline-activities.ts';
import type { Timeline } from '../../activities/timeline-activities.ts';
import { createWorker } from '../../worker/create-worker.ts';
import type { Answer, Question } from './killable-worker.ts';

const waiting = new Map<number, (answer: Answer) => void>();
let asked = 0;

process.on('message', (answer: Answer) => {
  waiting.get(answer.number)?.(answer);
  waiting.delete(answer.number);
});
process.on('disconnect', () => process.exit(1));

function ask(what: Question['what'], dossierId: string): Promise<Timeline> {
  asked += 1;
  const number = asked;
  return new Promise((resolve, reject) => {
    waiting.set(number, ({ timeline }) => {
      if (timeline === undefined) reject(new Error('refused'));
      else resolve(timeline);
    });
    process.send?.({ number, what, dossierId } satisfies Question);
  });
}

const [address = '', namespace = ''] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('ERROR') });
const worker = await createWorker({
  connection: await NativeConnection.connect({ address }),
  namespace,
  activities: createTimelineActivities({
    loadTimeline: (dossierId) => ask('loadTimeline', dossierId),
    takeSteps: (dossierId) => ask('takeSteps', dossierId),
    deliverMails: () => ask('deliverMails', ''),
  }),
});
await worker.run();
