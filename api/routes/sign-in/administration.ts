/** For administrators of an institution: its people's accounts, tokens of other systems, links kept in training. */
import type { FastifyRequest } from 'fastify';
import { openedTrainingLink } from '../../../contracts/set-up.ts';
import {
  apiTokenList,
  done,
  emptyBody,
  madeApiToken,
  newApiToken,
  newInvitation,
  staffList,
} from '../../../contracts/sign-in.ts';
import { actorOf } from '../../plugins/guard.ts';
import { visitorOf } from '../../plugins/visitor.ts';
import { signInValueOf } from '../../problems/api-problem.ts';
import type { Api } from '../route.ts';
import { idParams } from './id-params.ts';
import { accountAnswers, accountReadAnswers, doneAnswer, type SignInParts } from './sign-in-route.ts';

export function administrationRoutes(api: Api, { signIn, cookies }: SignInParts): void {
  const administrator = async (request: FastifyRequest) =>
    signInValueOf(await signIn.administratorOf(actorOf(request)));

  api.route({
    method: 'GET',
    url: '/administration/people',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'listStaffAccounts',
      tags: ['administration'],
      summary: 'List the people of the institution, and how far they are with signing in',
      response: accountReadAnswers({ 200: staffList }),
    },
    handler: async (request) => ({ people: await signIn.listStaff(await administrator(request)) }),
  });

  api.route({
    method: 'POST',
    url: '/administration/invitations',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'invite',
      tags: ['administration'],
      summary: 'Invite somebody of the institution',
      description: 'Sends a mail with a link that works once, for seven days; earlier links stop working.',
      body: newInvitation,
      response: accountAnswers({ 202: done }),
    },
    handler: async (request, reply) => {
      const by = await administrator(request);
      signInValueOf(await signIn.invite(by, request.body.personId, visitorOf(request, cookies)));
      return reply.code(202).send(doneAnswer);
    },
  });

  api.route({
    method: 'POST',
    url: '/administration/people/:id/reset-second-factor',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'resetSecondFactor',
      tags: ['administration'],
      summary: 'Take the second factors of somebody who has lost them away',
      description: 'All of that person’s sessions end; the password stays asked.',
      params: idParams,
      body: emptyBody,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      const by = await administrator(request);
      signInValueOf(await signIn.resetFactors(by, request.params.id, visitorOf(request, cookies)));
      return doneAnswer;
    },
  });

  api.route({
    method: 'GET',
    url: '/administration/tokens',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'listApiTokens',
      tags: ['administration'],
      summary: 'List the institution’s tokens for other systems',
      response: accountReadAnswers({ 200: apiTokenList }),
    },
    handler: async (request) => ({ tokens: await signIn.listApiTokens(await administrator(request)) }),
  });

  api.route({
    method: 'POST',
    url: '/administration/tokens',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'makeApiToken',
      tags: ['administration'],
      summary: 'Make a token for another system',
      description:
        'It acts as a service person of the institution, within its scopes. Its text is told this once.',
      body: newApiToken,
      response: accountAnswers({ 201: madeApiToken }),
    },
    handler: async (request, reply) => {
      const by = await administrator(request);
      const made = signInValueOf(await signIn.makeApiToken(by, request.body, visitorOf(request, cookies)));
      return reply.code(201).send(made);
    },
  });

  api.route({
    method: 'DELETE',
    url: '/administration/tokens/:id',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'revokeApiToken',
      tags: ['administration'],
      summary: 'Revoke a token',
      params: idParams,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      const by = await administrator(request);
      signInValueOf(await signIn.endApiToken(by, request.params.id, visitorOf(request, cookies)));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/training/mails/:id/link',
    config: { guard: 'signedIn', act: 'manageAccounts' },
    schema: {
      operationId: 'openTrainingLink',
      tags: ['administration'],
      summary: 'Open the link of a mail that a training municipality kept',
      description:
        'Of an invitation or a new password, for another person whose every institution one administers. The link is made now, works once, and voids those opened before; the act is logged.',
      params: idParams,
      body: emptyBody,
      response: accountAnswers({ 200: openedTrainingLink }),
    },
    handler: async (request) => {
      const by = await administrator(request);
      return signInValueOf(await signIn.openTrainingLink(by, request.params.id, visitorOf(request, cookies)));
    },
  });
}
