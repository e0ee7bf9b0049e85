/** What the caller has typed and not yet sent: nobody else has a way to it. Of others one sees that they write. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor, Application } from '../../application/application.ts';
import { draftAnswer, draftForm, draftKept, draftToKeep, writersAnswer } from '../../contracts/draft.ts';
import { done } from '../../contracts/sign-in.ts';
import { actorOf, callerOf } from '../plugins/guard.ts';
import { ApiProblem, valueOf } from '../problems/api-problem.ts';
import { dossierParams } from './dossiers.ts';
import { type Api, answers, readAnswers } from './route.ts';

const params = z.strictObject({ form: draftForm });
const tags = ['account'];
const ownThing = { guard: 'person', act: 'own' } as const;

/** Somebody who has not chosen for which institution they work has nothing to type yet. */
function writerOf(request: FastifyRequest): Actor {
  const { personId, institutionId } = callerOf(request);
  if (institutionId === null) throw new ApiProblem({ code: 'signInNeeded' });
  return { personId, institutionId };
}

export function draftRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/drafts/:form',
    config: ownThing,
    schema: {
      operationId: 'keepDraft',
      tags,
      summary: 'Keep what is typed into a form',
      description: 'In the place of what was kept for the form before. For a month, for the caller alone.',
      params,
      body: draftToKeep,
      response: answers({ 200: draftKept }, [400, 401, 403, 404, 413, 414, 415, 422, 500, 503]),
    },
    handler: async (request) =>
      valueOf(await application.keepDraft(writerOf(request), request.params.form, request.body)),
  });

  api.route({
    method: 'GET',
    url: '/drafts/:form',
    config: ownThing,
    schema: {
      operationId: 'readDraft',
      tags,
      summary: 'Read what was typed into a form',
      params,
      response: readAnswers({ 200: draftAnswer }, 414),
    },
    handler: async (request) => ({
      draft: await application.readDraft(writerOf(request), request.params.form),
    }),
  });

  api.route({
    method: 'DELETE',
    url: '/drafts/:form',
    config: ownThing,
    schema: {
      operationId: 'dropDraft',
      tags,
      summary: 'Forget what was typed into a form',
      params,
      response: answers({ 200: done }, [400, 401, 403, 414, 500, 503]),
    },
    handler: async (request) => {
      await application.dropDraft(writerOf(request), request.params.form);
      return { done: true as const };
    },
  });

  api.route({
    method: 'GET',
    url: '/dossiers/:dossierId/writers',
    config: { guard: 'signedIn', act: 'recordWork' },
    schema: {
      operationId: 'listWriters',
      tags: ['facts'],
      summary: 'List who else writes about a dossier just now',
      description:
        'Names of others who may record on the dossier and have typed something about it within the last five minutes; never what.',
      params: dossierParams,
      response: readAnswers({ 200: writersAnswer }, 404, 414),
    },
    handler: async (request) => ({
      writers: valueOf(await application.writersOf(actorOf(request), request.params.dossierId)),
    }),
  });
}
