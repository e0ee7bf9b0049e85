/** Sign-in at a municipality's own identity provider: going there, coming back, linking and unlinking. */
import { z } from 'zod';
import type { OidcIntent } from '../../../application/sign-in/oidc.ts';
import {
  done,
  emptyBody,
  identityList,
  oidcAddress,
  oidcStart,
  providerList,
} from '../../../contracts/sign-in.ts';
import { callerOf } from '../../plugins/guard.ts';
import { visitorOf } from '../../plugins/visitor.ts';
import { signInValueOf } from '../../problems/api-problem.ts';
import { type Api, answers } from '../route.ts';
import { accountAnswers, accountReadAnswers, doneAnswer, keep, type SignInParts } from './sign-in-route.ts';

const providerParams = z.strictObject({
  provider: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'invalid' }),
});
/** The provider's own words: the library checks them. */
const returnQuery = z.looseObject({});

export function providerRoutes(api: Api, parts: SignInParts): void {
  const { signIn, cookies, publicUrl } = parts;

  api.route({
    method: 'GET',
    url: '/sign-in/providers',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'listIdentityProviders',
      tags: ['sign-in'],
      summary: 'List the identity providers of municipalities',
      response: answers({ 200: providerList }, [500]),
    },
    handler: () => ({ providers: signIn.providers(), training: signIn.training }),
  });

  api.route({
    method: 'POST',
    url: '/sign-in/providers/:provider/start',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'startAtProvider',
      tags: ['sign-in'],
      summary: 'Begin to sign in, or to accept an invitation, at an identity provider',
      params: providerParams,
      body: oidcStart,
      response: accountAnswers({ 200: oidcAddress }),
    },
    handler: async (request, reply) => {
      const { invitation } = request.body;
      const intent: OidcIntent =
        invitation === undefined ? { for: 'signIn' } : { for: 'invitation', token: invitation };
      const { address, flow } = signInValueOf(
        await signIn.startOidc(request.params.provider, intent, visitorOf(request, cookies)),
      );
      cookies.set(reply, 'oidc', flow);
      return { address };
    },
  });

  api.route({
    method: 'GET',
    url: '/account/providers',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'listLinkedProviders',
      tags: ['account'],
      summary: 'List one’s own identities at providers',
      response: accountReadAnswers({ 200: identityList }),
    },
    handler: async (request) => ({ identities: await signIn.ownIdentities(callerOf(request)) }),
  });

  api.route({
    method: 'DELETE',
    url: '/account/providers/:provider',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'unlinkProvider',
      tags: ['account'],
      summary: 'Unlink one’s identity at a provider',
      description: 'Within half an hour of signing in.',
      params: providerParams,
      response: accountAnswers({ 200: done }),
    },
    handler: async (request) => {
      const { provider } = request.params;
      signInValueOf(await signIn.unlinkIdentity(callerOf(request), provider, visitorOf(request, cookies)));
      return doneAnswer;
    },
  });

  api.route({
    method: 'POST',
    url: '/account/providers/:provider/link',
    config: { guard: 'person', act: 'own' },
    schema: {
      operationId: 'linkProvider',
      tags: ['account'],
      summary: 'Begin to link one’s identity at a provider',
      description: 'Within half an hour of signing in.',
      params: providerParams,
      body: emptyBody,
      response: accountAnswers({ 200: oidcAddress }),
    },
    handler: async (request, reply) => {
      const intent: OidcIntent = { for: 'link', caller: callerOf(request) };
      const { address, flow } = signInValueOf(
        await signIn.startOidc(request.params.provider, intent, visitorOf(request, cookies)),
      );
      cookies.set(reply, 'oidc', flow);
      return { address };
    },
  });

  api.route({
    method: 'GET',
    url: '/sign-in/providers/:provider/return',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'returnFromProvider',
      tags: ['sign-in'],
      summary: 'Come back from an identity provider',
      description:
        'For the browser: it is led on, to the product, to the second factor, or to sign-in with the problem’s code.',
      params: providerParams,
      querystring: returnQuery,
      response: answers({ 303: z.null().meta({ description: 'Led on.' }) }, [400, 414, 429, 500, 503]),
    },
    handler: async (request, reply) => {
      const query = request.url.split('?').slice(1).join('?');
      const came = { providerId: request.params.provider, query, flow: cookies.read(request, 'oidc') };
      const result = await signIn.finishOidc(came, visitorOf(request, cookies));
      cookies.clear(reply, 'oidc');
      if (!result.ok)
        return reply
          .code(303)
          .header('location', `${publicUrl}/sign-in?problem=${result.refused}`)
          .send(null);
      keep(parts, reply, result.value.tokens);
      const onward = result.value.next === 'done' ? '/' : '/sign-in/second-factor';
      return reply.code(303).header('location', `${publicUrl}${onward}`).send(null);
    },
  });
}
