/**
 * One log line per request: method, route pattern, status, milliseconds. Never an address of a person or of a
 * computer, a body, a header, or the message of an error (messages of database and parsers quote what was sent).
 */
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** Where the log goes. `write` takes one line of JSON; standard output where it is left out. */
export type LogTarget = {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  readonly write?: (line: string) => void;
};

/** Options for pino, as Fastify takes them. */
export function loggerOptions({ level, write }: LogTarget) {
  return {
    level,
    base: { name: 'api' },
    serializers: { req: requestFields, res: replyFields, err: errorFields },
    hooks: { logMethod: withoutMessageOfError },
    ...(write === undefined ? {} : { stream: { write } }),
  };
}

function requestFields(request: { readonly method?: string }) {
  return { method: request.method ?? '' };
}

function replyFields(reply: { readonly statusCode?: string | number }) {
  return { status: reply.statusCode };
}

/** What of an error may be logged: its class, its code, the places in the program, and those of its causes. */
export function errorFields(error: unknown, depth = 0): Record<string, unknown> & ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const code = (error as { readonly code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message: '',
    stack: frames.slice(0, 12).join('\n'),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.cause === undefined || depth >= 3 ? {} : { cause: errorFields(error.cause, depth + 1) }),
    ...mismatchFields(error),
  };
}

type ErrorFields = { readonly type: string; readonly message: string; readonly stack: string };

/** Where an answer did not fit its schema: places and kinds, no values. */
function mismatchFields(error: Error): Record<string, unknown> {
  const { issues } = error as { readonly issues?: unknown };
  if (!Array.isArray(issues)) return {};
  const places = issues.slice(0, 10).map((issue: { readonly code?: unknown; readonly path?: unknown }) => ({
    code: String(issue.code),
    path: Array.isArray(issue.path) ? issue.path.map(String).join('.') : '',
  }));
  return { places };
}

/** Pino takes an error's message as the line's text where none is given; this gives one. */
function withoutMessageOfError(
  this: unknown,
  [first, second, ...others]: unknown[],
  method: (...args: never[]) => void,
): void {
  const fields = first instanceof Error ? { err: first } : first;
  const hasError = typeof fields === 'object' && fields !== null && 'err' in fields;
  const text = hasError && second === undefined ? 'error' : second;
  const log = method as (this: unknown, ...args: readonly unknown[]) => void;
  if (text === undefined) log.call(this, fields);
  else log.call(this, fields, text, ...others);
}

/** Fastify's own lines, rewritten. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // The line at the end says all.
  }

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const fields = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error == null) reply.log.info(fields, 'request');
    else reply.log.warn({ ...fields, err: error }, 'request broken off');
  }

  override defaultErrorLog(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.error({ err: error }, 'error without handler');
  }

  override streamError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.warn({ err: error }, 'stream broken off');
  }

  override routeNotFound(): void {
    // Answered by the handler for unknown addresses; the address itself is not logged.
  }

  override writeHeadError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.warn({ err: error }, 'headers not written');
  }

  override serializerError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.error({ err: error }, 'answer does not fit its schema');
  }

  override serviceUnavailable(logger: FastifyBaseLogger): void {
    logger.info('request refused: stopping');
  }
}
