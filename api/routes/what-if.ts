/** The consequence before the click: what would be owed if these facts were recorded. Nothing is stored. */
import type { Application } from '../../application/application.ts';
import { whatIf, whatIfAnswer } from '../../contracts/what-if.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { type Api, answers } from './route.ts';

export function whatIfRoutes(api: Api, application: Application): void {
  api.route({
    method: 'POST',
    url: '/what-if',
    config: { guard: 'signedIn', act: ['tryProcedure', 'seeDuties'] },
    schema: {
      operationId: 'whatIf',
      tags: ['duties'],
      summary: 'Ask what facts would start and settle',
      description:
        'Duties with explanations and steps. With `learnerId`, before a dossier is opened: who works with the learner already, as far as the caller may know. Nothing is stored but that it was asked about a learner, so no Idempotency-Key is asked for.',
      body: whatIf,
      response: answers({ 200: whatIfAnswer }, [400, 401, 403, 404, 409, 413, 415, 422, 500, 503]),
    },
    handler: async (request) => {
      const now = await application.now();
      const facts = request.body.facts.map((fact) => ({ ...fact, occurredAt: fact.occurredAt ?? now }));
      return valueOf(await application.whatIf(actorOf(request), { ...request.body, facts }));
    },
  });
}
