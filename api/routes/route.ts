/** What all route files share: the instance they register on, and the answers a route may give. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { problem, problemMediaType } from '../../contracts/problem.ts';

/** An instance whose routes are typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Registers the routes of one feature. */
export type Routes = (api: Api, application: Application) => void;

const meanings = {
  400: 'The request does not fit its schema.',
  401: 'No valid session or token.',
  403: 'The caller, or the acting institution, may not do this.',
  404: 'It does not exist, or the caller may not see it.',
  409: 'It contradicts the course of the dossier.',
  412: 'The dossier has changed since the version in If-Match.',
  413: 'The body is too large.',
  414: 'A part of the address is too long.',
  415: 'The body is not application/json.',
  422: 'Well-formed, but a rule does not allow it.',
  429: 'Too often. Retry-After says when again.',
  500: 'A fault of the product; nothing about it is told but the id of the request.',
  503: 'The database is away. Repeat the request with the same Idempotency-Key.',
} as const;
export type ProblemStatus = keyof typeof meanings;

const problemsOfRead = [400, 401, 403, 500, 503] as const;
const problemsOfWrite = [400, 401, 403, 404, 409, 413, 415, 422, 500, 503] as const;

/**
 * The answers of a route: what it gives, and the problems it may meet. The type tells of the former only, so that a
 * handler cannot answer a problem past the error handler.
 */
export function answers<S extends Readonly<Record<number, unknown>>>(
  given: S,
  problems: readonly ProblemStatus[],
): S {
  const described = problems.map((status) => [
    status,
    { description: meanings[status], content: { [problemMediaType]: { schema: problem } } },
  ]);
  return { ...given, ...Object.fromEntries(described) };
}

/** An answer without content: what the caller has still holds. */
export const unchanged = z.null().meta({ description: 'Unchanged; without content.' });

/** An answer that is a page. */
export const page = { description: 'A page to read.', content: { 'text/html': { schema: z.string() } } };

/** An answer that is a table to open in a spreadsheet. */
export const csv = { description: 'A CSV file.', content: { 'text/csv': { schema: z.string() } } };

/** The answers of a route that only reads. */
export function readAnswers<S extends Readonly<Record<number, unknown>>>(
  given: S,
  ...more: readonly ProblemStatus[]
): S {
  return answers(given, [...problemsOfRead, ...more]);
}

/** The answers of a route that writes. */
export function writeAnswers<S extends Readonly<Record<number, unknown>>>(
  given: S,
  ...more: readonly ProblemStatus[]
): S {
  return answers(given, [...problemsOfWrite, ...more]);
}
