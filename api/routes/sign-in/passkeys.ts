/** Passkeys: signing in with one, and one's own. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import {
  done,
  emptyBody,
  newPasskey,
  passkeyList,
  passkeyOptions,
  shownPasskey,
} from '../../../contracts/sign-in.ts';
import { callerOf } from '../../plugins/guard.ts';
import { visitorOf } from '../../plugins/visitor.ts';
import { signInValueOf } from '../../problems/api-problem.ts';
import type { Api } from '../route.ts';
import { idParams } from './id-params.ts';
import {
  accountAnswers,
  accountReadAnswers,
  doneAnswer,
  keep,
  type SignInParts,
  signInAnswers,
} from './sign-in-route.ts';

export function passkeyRoutes(api: Api, parts: SignInParts): void {
  const { signIn, cookies } = parts;

  api.route({
    method: 'POST',
    url: '/sign-in/passkey/options',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'passkeySignInOptions',
      tags: ['sign-in'],
      summary: 'Begin to sign in by passkey',
      body: emptyBody,
      response: signInAnswers({ 200: passkeyOptions }),
    },
    handler: async (request) => ({
      ...signInValueOf(await signIn.passkeySignIn(visitorOf(request, cookies))),
    }),
  });

  api.route({
    method: 'POST',
    url: '/sign-in/passkey',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'signInByPasskey',
      tags: ['sign-in'],
      summary: 'Sign in by passkey',
      description: 'Counts as two factors: the authenticator has asked for a finger, a face or a PIN.',
      body: shownPasskey,
      response: signInAnswers({ 200: done }),
    },
    handler: async (request, reply) => {
      // The browser's own form: the library checks what stands in it.
      const response = request.body.response as AuthenticationResponseJSON;
      keep(parts, reply, signInValueOf(await signIn.signInByPasskey(response, visitorOf(request, cookies))));
      return doneAnswer;
    },
  });

  api.route({
    method: 'GET',
    url: '/account/passkeys',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'listPasskeys',
      tags: ['account'],
      summary: 'List one’s own passkeys',
      response: accountReadAnswers({ 200: passkeyList }),
    },
    handler: async (request) => ({ passkeys: await signIn.ownPasskeys(callerOf(request)) }),
  });

  api.route({
    method: 'POST',
    url: '/account/passkeys/options',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'newPasskeyOptions',
      tags: ['account'],
      summary: 'Begin to add a passkey',
      description: 'Within half an hour of signing in.',
      body: emptyBody,
      response: accountAnswers({ 200: passkeyOptions }),
    },
    handler: async (request) => ({ ...signInValueOf(await signIn.passkeyRegistration(callerOf(request))) }),
  });

  api.route({
    method: 'POST',
    url: '/account/passkeys',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'addPasskey',
      tags: ['account'],
      summary: 'Add a passkey',
      description: 'The session counts as one with two factors from then on; all others end.',
      body: newPasskey,
      response: accountAnswers({ 201: done }),
    },
    handler: async (request, reply) => {
      const { name } = request.body;
      const response = request.body.response as RegistrationResponseJSON;
      const caller = callerOf(request);
      const tokens = await signIn.addPasskey(caller, { name, response }, visitorOf(request, cookies));
      keep(parts, reply, signInValueOf(tokens));
      return reply.code(201).send(doneAnswer);
    },
  });

  api.route({
    method: 'DELETE',
    url: '/account/passkeys/:id',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'removePasskey',
      tags: ['account'],
      summary: 'Take a passkey away',
      params: idParams,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      const caller = callerOf(request);
      signInValueOf(await signIn.removePasskey(caller, request.params.id, visitorOf(request, cookies)));
      return doneAnswer;
    },
  });
}
