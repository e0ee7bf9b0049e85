/**
 * The only body the API reads: `application/json` in UTF-8. Everything else is refused before it is parsed, so that
 * no other Content-Type leads around the validation.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiProblem, sayingOfFault } from '../problems/api-problem.ts';
import { faults } from '../problems/request-problems.ts';

/** Bytes of a body. */
export const bodyLimit = 256 * 1024;
/** Levels of arrays and objects in a body. The deepest that a schema knows is a good half of it. */
export const deepestBody = 32;

const jsonType = /^application\/json(?:[ \t]*;[ \t]*charset=(?:utf-8|"utf-8"))?$/i;

const methodsWithBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** Takes all body parsers away and puts the one strict one in their place. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = decoded(utf8, body);
    if (text === null || deeperThan(deepestBody, text)) {
      done(new ApiProblem(sayingOfFault(faults.bodyNotJson)));
      return;
    }
    void parse(request, text, done);
  });
}

/** Refuses a body of another type, and none at all where one is needed; before anything is read. */
export function refuseOtherTypes(request: FastifyRequest): void {
  if (request.is404 || !methodsWithBody.has(request.method)) return;
  const { 'content-type': type, 'content-encoding': encoding } = request.headers;
  const plain = encoding === undefined || encoding.toLowerCase() === 'identity';
  if (!plain || type === undefined || !jsonType.test(type.trim())) {
    throw new ApiProblem({ code: 'unsupportedMediaType' });
  }
}

function decoded(utf8: InstanceType<typeof TextDecoder>, body: string | Buffer): string | null {
  if (typeof body === 'string') return body;
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

const quote = 0x22;
const backslash = 0x5c;

/** Whether brackets outside of texts are nested deeper. Linear, without recursion. */
function deeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inText) {
      if (code === backslash) index++;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === 0x5b || code === 0x7b) {
      depth++;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
