/** The vocabulary of facts with its words, which changes only with the product: whoever has it asks whether it still holds. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { factVocabulary } from '../../contracts/vocabulary.ts';
import { type Api, readAnswers, unchanged } from './route.ts';

const cachingHeaders = z.object({
  'if-none-match': z
    .string()
    .exactOptional()
    .meta({
      description: 'The ETag last seen. Where it still holds, the answer is 304 without content.',
      examples: ['"9f86d081884c7d659a2feaa0c55ad015"'],
    }),
});

export function vocabularyRoutes(api: Api, application: Application): void {
  const vocabulary = application.vocabulary();
  const etag = `"${createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex').slice(0, 32)}"`;

  api.route({
    method: 'GET',
    url: '/vocabulary',
    config: { guard: 'signedIn', act: 'tryProcedure' },
    schema: {
      operationId: 'factVocabulary',
      tags: ['facts'],
      summary: 'Read the vocabulary of facts',
      description:
        'Every type of facts with its words in Latvian and English, its fields, their codes, and what to offer for ids and open codes. The same for everybody.',
      headers: cachingHeaders,
      response: readAnswers({ 200: factVocabulary, 304: unchanged }),
    },
    handler: (request, reply) => {
      // It holds nothing about anybody; a browser may keep it as long as it asks before each use.
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (!matches(request.headers['if-none-match'], etag)) return vocabulary;
      reply.code(304);
      return null;
    },
  });
}

/** Weak comparison, as RFC 9110, 13.1.2 asks for. */
function matches(sent: string | undefined, etag: string): boolean {
  const tags = (sent ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
