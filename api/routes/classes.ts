/** Classes of the school acted for: who leads them, who is in them, and their move to the next year. */
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { classOverview, thresholdDecisions, thresholdsDecided } from '../../contracts/class-overview.ts';
import {
  classLearners,
  classList,
  classQuery,
  classTeacherToSet,
  classToMake,
  classWritten,
  nextClass,
} from '../../contracts/school-class.ts';
import { id } from '../../contracts/values.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { writeHeaders, writeMetaOf } from '../write-meta.ts';
import { type Api, readAnswers, writeAnswers } from './route.ts';

const classParams = z.strictObject({ classId: id });

export function classRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/classes',
    config: { guard: 'signedIn', act: 'seeDirectory' },
    schema: {
      operationId: 'listClasses',
      tags: ['classes'],
      summary: 'List the classes of a school year, with all who lead and led them',
      querystring: classQuery,
      response: readAnswers({ 200: classList }, 403, 404),
    },
    handler: async (request) =>
      valueOf(await application.listClasses(actorOf(request), request.query.schoolYear)),
  });

  api.route({
    method: 'GET',
    url: '/classes/overview',
    config: { guard: 'signedIn', act: 'searchLearners' },
    schema: {
      operationId: 'classOverview',
      tags: ['classes'],
      summary: 'Read how the classes stand: open concerns and cases, duties, thresholds reached',
      description:
        'Of the school acted for, the classes in which the caller sees an open concern or case. Thresholds propose, people decide: `POST /thresholds/decisions`.',
      response: readAnswers({ 200: classOverview }, 403, 404),
    },
    handler: async (request) => valueOf(await application.classOverview(actorOf(request))),
  });

  api.route({
    method: 'POST',
    url: '/thresholds/decisions',
    config: { guard: 'signedIn', act: 'record' },
    schema: {
      operationId: 'decideThresholds',
      tags: ['classes'],
      summary: 'Decide about a threshold that several learners reached, in one act',
      description:
        'All of the decisions are recorded, each in the case of its own learner, or none. The common text is typed once; no record may name another of the learners.',
      headers: writeHeaders,
      body: thresholdDecisions,
      response: writeAnswers({ 200: thresholdsDecided }),
    },
    handler: async (request) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return valueOf(await application.decideThresholds(actorOf(request), request.body, meta));
    },
  });

  api.route({
    method: 'POST',
    url: '/classes',
    config: { guard: 'signedIn', act: 'manageClasses' },
    schema: {
      operationId: 'makeClass',
      tags: ['classes'],
      summary: 'Make a class of a school year',
      headers: writeHeaders,
      body: classToMake,
      response: writeAnswers({ 201: classWritten }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return reply.code(201).send(valueOf(await application.makeClass(actorOf(request), request.body, meta)));
    },
  });

  api.route({
    method: 'GET',
    url: '/classes/:classId/learners',
    config: { guard: 'signedIn', act: 'searchLearners' },
    schema: {
      operationId: 'listClassLearners',
      tags: ['classes'],
      summary: 'List the learners of a class whom the caller may see',
      params: classParams,
      response: readAnswers({ 200: classLearners }, 403, 404, 414),
    },
    handler: async (request) =>
      valueOf(await application.listClassLearners(actorOf(request), request.params.classId)),
  });

  api.route({
    method: 'POST',
    url: '/classes/:classId/teacher',
    config: { guard: 'signedIn', act: 'manageClasses' },
    schema: {
      operationId: 'changeClassTeacher',
      tags: ['classes'],
      summary: 'Give a class to another teacher',
      description: 'Open dossiers of its learners follow at once: duties, reminders and who may see them.',
      params: classParams,
      headers: writeHeaders,
      body: classTeacherToSet,
      response: writeAnswers({ 201: classWritten }, 414),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { classId } = request.params;
      const done = await application.changeClassTeacher(actorOf(request), classId, request.body, meta);
      return reply.code(201).send(valueOf(done));
    },
  });

  api.route({
    method: 'POST',
    url: '/classes/:classId/next',
    config: { guard: 'signedIn', act: 'manageClasses' },
    schema: {
      operationId: 'moveClass',
      tags: ['classes'],
      summary: 'Move a whole class to the next school year and its teacher',
      description:
        'Its learners are enrolled in the new class; their open dossiers follow the new teacher at once.',
      params: classParams,
      headers: writeHeaders,
      body: nextClass,
      response: writeAnswers({ 201: classWritten }, 414),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { classId } = request.params;
      const done = await application.moveClass(actorOf(request), classId, request.body, meta);
      return reply.code(201).send(valueOf(done));
    },
  });
}
