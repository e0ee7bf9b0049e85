/** Sign-in by password, and what comes before and after: invitation, reset, code, sign-out. */
import {
  done,
  emptyBody,
  invitationView,
  linkToken,
  linkWithPassword,
  mailOfReset,
  next,
  passwordSignIn,
  secondFactorCode,
} from '../../../contracts/sign-in.ts';
import { callerOf } from '../../plugins/guard.ts';
import { visitorOf } from '../../plugins/visitor.ts';
import { signInValueOf } from '../../problems/api-problem.ts';
import type { Api } from '../route.ts';
import { doneAnswer, keep, type SignInParts, signInAnswers } from './sign-in-route.ts';

export function passwordRoutes(api: Api, parts: SignInParts): void {
  const { signIn, cookies } = parts;

  api.route({
    method: 'POST',
    url: '/sign-in/password',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'signInByPassword',
      tags: ['sign-in'],
      summary: 'Sign in by mail address and password',
      description:
        'Sets the session’s cookie. The same answer for an unknown address and a wrong password. Guesses are counted; a browser that has signed in before, a passkey and a link by mail get in all the same.',
      body: passwordSignIn,
      response: signInAnswers({ 200: next }),
    },
    handler: async (request, reply) => {
      const { next, tokens } = signInValueOf(
        await signIn.signInByPassword(request.body, visitorOf(request, cookies)),
      );
      keep(parts, reply, tokens);
      return { next };
    },
  });

  api.route({
    method: 'POST',
    url: '/sign-in/second-factor',
    config: { guard: 'halfSignedIn', act: 'own' },
    schema: {
      operationId: 'giveSecondFactor',
      tags: ['sign-in'],
      summary: 'Give the code that is asked after the password',
      body: secondFactorCode,
      response: signInAnswers({ 200: done }),
    },
    handler: async (request, reply) => {
      const given = await signIn.giveSecondFactor(
        callerOf(request),
        request.body,
        visitorOf(request, cookies),
      );
      keep(parts, reply, signInValueOf(given));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/sign-in/sign-out',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'signOut',
      tags: ['sign-in'],
      summary: 'End this session',
      body: emptyBody,
      response: signInAnswers({ 200: done }),
    },
    handler: async (request, reply) => {
      await signIn.signOut(callerOf(request), visitorOf(request, cookies));
      cookies.clear(reply, 'session');
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/sign-in/invitation',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'readInvitation',
      tags: ['sign-in'],
      summary: 'See whom a link invites',
      body: linkToken,
      response: signInAnswers({ 200: invitationView }),
    },
    handler: async (request) =>
      signInValueOf(await signIn.readInvitation(request.body.token, visitorOf(request, cookies))),
  });

  api.route({
    method: 'POST',
    url: '/sign-in/invitation/accept',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'acceptInvitation',
      tags: ['sign-in'],
      summary: 'Accept an invitation with a password',
      description:
        'Opens the account and signs in. There is no other way to an account but an identity provider’s.',
      body: linkWithPassword,
      response: signInAnswers({ 200: done }),
    },
    handler: async (request, reply) => {
      const tokens = await signIn.acceptInvitation(request.body, visitorOf(request, cookies));
      keep(parts, reply, signInValueOf(tokens));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/sign-in/reset',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'askForReset',
      tags: ['sign-in'],
      summary: 'Ask for a link to choose a new password',
      description: 'The same answer whether the address is known or not.',
      body: mailOfReset,
      response: signInAnswers({ 202: done }),
    },
    handler: async (request, reply) => {
      signInValueOf(await signIn.askForReset(request.body.mail, visitorOf(request, cookies)));
      return reply.code(202).send(doneAnswer);
    },
  });

  api.route({
    method: 'POST',
    url: '/sign-in/reset/confirm',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'resetPassword',
      tags: ['sign-in'],
      summary: 'Choose a new password by link',
      description: 'Ends all sessions of the account. Sign in with the new password afterwards.',
      body: linkWithPassword,
      response: signInAnswers({ 200: done }),
    },
    handler: async (request, reply) => {
      const { device } = signInValueOf(await signIn.resetPassword(request.body, visitorOf(request, cookies)));
      if (device !== null) cookies.set(reply, 'device', device);
      return doneAnswer;
    },
  });
}
