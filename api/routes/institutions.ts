/** Institutions and their people’s leave, for administrators and heads. */

import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { pageOf, pagingQuery } from '../../contracts/paging.ts';
import {
  absenceToAdd,
  changed,
  endOn,
  institutionToAdd,
  institutionToChange,
  kept,
  keptInstitutions,
  leaveAnswer,
  staffPerson,
  substituteToAdd,
} from '../../contracts/staff.ts';
import { id } from '../../contracts/values.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, versionedWriteHeaders, writeHeaders, writeMetaOf } from '../write-meta.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, readAnswers, writeAnswers } from './route.ts';

const ofInstitution = z.strictObject({ institutionId: id });
const ofLine = z.strictObject({ lineId: id });
const staffPage = pageOf(staffPerson, 'StaffPage');
const tags = ['institutions'];
const keepers = 'For heads and administrators of the institution, and administrators of its municipality.';

export function institutionRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/institutions',
    config: { guard: 'signedIn', act: 'manageInstitutions' },
    schema: {
      operationId: 'addInstitution',
      tags,
      summary: 'Add an institution to the municipality',
      description: 'For administrators of the municipality or of its education board.',
      headers: writeHeaders,
      body: institutionToAdd,
      response: writeAnswers({ 201: kept }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const made = valueOf(await application.addInstitution(actorOf(request), request.body, meta));
      return reply.code(201).send(made);
    },
  });

  api.route({
    method: 'GET',
    url: '/institutions',
    config: { guard: 'signedIn', act: 'manageInstitutions' },
    schema: {
      operationId: 'listKeptInstitutions',
      tags,
      summary: 'List the institutions of the municipality as they are kept',
      description:
        'By name, also those that are switched off, with all that is changed about them. For administrators of the municipality or of its education board.',
      response: readAnswers({ 200: keptInstitutions }, 403, 404),
    },
    handler: async (request) => valueOf(await application.listKeptInstitutions(actorOf(request))),
  });

  api.route({
    method: 'POST',
    url: '/institutions/:institutionId',
    config: { guard: 'signedIn', act: 'manageInstitutions' },
    schema: {
      operationId: 'changeInstitution',
      tags,
      summary: 'Change an institution',
      description:
        'The whole of it: what is left out becomes empty. Its kind and municipality never change. The dossiers follow in the background. For administrators of the municipality or of its education board.',
      params: ofInstitution,
      headers: versionedWriteHeaders,
      body: institutionToChange,
      response: writeAnswers({ 200: changed }, 412),
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key, 'if-match': ifMatch } = request.headers;
      const meta = writeMetaOf(request, key, ifMatch);
      const { institutionId } = request.params;
      const done = valueOf(
        await application.changeInstitution(actorOf(request), institutionId, request.body, meta),
      );
      return reply.header('etag', etagOf(done.version)).send(done);
    },
  });

  api.route({
    method: 'GET',
    url: '/institutions/:institutionId/people',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'listStaff',
      tags,
      summary: 'List the people of an institution with their roles there',
      description: keepers,
      params: ofInstitution,
      querystring: pagingQuery,
      response: readAnswers({ 200: staffPage }, 403, 404),
    },
    handler: async (request) => {
      const { paging } = pagingAndFilter(request.query);
      const { institutionId } = request.params;
      return pageToSend(valueOf(await application.listStaff(actorOf(request), institutionId, paging)));
    },
  });

  api.route({
    method: 'GET',
    url: '/institutions/:institutionId/leave',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'readLeave',
      tags,
      summary: 'Who is or will be on leave, and who stands in',
      description: keepers,
      params: ofInstitution,
      response: readAnswers({ 200: leaveAnswer }, 403, 404),
    },
    handler: async (request) =>
      valueOf(await application.readLeave(actorOf(request), request.params.institutionId)),
  });

  api.route({
    method: 'POST',
    url: '/absences',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'addAbsence',
      tags,
      summary: 'Record somebody’s leave',
      description: `During it the substitute holds the roles and is told what the absent one would be. ${keepers}`,
      headers: writeHeaders,
      body: absenceToAdd,
      response: writeAnswers({ 201: kept }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return reply
        .code(201)
        .send(valueOf(await application.addAbsence(actorOf(request), request.body, meta)));
    },
  });

  api.route({
    method: 'POST',
    url: '/substitutes',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'addSubstitute',
      tags,
      summary: 'Name a substitute',
      description: `Counts while the person is absent; who is absent too passes it on to the own substitute. ${keepers}`,
      headers: writeHeaders,
      body: substituteToAdd,
      response: writeAnswers({ 201: kept }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return reply
        .code(201)
        .send(valueOf(await application.addSubstitute(actorOf(request), request.body, meta)));
    },
  });

  for (const [kind, url, operationId, summary] of [
    ['absence', '/absences/:lineId/end', 'endAbsence', 'End somebody’s leave earlier'],
    ['substitute', '/substitutes/:lineId/end', 'endSubstitute', 'End a substitution earlier'],
  ] as const) {
    api.route({
      method: 'POST',
      url,
      config: { guard: 'signedIn', act: 'managePeople' },
      schema: {
        operationId,
        tags,
        summary,
        description: `What has not begun is taken back. ${keepers}`,
        params: ofLine,
        headers: writeHeaders,
        body: endOn,
        response: writeAnswers({ 200: kept }),
      },
      handler: async (request) => {
        const meta = writeMetaOf(request, request.headers['idempotency-key']);
        const { lineId } = request.params;
        return valueOf(await application.endLeave(actorOf(request), kind, lineId, request.body.until, meta));
      },
    });
  }
}
