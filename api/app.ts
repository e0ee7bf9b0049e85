/** The HTTP API, without a port: tests inject into it, `server.ts` listens. */
import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Application } from '../application/application.ts';
import type { LiveChanges } from '../application/live/live-changes.ts';
import type { SignIn } from '../application/sign-in/create-sign-in.ts';
import { longestAddressPart } from '../contracts/values.ts';
import { describeApi } from './openapi.ts';
import { productCookies } from './plugins/cookies.ts';
import { guardRoutes, type Tokens } from './plugins/guard.ts';
import { acceptJsonOnly, bodyLimit, refuseOtherTypes } from './plugins/json-body.ts';
import { type LogTarget, loggerOptions, RequestLog } from './plugins/request-log.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { validateByZod } from './plugins/strict-validation.ts';
import { answer, answerBrokenLine, answerErrors } from './problems/answer-errors.ts';
import { accessRoutes } from './routes/access.ts';
import { boardRoutes } from './routes/board.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { classRoutes } from './routes/classes.ts';
import { descriptionRoutes } from './routes/description.ts';
import { directoryRoutes } from './routes/directory.ts';
import { dossierRoutes } from './routes/dossiers.ts';
import { draftRoutes } from './routes/drafts.ts';
import { dutyRoutes } from './routes/duties.ts';
import { factRoutes } from './routes/facts.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { institutionRoutes } from './routes/institutions.ts';
import { learnerRoutes } from './routes/learners.ts';
import { liveRoute } from './routes/live.ts';
import { peopleRoutes } from './routes/people.ts';
import { procedureRoutes } from './routes/procedures.ts';
import { referralRoutes } from './routes/referrals.ts';
import type { Routes } from './routes/route.ts';
import { runningRoutes } from './routes/running.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { accountRoutes } from './routes/sign-in/account.ts';
import { administrationRoutes } from './routes/sign-in/administration.ts';
import { passkeyRoutes } from './routes/sign-in/passkeys.ts';
import { passwordRoutes } from './routes/sign-in/password.ts';
import { providerRoutes } from './routes/sign-in/providers.ts';
import type { SignInRoutes } from './routes/sign-in/sign-in-route.ts';
import { vocabularyRoutes } from './routes/vocabulary.ts';
import { whatIfRoutes } from './routes/what-if.ts';
import { serveClientFiles, type WebClient } from './web-client.ts';

export type AppOptions = {
  readonly application: Application;
  readonly signIn: SignIn;
  /** Resolves development tokens; asked in demo mode only. */
  readonly tokens: Tokens;
  readonly log: LogTarget;
  /** What the product is reached at, without a slash at its end. */
  readonly publicUrl: string;
  /** Training with invented people. Outside of it no development token is taken, whatever `tokens` says. */
  readonly demo: boolean;
  /** Addresses of the proxies in front, as far as they are believed; what others say of a sender counts nothing. */
  readonly trustedProxies: readonly string[];
  /** Tells open pages what has changed; without it they ask from time to time. */
  readonly changes?: Pick<LiveChanges, 'follow'> | undefined;
  /** The browser client to hand out; without it the API stands alone. */
  readonly web?: WebClient | undefined;
};

const features: readonly Routes[] = [
  dossierRoutes,
  accessRoutes,
  factRoutes,
  dutyRoutes,
  referralRoutes,
  boardRoutes,
  draftRoutes,
  whatIfRoutes,
  procedureRoutes,
  vocabularyRoutes,
  calendarRoutes,
  directoryRoutes,
  learnerRoutes,
  classRoutes,
  institutionRoutes,
  peopleRoutes,
  setUpRoutes,
  importRoutes,
  runningRoutes,
  healthRoutes,
];

const signInFeatures: readonly SignInRoutes[] = [
  passwordRoutes,
  passkeyRoutes,
  providerRoutes,
  accountRoutes,
  administrationRoutes,
];

/** Milliseconds for a request to come in whole, and for its handler to answer. */
const requestTimeout = 30_000;
const handlerTimeout = 30_000;

/** Builds the API. Routes can still be added until it is ready; each must name its guard. */
export function buildApp(options: AppOptions): FastifyInstance {
  const { application, signIn, tokens, log, publicUrl, demo, trustedProxies, web, changes } = options;
  const headers = securityHeaders(publicUrl);
  const cookies = productCookies(publicUrl);
  const app = fastify({
    logger: loggerOptions(log),
    logController: new RequestLog({ requestIdLogLabel: 'request' }),
    genReqId: () => randomUUID(),
    bodyLimit,
    routerOptions: { maxParamLength: longestAddressPart },
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    requestTimeout,
    handlerTimeout,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      answer(error, request, reply.headers(headers).header('x-request-id', request.id));
    },
    clientErrorHandler: answerBrokenLine,
  });
  app.setValidatorCompiler(validateByZod);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
  });
  const { origin } = new URL(publicUrl);
  guardRoutes(app, { tokens: demo ? tokens : null, signIn, cookies, origin });
  app.addHook('onRequest', async (request) => refuseOtherTypes(request));
  acceptJsonOnly(app);
  answerErrors(app, web);
  if (web !== undefined) serveClientFiles(app, web);
  if (changes !== undefined) {
    const stillIn = async (request: FastifyRequest) => {
      const token = cookies.read(request, 'session');
      return request.caller === null || (token !== null && (await signIn.sessionHolds(token)));
    };
    liveRoute(app, { changes, stillIn });
  }
  const { document } = describeApi(app, publicUrl);
  app.register(async (instance) => descriptionRoutes(instance, document));
  app.register(
    async (instance) => {
      const api = instance.withTypeProvider<ZodTypeProvider>();
      for (const routes of features) routes(api, application);
      for (const routes of signInFeatures) routes(api, { signIn, cookies, publicUrl });
    },
    { prefix: '/api/v1' },
  );
  return app;
}
