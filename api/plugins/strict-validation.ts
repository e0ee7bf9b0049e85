/** Requests and answers are checked by their zod schemas. Nothing is coerced, dropped or filled in by the way. */
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';

/** A request that does not fit; `part` is the one that was looked at. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
  readonly statusCode = 400;
  readonly part: string;
  readonly zodError: z.core.$ZodError;
  readonly input: unknown;

  constructor(part: string, zodError: z.core.$ZodError, input: unknown) {
    super(`The request's ${part} does not fit its schema`);
    this.part = part;
    this.zodError = zodError;
    this.input = input;
  }
}

/** Fastify's hook for checking a part of a request. */
export const validateByZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data) => {
    const parsed = schema.safeParse(data);
    return parsed.success
      ? { value: parsed.data }
      : { error: new Mismatch(httpPart ?? 'request', parsed.error, data) };
  };
};
