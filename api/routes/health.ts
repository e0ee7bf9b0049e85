/** For whoever runs the product: does the process live, can it serve. */
import type { Application } from '../../application/application.ts';
import { health, readiness } from '../../contracts/health.ts';
import { ApiProblem, sayingOfFault } from '../problems/api-problem.ts';
import { faults } from '../problems/request-problems.ts';
import { type Api, answers } from './route.ts';

export function healthRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/health',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'health',
      tags: ['operation'],
      summary: 'The process lives',
      response: answers({ 200: health }, [500]),
    },
    handler: () => ({ status: 'ok' as const }),
  });

  api.route({
    method: 'GET',
    url: '/ready',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'ready',
      tags: ['operation'],
      summary: 'The process can serve',
      description:
        '503 while the database is away. Without Temporal it still serves: facts are recorded, and the sweep notices what falls due.',
      response: answers({ 200: readiness }, [500, 503]),
    },
    handler: async () => {
      const { database, temporal, chains } = await application.readiness();
      if (!database) {
        throw new ApiProblem({
          ...sayingOfFault(faults.notReady),
          facts: { database: 'away', temporal: temporal ? 'there' : 'away' },
        });
      }
      return { database, temporal, chains };
    },
  });
}
