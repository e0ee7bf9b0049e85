/** The set-up page of a municipality, for its administrators. */
import type { Application } from '../../application/application.ts';
import { pageOf, pagingQuery } from '../../contracts/paging.ts';
import {
  setUpAnswer,
  setUpDraft,
  setUpPreview,
  setUpSaved,
  trainingMail,
  trainingSet,
  trainingToSet,
} from '../../contracts/set-up.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, matchingWriteHeaders, versionOf, writeHeaders, writeMetaOf } from '../write-meta.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, answers, readAnswers, writeAnswers } from './route.ts';

const tags = ['set-up'];
const trainingMailPage = pageOf(trainingMail, 'TrainingMailPage');
const administrators = 'For administrators of the municipality or of its education board.';

export function setUpRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/set-up',
    config: { guard: 'signedIn', act: 'changeSettings' },
    schema: {
      operationId: 'readSetUp',
      tags,
      summary: 'What the municipality has set, and what it may set',
      description: `\`ETag\` is its version, to be sent back as \`If-Match\` when saving. ${administrators}`,
      response: readAnswers({ 200: setUpAnswer }, 403, 404),
    },
    handler: async (request, reply) => {
      const found = valueOf(await application.readSetUp(actorOf(request)));
      return reply.header('etag', etagOf(found.version)).send(found);
    },
  });

  api.route({
    method: 'POST',
    url: '/set-up/preview',
    config: { guard: 'signedIn', act: 'changeSettings' },
    schema: {
      operationId: 'previewSetUp',
      tags,
      summary: 'Ask which open duties changed settings would change',
      description: `Nothing is stored, so no Idempotency-Key is asked for. ${administrators}`,
      body: setUpDraft,
      response: answers({ 200: setUpPreview }, [400, 401, 403, 404, 413, 415, 422, 500, 503]),
    },
    handler: async (request) => valueOf(await application.previewSetUp(actorOf(request), request.body)),
  });

  api.route({
    method: 'POST',
    url: '/set-up',
    config: { guard: 'signedIn', act: 'changeSettings' },
    schema: {
      operationId: 'saveSetUp',
      tags,
      summary: 'Save changed settings as a new version',
      description: `New duties are worked out with them at once, open ones dossier by dossier in the background. A term of law that would become earlier stays where it is. ${administrators}`,
      headers: matchingWriteHeaders,
      body: setUpDraft,
      response: writeAnswers({ 201: setUpSaved }, 412),
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key, 'if-match': ifMatch } = request.headers;
      const meta = { ...writeMetaOf(request, key), ifVersion: versionOf(ifMatch) };
      const saved = valueOf(await application.saveSetUp(actorOf(request), request.body, meta));
      return reply.code(201).header('etag', etagOf(saved.version)).send(saved);
    },
  });

  api.route({
    method: 'GET',
    url: '/training/mails',
    config: { guard: 'signedIn', act: 'seeDirectory' },
    schema: {
      operationId: 'listTrainingMails',
      tags,
      summary: 'Read the mails that a training municipality kept',
      description:
        'One’s own, the newest first, and invitations and links for a new password of the people whose accounts one administers. No mail leaves a training municipality: this is where they are read. Links are opened apart, at `/training/mails/{id}/link`.',
      querystring: pagingQuery,
      response: readAnswers({ 200: trainingMailPage }, 403, 404),
    },
    handler: async (request) => {
      const { paging } = pagingAndFilter(request.query);
      return pageToSend(valueOf(await application.listTrainingMails(actorOf(request), paging)));
    },
  });

  api.route({
    method: 'POST',
    url: '/set-up/training',
    config: { guard: 'signedIn', act: 'changeSettings' },
    schema: {
      operationId: 'switchTraining',
      tags,
      summary: 'Make the municipality one for training, or a real one',
      description: `While it has no child’s dossier. No mail leaves a training municipality; its mails and pages say “MĀCĪBAS”. ${administrators}`,
      headers: writeHeaders,
      body: trainingToSet,
      response: writeAnswers({ 200: trainingSet }),
    },
    handler: async (request) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return valueOf(await application.switchTraining(actorOf(request), request.body.training, meta));
    },
  });
}
