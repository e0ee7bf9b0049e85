/** The institutions that the caller may choose from, as receivers of a referral for instance. */
import type { Application } from '../../application/application.ts';
import { type DirectoryAnswer, directoryAnswer } from '../../contracts/directory.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
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
      response: readAnswers({ 200: directoryAnswer }),
    },
    handler: async (request) => valueOf(await application.directory(actorOf(request))) as DirectoryAnswer,
  });
}
