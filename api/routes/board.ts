/** The overdue board: where answers hang and why (rules of conduct 27). */
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import { boardCsv } from '../../application/board-csv.ts';
import { boardXlsx } from '../../application/board-xlsx.ts';
import { board, boardExportQuery, correctionList } from '../../contracts/board.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { type Api, csv, readAnswers } from './route.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const table = {
  description: 'A CSV file, or a workbook.',
  content: { ...csv.content, [workbookType]: { schema: z.any() } },
};

export function boardRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/board',
    config: { guard: 'signedIn', act: 'seeBoard' },
    schema: {
      operationId: 'board',
      tags: ['board'],
      summary: 'Read the overdue board of the municipality',
      description:
        'For administrators and those who lead an institution, each as far as they see duties. No persons, no ranking. Numbers from one to four are hidden, and whatever would give one of them away.',
      response: readAnswers({ 200: board }, 404),
    },
    handler: async (request) => valueOf(await application.board(actorOf(request))),
  });

  api.route({
    method: 'GET',
    url: '/board/corrections',
    config: { guard: 'signedIn', act: 'seeBoard' },
    schema: {
      operationId: 'boardCorrections',
      tags: ['board'],
      summary: 'List the corrections that the institution asked for',
      description:
        'Open requests, and those answered in the last 90 days. They are asked for by the fact `correction.asked` and answered by `correction.answered`; nothing else of the case is read by it.',
      response: readAnswers({ 200: correctionList }, 404),
    },
    handler: async (request) => valueOf(await application.corrections(actorOf(request))),
  });

  api.route({
    method: 'GET',
    url: '/board/export',
    config: { guard: 'signedIn', act: 'seeBoard' },
    schema: {
      operationId: 'exportBoard',
      tags: ['board'],
      summary: 'Download a part of the board as a table',
      description:
        'Exactly what the page shows, as CSV or as a workbook. `hanging` holds single duties and is not for handing on.',
      querystring: boardExportQuery,
      response: readAnswers({ 200: table }, 404),
    },
    handler: async (request, reply) => {
      const { part, language, format = 'csv' } = request.query;
      const shown = valueOf(await application.board(actorOf(request)));
      reply.header('content-disposition', `attachment; filename="terminsargs-${part}.${format}"`);
      return format === 'csv'
        ? reply.type('text/csv; charset=utf-8').send(boardCsv(shown, part, language))
        : reply.type(workbookType).send(await boardXlsx(shown, part, language));
    },
  });
}
