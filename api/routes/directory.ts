/** The institutions that the caller may choose from, as receivers of a referral for instance. */
import type { Application } from '../../application/application.ts';
import { directoryAnswer, directoryQuery } from '../../contracts/directory.ts';
import { colleagueList } from '../../contracts/staff.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { pagingAndFilter } from './page.ts';
import { type Api, readAnswers } from './route.ts';

export function directoryRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/directory',
    config: { guard: 'signedIn', act: 'seeDirectory' },
    schema: {
      operationId: 'directory',
      tags: ['directory'],
      summary: 'List the institutions to choose from',
      description:
        'With a dossier: what its learner’s responsible municipality has first; nothing is suggested where that is not known, or not for the caller to read. Then those of the caller’s municipality, then by name. Of other municipalities the institutions alone, and no person: a referral may go there. A training municipality and the real ones do not see each other.',
      querystring: directoryQuery,
      response: readAnswers({ 200: directoryAnswer }, 403, 404),
    },
    handler: async (request) => {
      const { paging, filter } = pagingAndFilter(request.query);
      return valueOf(await application.directory(actorOf(request), filter, paging));
    },
  });

  api.route({
    method: 'GET',
    url: '/colleagues',
    config: { guard: 'signedIn', act: 'seeDirectory' },
    schema: {
      operationId: 'colleagues',
      tags: ['directory'],
      summary: 'List who works in the caller’s institution',
      description: 'Names and roles, for whoever says who did something or is to do it.',
      response: readAnswers({ 200: colleagueList }, 403, 404),
    },
    handler: async (request) => valueOf(await application.colleagues(actorOf(request))),
  });
}
