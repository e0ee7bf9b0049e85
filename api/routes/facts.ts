/** Facts of a dossier: recording and listing. A fact is never changed; a mistake is withdrawn by another one. */
import type { Application } from '../../application/application.ts';
import { written } from '../../contracts/dossier.ts';
import { recordedFact, recordFacts } from '../../contracts/event.ts';
import { pageOf, pagingQuery } from '../../contracts/paging.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, versionedWriteHeaders, writeMetaOf } from '../write-meta.ts';
import { dossierParams } from './dossiers.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, readAnswers, writeAnswers } from './route.ts';

const factPage = pageOf(recordedFact, 'FactPage');

export function factRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/dossiers/:dossierId/facts',
    config: { guard: 'signedIn', act: 'record' },
    schema: {
      operationId: 'recordFacts',
      tags: ['facts'],
      summary: 'Record facts of a dossier',
      description:
        'Appends one or several facts in one step, in order: all of them or none. The answer says what is settled and what starts. A suspected danger is never refused by a rule of order.',
      params: dossierParams,
      headers: versionedWriteHeaders,
      body: recordFacts,
      response: writeAnswers({ 201: written }, 412, 414),
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key, 'if-match': ifMatch } = request.headers;
      const meta = writeMetaOf(request, key, ifMatch);
      const { dossierId } = request.params;
      const done = valueOf(
        await application.recordFacts(actorOf(request), dossierId, request.body.facts, meta),
      );
      return reply.code(201).header('etag', etagOf(done.version)).send(done);
    },
  });

  api.route({
    method: 'GET',
    url: '/dossiers/:dossierId/facts',
    config: { guard: 'signedIn', act: 'seePreview' },
    schema: {
      operationId: 'listFacts',
      tags: ['facts'],
      summary: 'List the facts of a dossier',
      params: dossierParams,
      querystring: pagingQuery,
      response: readAnswers({ 200: factPage }, 404, 414),
    },
    handler: async (request) => {
      const { paging } = pagingAndFilter(request.query);
      const { dossierId } = request.params;
      return pageToSend(valueOf(await application.listFacts(actorOf(request), dossierId, paging)));
    },
  });
}
