/** Everything that goes wrong is answered here, always as `application/problem+json`. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemMediaType } from '../../contracts/problem.ts';
import { languageOf } from '../language.ts';
import { Mismatch } from '../plugins/strict-validation.ts';
import { asksForPage, sendClient, type WebClient } from '../web-client.ts';
import { ApiProblem, problemOf, type Saying, sayingOfFault, sayingOfMismatch } from './api-problem.ts';
import { isOutage } from './outage.ts';
import { faults } from './request-problems.ts';

/** Seconds after which a request that met an outage may be repeated. */
const retryAfter = { 'retry-after': '5' } as const;

/** Answers thrown errors, unknown addresses and methods; an address that no route knows is a page of the client. */
export function answerErrors(app: FastifyInstance, web: WebClient | undefined): void {
  app.setErrorHandler((error, request, reply) => answer(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    if (web !== undefined && asksForPage(request)) return sendClient(reply, web);
    throw new ApiProblem(sayingOfUnknown(app, request));
  });
}

/** Answers an error with its problem; logs it where it is ours. */
export function answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const saying = sayingOf(error);
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(saying, language, request.id);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'fault');
  return reply
    .code(problem.status)
    .headers(saying.headers ?? {})
    .header('content-language', language)
    .header('vary', 'accept-language')
    .type(problemMediaType)
    .send(problem);
}

/** Framework errors by their code; what is not listed and not ours to blame on the client is a bug. */
const faultsByCode: Readonly<Record<string, (typeof faults)[keyof typeof faults]>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: faults.bodyNotJson,
  FST_ERR_CTP_INVALID_JSON_BODY: faults.bodyNotJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: faults.malformed,
  FST_ERR_BAD_URL: faults.badAddress,
  FST_ERR_MAX_PARAM_LENGTH: faults.addressTooLong,
};

function sayingOf(error: unknown): Saying {
  if (error instanceof ApiProblem) return error.saying;
  if (error instanceof Mismatch) return sayingOfPart(error);
  if (isOutage(error)) return { code: 'unavailable', headers: retryAfter };
  const { code = '', statusCode = 500 } = Object(error) as Partial<FastifyError>;
  const fault = faultsByCode[code];
  if (fault !== undefined) return sayingOfFault(fault);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'tooLarge' };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'unsupportedMediaType' };
  return statusCode >= 400 && statusCode < 500 ? sayingOfFault(faults.malformed) : { code: 'internal' };
}

function sayingOfPart({ part, zodError, input }: Mismatch): Saying {
  if (part !== 'headers') return sayingOfMismatch(zodError, input);
  return zodError.issues.some((issue) => issue.path[0] === 'idempotency-key')
    ? { code: 'idempotencyKeyMissing', path: 'Idempotency-Key' }
    : { ...sayingOfFault(faults.badIfMatch), path: 'If-Match' };
}

/** 405 where the address is known with another method, else 404. */
function sayingOfUnknown(app: FastifyInstance, request: FastifyRequest): Saying {
  const url = request.url.split('?', 1)[0] ?? '';
  const allowed = app.supportedMethods.filter((method) => app.findRoute({ method, url }) !== null);
  return allowed.length === 0
    ? sayingOfFault(faults.noSuchAddress)
    : { code: 'methodNotAllowed', headers: { allow: allowed.join(', ') } };
}

/** Answers what is no HTTP at all, too slow or too long in its headers: there is no request yet, only the line. */
export function answerBrokenLine(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const saying = sayingOfFault(faultOfLine(error.code));
    const problem = problemOf(saying, 'lv', '');
    const body = JSON.stringify(problem);
    socket.write(
      [
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
        `Content-Type: ${problemMediaType}; charset=utf-8`,
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Content-Language: lv',
        'Cache-Control: no-store',
        'X-Content-Type-Options: nosniff',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroy(error);
}

function faultOfLine(code: string | undefined) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return faults.tooSlow;
  return code === 'HPE_HEADER_OVERFLOW' ? faults.headersTooLarge : faults.malformed;
}
