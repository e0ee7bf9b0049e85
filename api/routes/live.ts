/** Server-sent events: ids of dossiers that changed, for pages that are open. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LiveChanges } from '../../application/live/live-changes.ts';
import { actorOf } from '../plugins/guard.ts';

export type LiveParts = {
  readonly changes: Pick<LiveChanges, 'follow'>;
  /** Whether the session behind the stream still holds. */
  readonly stillIn: (request: FastifyRequest) => Promise<boolean>;
};

/** Milliseconds between two signs of life, each with a look whether the session still holds. */
const beatMs = 20_000;

/**
 * `GET /live`, for sessions only. Not part of the described API: it is a help for the browser client, which asks for
 * everything by the other routes.
 */
export function liveRoute(app: FastifyInstance, { changes, stillIn }: LiveParts): void {
  app.route({
    method: 'GET',
    url: '/api/v1/live',
    config: { guard: 'signedIn', act: 'seeDuties' },
    handler: (request, reply) => {
      const { personId } = actorOf(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 3000\n\n');
      const unfollow = changes.follow(personId, (ids) => void raw.write(`data: ${JSON.stringify(ids)}\n\n`));
      const beat = setInterval(() => {
        stillIn(request).then(
          (still) => (still ? raw.write(': \n\n') : raw.end()),
          () => raw.end(),
        );
      }, beatMs);
      raw.on('close', () => {
        clearInterval(beat);
        unfollow();
      });
    },
  });
}
