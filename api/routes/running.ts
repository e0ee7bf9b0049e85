/** The two-minute form for a running case, and the bulk act on what was taken over (rules of conduct 15). */
import type { Application } from '../../application/application.ts';
import type { RunningToRecord } from '../../application/import/imports.ts';
import { written } from '../../contracts/dossier.ts';
import {
  runningPreview,
  runningToRecord,
  type RunningToRecord as SentRunning,
  takenOver,
  takeOver,
} from '../../contracts/running.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { writeHeaders, writeMetaOf } from '../write-meta.ts';
import { type Api, readAnswers, writeAnswers } from './route.ts';

export function runningRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/dossiers/running/preview',
    config: { guard: 'signedIn', act: 'openDossier' },
    schema: {
      operationId: 'previewRunning',
      tags: ['imports'],
      summary: 'What a running case would owe, and what of it is taken over',
      description: 'Writes nothing.',
      body: runningToRecord,
      response: readAnswers({ 200: runningPreview }, 404, 409, 413, 415, 422),
    },
    handler: async (request) =>
      valueOf(await application.previewRunning(actorOf(request), runningOf(request.body))),
  });

  api.route({
    method: 'POST',
    url: '/dossiers/running',
    config: { guard: 'signedIn', act: 'openDossier' },
    schema: {
      operationId: 'openRunning',
      tags: ['imports'],
      summary: 'Record a case that was running before the start date',
      description:
        'The same as a row of a file. Its facts keep their real days; what they start is taken over: no mail, no lateness.',
      headers: writeHeaders,
      body: runningToRecord,
      response: writeAnswers({ 201: written }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const done = await application.openRunning(actorOf(request), runningOf(request.body), meta);
      return reply.code(201).send(valueOf(done));
    },
  });

  api.route({
    method: 'POST',
    url: '/duties/taken-over',
    config: { guard: 'signedIn', act: 'record' },
    schema: {
      operationId: 'takeOver',
      tags: ['imports'],
      summary: 'Date, settle or drop duties that were taken over, of many dossiers at once',
      description: 'All of them or none. They are listed by `GET /duties?status=takenOver&mine=true`.',
      headers: writeHeaders,
      body: takeOver,
      response: writeAnswers({ 200: takenOver }),
    },
    handler: async (request) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return valueOf(await application.takeOver(actorOf(request), request.body, meta));
    },
  });
}

function runningOf({
  lastTalkOn,
  lastReview,
  referrals,
  nextMeetingAt,
  ...rest
}: SentRunning): RunningToRecord {
  return {
    ...rest,
    lastTalkOn: lastTalkOn ?? null,
    lastReview: lastReview ?? null,
    referrals: (referrals ?? []).map(({ regNo, ...one }) => ({ ...one, regNo: regNo ?? null })),
    nextMeetingAt: nextMeetingAt ?? null,
  };
}
