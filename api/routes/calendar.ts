/** The working calendar of the caller's institution. */
import type { Application } from '../../application/application.ts';
import { calendarAnswer, calendarQuery } from '../../contracts/calendar.ts';
import { daysBetween } from '../../domain/time.ts';
import { actorOf } from '../plugins/guard.ts';
import { ApiProblem, sayingOfFault, valueOf } from '../problems/api-problem.ts';
import { faults } from '../problems/request-problems.ts';
import { type Api, readAnswers } from './route.ts';

/** Most days asked for at once, both ends included. The sentence of `faults.badStretch` names it too. */
const mostDays = 400;

export function calendarRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/calendar',
    config: { guard: 'signedIn' },
    schema: {
      operationId: 'calendarDays',
      tags: ['calendar'],
      summary: 'Which days are worked, and why others are not',
      description: `Both ends are included; ${mostDays} days at most.`,
      querystring: calendarQuery,
      response: readAnswers({ 200: calendarAnswer }),
    },
    handler: async (request) => {
      const { from, until } = request.query;
      const days = daysBetween(from, until) + 1;
      if (days < 1 || days > mostDays) {
        throw new ApiProblem({ ...sayingOfFault(faults.badStretch), path: 'until' });
      }
      return valueOf(await application.calendarDays(actorOf(request), from, until));
    },
  });
}
