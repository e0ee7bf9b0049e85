/** Dossiers: opening, listing, reading one. */
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { dossierDetail, dossierQuery, dossierRow, openDossier, written } from '../../contracts/dossier.ts';
import { pageOf } from '../../contracts/paging.ts';
import { id } from '../../contracts/values.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, writeHeaders, writeMetaOf } from '../write-meta.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, readAnswers, writeAnswers } from './route.ts';

const dossierPage = pageOf(dossierRow, 'DossierPage');
export const dossierParams = z.strictObject({ dossierId: id });

export function dossierRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/dossiers',
    config: { guard: 'signedIn', act: 'openDossier' },
    schema: {
      operationId: 'openDossier',
      tags: ['dossiers'],
      summary: 'Open a concern or a case',
      description:
        'Opens a dossier with the facts known so far. The answer says which duties started. `Location` and `ETag` name the dossier and its version.',
      headers: writeHeaders,
      body: openDossier,
      response: writeAnswers({ 201: written }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const done = valueOf(await application.openDossier(actorOf(request), request.body, meta));
      return reply
        .code(201)
        .header('location', `/api/v1/dossiers/${done.dossierId}`)
        .header('etag', etagOf(done.version))
        .send(done);
    },
  });

  api.route({
    method: 'GET',
    url: '/dossiers',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'listDossiers',
      tags: ['dossiers'],
      summary: 'List the dossiers that the caller may see',
      querystring: dossierQuery,
      response: readAnswers({ 200: dossierPage }),
    },
    handler: async (request) => {
      const { paging, filter } = pagingAndFilter(request.query);
      return pageToSend(valueOf(await application.listDossiers(actorOf(request), filter, paging)));
    },
  });

  api.route({
    method: 'GET',
    url: '/dossiers/:dossierId',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'readDossier',
      tags: ['dossiers'],
      summary: 'Read one dossier',
      description: '`ETag` is its version, to be sent back as `If-Match` when recording facts.',
      params: dossierParams,
      response: readAnswers({ 200: dossierDetail }, 404, 414),
    },
    handler: async (request, reply) => {
      const read = await application.readDossier(actorOf(request), request.params.dossierId);
      const dossier = valueOf(read);
      return reply.header('etag', etagOf(dossier.version)).send(dossier);
    },
  });
}
