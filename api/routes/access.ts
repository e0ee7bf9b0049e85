/** Who looked at a case, and looking without a ground in an emergency. */
import type { Application } from '../../application/application.ts';
import { emergencyAccess, look } from '../../contracts/access.ts';
import { written } from '../../contracts/dossier.ts';
import { oversight } from '../../contracts/oversight.ts';
import { pageOf, pagingQuery } from '../../contracts/paging.ts';
import { accessExtractPage } from '../pages/access-extract-page.ts';
import { sendPage } from '../pages/html.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, writeHeaders, writeMetaOf } from '../write-meta.ts';
import { dossierParams } from './dossiers.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, page, readAnswers, writeAnswers } from './route.ts';

/** Also of looks at a learner's record. */
export const lookPage = pageOf(look, 'LookPage');

export function accessRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/emergency-access',
    config: { guard: 'signedIn', act: 'takeEmergencyAccess' },
    schema: {
      operationId: 'takeEmergencyAccess',
      tags: ['access'],
      summary: 'Look into a case in an emergency',
      description:
        'For somebody who has no ground to see the case while a child is in danger. Granted at once for 24 hours, recorded in the case with its reason, told to the case manager and the data-protection officer, and reviewed afterwards.',
      headers: writeHeaders,
      body: emergencyAccess,
      response: writeAnswers({ 201: written }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const done = valueOf(await application.takeEmergencyAccess(actorOf(request), request.body, meta));
      return reply.code(201).header('etag', etagOf(done.version)).send(done);
    },
  });

  api.route({
    method: 'GET',
    url: '/oversight',
    config: { guard: 'signedIn', act: 'oversee' },
    schema: {
      operationId: 'oversight',
      tags: ['access'],
      summary: 'List accesses in an emergency and excluded persons',
      description:
        'Of the cases whose log of looks the caller may read: those who lead them, and data-protection officers. Nobody finds a case from which they are excluded. To look here is a look too.',
      response: readAnswers({ 200: oversight }, 404),
    },
    handler: async (request) => valueOf(await application.oversight(actorOf(request))),
  });

  api.route({
    method: 'GET',
    url: '/dossiers/:dossierId/access-log',
    config: { guard: 'signedIn', act: 'readAccessLog' },
    schema: {
      operationId: 'readAccessLog',
      tags: ['access'],
      summary: 'List who looked at a case',
      description:
        'Latest first. For those who lead the case, and for data-protection officers. To look here is a look too.',
      params: dossierParams,
      querystring: pagingQuery,
      response: readAnswers({ 200: lookPage }, 404, 414),
    },
    handler: async (request) => {
      const { paging } = pagingAndFilter(request.query);
      const { dossierId } = request.params;
      return pageToSend(valueOf(await application.readAccessLog(actorOf(request), dossierId, paging)));
    },
  });

  api.route({
    method: 'GET',
    url: '/dossiers/:dossierId/access-extract',
    config: { guard: 'signedIn', act: 'printExtract' },
    schema: {
      operationId: 'printAccessExtract',
      tags: ['access'],
      summary: 'Print for the learner who looked at the case',
      description:
        'A page to print, in Latvian: when it was looked at and what for. Who looked for another institution than the school is held back until a review.',
      params: dossierParams,
      response: readAnswers({ 200: page }, 404, 414),
    },
    handler: async (request, reply) => {
      const { dossierId } = request.params;
      const extract = valueOf(await application.readAccessExtract(actorOf(request), dossierId));
      return sendPage(reply, 'lv', 'Izraksts: kas skatījies', accessExtractPage(extract));
    },
  });
}
