/** People and their roles, for heads and administrators. */
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import {
  changed,
  endOn,
  kept,
  nothingMore,
  owedAnswer,
  personToAdd,
  personToChange,
  personToSwitchOff,
  roleToGive,
} from '../../contracts/staff.ts';
import { id } from '../../contracts/values.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { etagOf, versionedWriteHeaders, writeHeaders, writeMetaOf } from '../write-meta.ts';
import { type Api, readAnswers, writeAnswers } from './route.ts';

const ofPerson = z.strictObject({ personId: id });
const ofRole = z.strictObject({ roleId: id });
const tags = ['people'];
const everywhere =
  'For those who keep every institution where the person works; to others there is no such person.';

export function peopleRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/people',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'addPerson',
      tags,
      summary: 'Add a person with a first role',
      description: 'It makes no account: that takes an invitation.',
      headers: writeHeaders,
      body: personToAdd,
      response: writeAnswers({ 201: kept }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return reply.code(201).send(valueOf(await application.addPerson(actorOf(request), request.body, meta)));
    },
  });

  api.route({
    method: 'POST',
    url: '/people/:personId',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'changePerson',
      tags,
      summary: 'Change a person’s name, language and addresses',
      description: `The whole of it: what is left out becomes empty. ${everywhere}`,
      params: ofPerson,
      headers: versionedWriteHeaders,
      body: personToChange,
      response: writeAnswers({ 200: changed }, 412),
    },
    handler: async (request, reply) => {
      const { 'idempotency-key': key, 'if-match': ifMatch } = request.headers;
      const meta = writeMetaOf(request, key, ifMatch);
      const { personId } = request.params;
      const done = valueOf(await application.changePerson(actorOf(request), personId, request.body, meta));
      return reply.header('etag', etagOf(done.version)).send(done);
    },
  });

  api.route({
    method: 'POST',
    url: '/people/:personId/roles',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'giveRole',
      tags,
      summary: 'Give a person a role in an institution',
      description:
        'A person of the same municipality. In a cooperation group a member is named with the institution that the member comes from.',
      params: ofPerson,
      headers: writeHeaders,
      body: roleToGive,
      response: writeAnswers({ 201: kept }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { personId } = request.params;
      const given = valueOf(await application.giveRole(actorOf(request), personId, request.body, meta));
      return reply.code(201).send(given);
    },
  });

  api.route({
    method: 'POST',
    url: '/roles/:roleId/end',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'endRole',
      tags,
      summary: 'End a role',
      description: 'Duties that go by the role pass on to who else holds it.',
      params: ofRole,
      headers: writeHeaders,
      body: endOn,
      response: writeAnswers({ 200: kept }),
    },
    handler: async (request) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { roleId } = request.params;
      return valueOf(await application.endRole(actorOf(request), roleId, request.body.until, meta));
    },
  });

  api.route({
    method: 'GET',
    url: '/people/:personId/duties',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'dutiesOfPerson',
      tags,
      summary: 'What a person owes in person',
      description: `To be looked at before the person is switched off; the most urgent first. ${everywhere}`,
      params: ofPerson,
      response: readAnswers({ 200: owedAnswer }, 403, 404),
    },
    handler: async (request) =>
      valueOf(await application.dutiesOfPerson(actorOf(request), request.params.personId)),
  });

  api.route({
    method: 'POST',
    url: '/people/:personId/off',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'switchPersonOff',
      tags,
      summary: 'Switch a person off',
      description: `The person sees and writes nothing any more. \`openDuties\` is the number that was listed: another one is refused. ${everywhere}`,
      params: ofPerson,
      headers: writeHeaders,
      body: personToSwitchOff,
      response: writeAnswers({ 200: kept }),
    },
    handler: async (request) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { personId } = request.params;
      const { openDuties } = request.body;
      return valueOf(await application.switchPersonOff(actorOf(request), personId, openDuties, meta));
    },
  });

  api.route({
    method: 'POST',
    url: '/people/:personId/on',
    config: { guard: 'signedIn', act: 'managePeople' },
    schema: {
      operationId: 'switchPersonOn',
      tags,
      summary: 'Switch a person on again',
      description: everywhere,
      params: ofPerson,
      headers: writeHeaders,
      body: nothingMore,
      response: writeAnswers({ 200: kept }),
    },
    handler: async (request) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      return valueOf(await application.switchPersonOn(actorOf(request), request.params.personId, meta));
    },
  });
}
