/** Learners: search before create, register, read, change. What is typed goes in the body, never in an address. */
import { z } from 'zod';
import type { Application, Result } from '../../application/application.ts';
import type { ContactToSave, LearnerBasics, LearnerWritten } from '../../application/learner-acts.ts';
import {
  type LearnerBasics as BasicsOnWire,
  type ContactToSave as ContactOnWire,
  contactsToSave,
  departure,
  enrolment,
  learnerBasics,
  learnerDetail,
  learnerSearch,
  learnerSearchQuery,
  learnerToRegister,
  learnerWritten,
  siblingsToSave,
} from '../../contracts/learner.ts';
import { pagingQuery } from '../../contracts/paging.ts';
import { id } from '../../contracts/values.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, versionedWriteHeaders, writeHeaders, writeMetaOf } from '../write-meta.ts';
import { lookPage } from './access.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, answers, readAnswers, writeAnswers } from './route.ts';

const learnerParams = z.strictObject({ learnerId: id });

export function learnerRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/learners/search',
    config: { guard: 'signedIn', act: 'searchLearners' },
    schema: {
      operationId: 'searchLearners',
      tags: ['learners'],
      summary: 'Search before registering a learner',
      description:
        'Names among the learners whom the caller may see; and whether somebody like this may be known elsewhere in the municipality. Nothing is stored but that there was a search, so no Idempotency-Key is asked for.',
      body: learnerSearchQuery,
      response: answers({ 200: learnerSearch }, [400, 401, 403, 404, 413, 415, 500, 503]),
    },
    handler: async (request) => {
      const { name, birthDate = null } = request.body;
      return valueOf(await application.searchLearners(actorOf(request), { name, birthDate }));
    },
  });

  api.route({
    method: 'POST',
    url: '/learners',
    config: { guard: 'signedIn', act: 'registerLearner' },
    schema: {
      operationId: 'registerLearner',
      tags: ['learners'],
      summary: 'Register a learner of the school acted for',
      headers: writeHeaders,
      body: learnerToRegister,
      response: writeAnswers({ 201: learnerWritten }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { classId, contacts = [], notDuplicate = false, ...basics } = request.body;
      const input = {
        ...basicsFrom(basics),
        ...(classId === undefined ? {} : { classId }),
        contacts: contacts.map(contactFrom),
        notDuplicate,
      };
      const done = valueOf(await application.registerLearner(actorOf(request), input, meta));
      return reply
        .code(201)
        .header('location', `/api/v1/learners/${done.learnerId}`)
        .header('etag', etagOf(done.version))
        .send(done);
    },
  });

  api.route({
    method: 'GET',
    url: '/learners/:learnerId',
    config: { guard: 'signedIn', act: 'searchLearners' },
    schema: {
      operationId: 'readLearner',
      tags: ['learners'],
      summary: 'Read one learner',
      description:
        'The look is logged. Beyond the learner’s school a secret address is left out. `ETag` is the version, to be sent back as `If-Match`.',
      params: learnerParams,
      response: readAnswers({ 200: learnerDetail }, 403, 404, 414),
    },
    handler: async (request, reply) => {
      const learner = valueOf(await application.readLearner(actorOf(request), request.params.learnerId));
      return reply.header('etag', etagOf(learner.version)).send(learner);
    },
  });

  api.route({
    method: 'GET',
    url: '/learners/:learnerId/access-log',
    config: { guard: 'signedIn', act: ['readLearnerLooks', 'readAccessLog'] },
    schema: {
      operationId: 'readLearnerLooks',
      tags: ['learners', 'access'],
      summary: 'List who looked at a learner’s record',
      description:
        'Latest first. For those who may read the access log of a case about the learner, and for the data-protection officers of the learner’s school and municipality; the head of the school gets the looks of its own people. To look here is a look too.',
      params: learnerParams,
      querystring: pagingQuery,
      response: readAnswers({ 200: lookPage }, 403, 404, 414),
    },
    handler: async (request) => {
      const { paging } = pagingAndFilter(request.query);
      const { learnerId } = request.params;
      return pageToSend(valueOf(await application.readLearnerLooks(actorOf(request), learnerId, paging)));
    },
  });

  change(api, {
    path: 'profile',
    operationId: 'changeLearner',
    summary: 'Change name, birth date and residence',
    body: learnerBasics,
    act: (actor, learnerId, body, meta) =>
      application.changeLearner(actor, learnerId, basicsFrom(body), meta),
  });
  change(api, {
    path: 'contacts',
    operationId: 'changeContacts',
    summary: 'Change the people around a learner',
    body: contactsToSave,
    act: (actor, learnerId, { contacts }, meta) =>
      application.changeContacts(actor, learnerId, contacts.map(contactFrom), meta),
  });
  change(api, {
    path: 'siblings',
    operationId: 'changeSiblings',
    summary: 'Say who a learner’s siblings are',
    body: siblingsToSave,
    act: (actor, learnerId, { siblingIds }, meta) =>
      application.changeSiblings(actor, learnerId, siblingIds, meta),
  });
  change(api, {
    path: 'enrolment',
    operationId: 'enrolLearner',
    summary: 'Put a learner into a class',
    body: enrolment,
    act: (actor, learnerId, place, meta) => application.enrolLearner(actor, learnerId, place, meta),
  });
  change(api, {
    path: 'departure',
    operationId: 'departLearner',
    summary: 'Say that a learner has left the school',
    body: departure,
    act: (actor, learnerId, { on }, meta) =>
      application.enrolLearner(actor, learnerId, { classId: null, on }, meta),
  });
}

type Change<Body extends z.ZodType> = {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly body: Body;
  readonly act: (
    actor: ReturnType<typeof actorOf>,
    learnerId: string,
    body: z.output<Body>,
    meta: ReturnType<typeof writeMetaOf>,
  ) => Promise<Result<LearnerWritten>>;
};

/** A write upon one learner. */
function change<Body extends z.ZodType>(
  api: Api,
  { path, operationId, summary, body, act }: Change<Body>,
): void {
  api.route({
    method: 'POST',
    url: `/learners/:learnerId/${path}`,
    config: { guard: 'signedIn', act: 'registerLearner' },
    schema: {
      operationId,
      tags: ['learners'],
      summary,
      params: learnerParams,
      headers: versionedWriteHeaders,
      body,
      response: writeAnswers({ 201: learnerWritten }, 412, 414),
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key, 'if-match': ifMatch } = request.headers;
      const meta = writeMetaOf(request, key, ifMatch);
      const done = valueOf(
        await act(actorOf(request), request.params.learnerId, request.body as z.output<Body>, meta),
      );
      return reply.code(201).header('etag', etagOf(done.version)).send(done);
    },
  });
}

/** What is left out is not known. */
function basicsFrom({ firstName, lastName, birthDate, residence }: BasicsOnWire): LearnerBasics {
  const { own, stays, outOfFamilyCare, asked } = residence ?? {};
  return {
    firstName,
    lastName,
    birthDate: birthDate ?? null,
    residence: {
      own: own ?? { declared: 'unknown' },
      stays: stays ?? null,
      outOfFamilyCare:
        outOfFamilyCare === undefined ? null : { decidedBy: outOfFamilyCare.decidedBy ?? null },
      asked: asked ?? null,
    },
  };
}

function contactFrom(contact: ContactOnWire): ContactToSave {
  const { phone = null, mail = null, address = null, actual = null, ...rest } = contact;
  return { ...rest, phone, mail, address, actual };
}
