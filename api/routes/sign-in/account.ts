/** One's own sign-in: who one is, sessions, password, authenticator. */

import type { Caller } from '../../../application/sign-in/sessions.ts';
import {
  chosenInstitution,
  done,
  emptyBody,
  endedSessions,
  type OwnSession,
  ownLanguage,
  ownSession,
  passwordChange,
  recoveryCodeList,
  sessionList,
  totpCode,
  totpSetUp,
  tourMark,
} from '../../../contracts/sign-in.ts';
import { callerOf } from '../../plugins/guard.ts';
import { visitorOf } from '../../plugins/visitor.ts';
import { signInValueOf } from '../../problems/api-problem.ts';
import type { Api } from '../route.ts';
import { idParams } from './id-params.ts';
import { accountAnswers, accountReadAnswers, doneAnswer, keep, type SignInParts } from './sign-in-route.ts';

export function accountRoutes(api: Api, parts: SignInParts): void {
  const { signIn, cookies } = parts;

  api.route({
    method: 'GET',
    url: '/account',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'ownSession',
      tags: ['account'],
      summary: 'See who is signed in, for which institutions, and what is still to set up',
      response: accountReadAnswers({ 200: ownSession }),
    },
    handler: async (request): Promise<OwnSession> => {
      const caller = callerOf(request);
      const [account, factors] = await Promise.all([signIn.accountOf(caller), signIn.ownFactors(caller)]);
      return {
        personId: caller.personId,
        name: account.name,
        language: account.language,
        methods: caller.methods,
        secondFactor: { shown: caller.secondFactor, required: caller.secondFactorRequired, ...factors },
        institutions: institutionsOf(caller),
        actingFor: caller.institutionId,
        authenticatedAt: caller.authenticatedAt,
        endsAt: caller.expiresAt,
        training: signIn.training,
        tourSeen: account.tourSeenAt !== null,
      };
    },
  });

  api.route({
    method: 'POST',
    url: '/account/institution',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'chooseInstitution',
      tags: ['account'],
      summary: 'Choose the institution to act for',
      description: 'For this session, where a request names none in X-Acting-For.',
      body: chosenInstitution,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      signInValueOf(await signIn.chooseInstitution(callerOf(request), request.body.institutionId));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/account/tour',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'rememberTour',
      tags: ['account'],
      summary: 'Remember that the tour of the first visit was seen, or ask for it again',
      body: tourMark,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      await signIn.rememberTour(callerOf(request), request.body.seen);
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/account/language',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'chooseLanguage',
      tags: ['account'],
      summary: 'Choose the language of one’s own mails and pages',
      body: ownLanguage,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      await signIn.chooseLanguage(callerOf(request), request.body.language);
      return doneAnswer;
    },
  });

  api.route({
    method: 'GET',
    url: '/account/sessions',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'listSessions',
      tags: ['account'],
      summary: 'List one’s own sessions',
      response: accountReadAnswers({ 200: sessionList }),
    },
    handler: async (request) => ({ sessions: await signIn.ownSessions(callerOf(request)) }),
  });

  api.route({
    method: 'DELETE',
    url: '/account/sessions/:id',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'endSession',
      tags: ['account'],
      summary: 'End one of one’s own sessions',
      params: idParams,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      const caller = callerOf(request);
      signInValueOf(await signIn.endSession(caller, request.params.id, visitorOf(request, cookies)));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/account/sessions/end-others',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'endOtherSessions',
      tags: ['account'],
      summary: 'End all of one’s own sessions but this one',
      body: emptyBody,
      response: accountAnswers({ 200: endedSessions }),
    },
    handler: (request) => signIn.endOtherSessions(callerOf(request), visitorOf(request, cookies)),
  });

  api.route({
    method: 'POST',
    url: '/account/password',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'changePassword',
      tags: ['account'],
      summary: 'Change one’s own password',
      description: 'All other sessions end, and no other browser counts as known any more.',
      body: passwordChange,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request, reply) => {
      const caller = callerOf(request);
      const tokens = await signIn.changePassword(caller, request.body, visitorOf(request, cookies));
      keep(parts, reply, signInValueOf(tokens));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/account/totp',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'beginTotp',
      tags: ['account'],
      summary: 'Begin to set up an authenticator',
      description: 'Within half an hour of signing in. It is asked once the first code was right.',
      body: emptyBody,
      response: accountAnswers({ 200: totpSetUp }),
    },
    handler: async (request) => signInValueOf(await signIn.beginTotpSetUp(callerOf(request))),
  });

  api.route({
    method: 'POST',
    url: '/account/totp/confirm',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'confirmTotp',
      tags: ['account'],
      summary: 'Give the authenticator’s first code',
      description: 'All other sessions end. Answers the recovery codes, this once.',
      body: totpCode,
      response: accountAnswers({ 200: recoveryCodeList }),
    },
    handler: async (request, reply) => {
      const { recoveryCodes, tokens } = signInValueOf(
        await signIn.confirmTotp(callerOf(request), request.body.code, visitorOf(request, cookies)),
      );
      keep(parts, reply, tokens);
      return { recoveryCodes };
    },
  });

  api.route({
    method: 'DELETE',
    url: '/account/totp',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'removeTotp',
      tags: ['account'],
      summary: 'Take the authenticator away',
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      signInValueOf(await signIn.removeTotp(callerOf(request), visitorOf(request, cookies)));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/account/recovery-codes',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'renewRecoveryCodes',
      tags: ['account'],
      summary: 'Make new recovery codes',
      description: 'The old ones stop working.',
      body: emptyBody,
      response: accountAnswers({ 200: recoveryCodeList }),
    },
    handler: async (request) =>
      signInValueOf(await signIn.renewRecoveryCodes(callerOf(request), visitorOf(request, cookies))),
  });
}

function institutionsOf({ posts }: Caller): OwnSession['institutions'] {
  const ids = [...new Set(posts.map(({ institutionId }) => institutionId))];
  return ids.flatMap((id) => {
    const theirs = posts.filter((post) => post.institutionId === id);
    const [first] = theirs;
    if (first === undefined) return [];
    const { institutionName: name, kind, training } = first;
    return [{ id, name, kind, training, roles: [...new Set(theirs.map(({ role }) => role))] }];
  });
}
