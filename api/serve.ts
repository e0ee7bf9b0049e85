/** Puts the API on a port, and takes it off again without breaking off what is under way. */
import type { FastifyInstance } from 'fastify';

export type Served = {
  /** `http://host:port`, for the screen. */
  readonly address: string;
  /** Takes no new connection, lets requests end for up to `graceMs`, then breaks them off. */
  stop(graceMs?: number): Promise<void>;
};

/** Milliseconds that a stopping process waits for the requests it has begun. */
const usualGraceMs = 10_000;

/** Listens. Throws where the port is taken or may not be used. */
export async function serve(app: FastifyInstance, host: string, port: number): Promise<Served> {
  const address = await app.listen({ host, port });
  return {
    address,
    async stop(graceMs = usualGraceMs) {
      const timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
      try {
        await app.close();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
