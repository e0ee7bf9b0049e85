/** The working calendar of the caller's institution: its days, and changing it. */
import type { Application } from '../../application/application.ts';
import {
  calendarAnswer,
  calendarDraft,
  calendarPreview,
  calendarQuery,
  calendarSaved,
  calendarTable,
  calendarToSave,
} from '../../contracts/calendar.ts';
import { daysBetween } from '../../domain/time.ts';
import { actorOf } from '../plugins/guard.ts';
import { ApiProblem, sayingOfFault, valueOf } from '../problems/api-problem.ts';
import { faults } from '../problems/request-problems.ts';
import { etagOf, matchingWriteHeaders, versionOf, writeMetaOf } from '../write-meta.ts';
import { type Api, answers, readAnswers, writeAnswers } from './route.ts';

/** Most days asked for at once, both ends included. The sentence of `faults.badStretch` names it too. */
const mostDays = 400;

export function calendarRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/calendar',
    config: { guard: 'signedIn', act: 'seeCalendar' },
    schema: {
      operationId: 'calendarDays',
      tags: ['calendar'],
      summary: 'Which days are worked, and why others are not',
      description: `Both ends are included; ${mostDays} days at most.`,
      querystring: calendarQuery,
      response: readAnswers({ 200: calendarAnswer }),
    },
    handler: async (request) => {
      const { from, until } = request.query;
      const days = daysBetween(from, until) + 1;
      if (days < 1 || days > mostDays) {
        throw new ApiProblem({ ...sayingOfFault(faults.badStretch), path: 'until' });
      }
      return valueOf(await application.calendarDays(actorOf(request), from, until));
    },
  });

  api.route({
    method: 'GET',
    url: '/calendar/changes',
    config: { guard: 'signedIn', act: 'seeCalendar' },
    schema: {
      operationId: 'readCalendar',
      tags: ['calendar'],
      summary: 'What the municipality changed in the shipped calendar',
      description: '`ETag` is its version, to be sent back as `If-Match` when saving.',
      response: readAnswers({ 200: calendarTable }, 404),
    },
    handler: async (request, reply) => {
      const table = valueOf(await application.readCalendar(actorOf(request)));
      return reply.header('etag', etagOf(table.version)).send(table);
    },
  });

  api.route({
    method: 'POST',
    url: '/calendar/preview',
    config: { guard: 'signedIn', act: 'changeCalendar' },
    schema: {
      operationId: 'previewCalendar',
      tags: ['calendar'],
      summary: 'Ask what a changed calendar would move',
      description:
        'The days that change, and each open duty of the municipality that would be due on another day. Nothing is stored, so no Idempotency-Key is asked for. For administrators of the municipality or of its education board.',
      body: calendarDraft,
      response: answers({ 200: calendarPreview }, [400, 401, 403, 404, 413, 415, 500, 503]),
    },
    handler: async (request) =>
      valueOf(await application.previewCalendar(actorOf(request), request.body.changes)),
  });

  api.route({
    method: 'POST',
    url: '/calendar/changes',
    config: { guard: 'signedIn', act: 'changeCalendar' },
    schema: {
      operationId: 'saveCalendar',
      tags: ['calendar'],
      summary: 'Save a changed calendar',
      description:
        'New duties are counted in it at once. Open ones are recounted dossier by dossier in the background, each with a fact `calendar.changed`; nobody is told twice. A term of law that would become earlier stays where it is unless it is named in `confirmedEarlier`.',
      headers: matchingWriteHeaders,
      body: calendarToSave,
      response: writeAnswers({ 201: calendarSaved }, 412),
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key, 'if-match': ifMatch } = request.headers;
      const meta = { ...writeMetaOf(request, key), ifVersion: versionOf(ifMatch) };
      const saved = valueOf(await application.saveCalendar(actorOf(request), request.body, meta));
      return reply.code(201).header('etag', etagOf(saved.version)).send(saved);
    },
  });
}
