/** The procedures that a case may follow: declarative data with their sources. */
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { procedureFile } from '../../contracts/procedure-file.ts';
import { procedureList } from '../../contracts/procedure-list.ts';
import { label } from '../../contracts/values.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import { type Api, readAnswers } from './route.ts';

export function procedureRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/procedures',
    config: { guard: 'signedIn', act: 'tryProcedure' },
    schema: {
      operationId: 'listProcedures',
      tags: ['procedures'],
      summary: 'List the procedures',
      response: readAnswers({ 200: procedureList }),
    },
    handler: () => ({
      items: application
        .procedures()
        .map(({ id, version, title, runsOn, sources }) => ({ id, version, title, runsOn, sources })),
    }),
  });

  api.route({
    method: 'GET',
    url: '/procedures/:procedureId',
    config: { guard: 'signedIn', act: 'tryProcedure' },
    schema: {
      operationId: 'readProcedure',
      tags: ['procedures'],
      summary: 'Read one procedure in full',
      params: z.strictObject({ procedureId: label }),
      response: readAnswers({ 200: procedureFile }, 404, 414),
    },
    handler: (request) => {
      const wanted = request.params.procedureId;
      const procedure = application.procedures().find(({ id }) => id === wanted);
      if (procedure === undefined) throw new ApiProblem({ code: 'notFound' });
      return procedure;
    },
  });
}
