/** Import of people, classes, learners and running cases from CSV, with a dry run (issue 4, section 1; rules of conduct 15). */
import { z } from 'zod';
import type { Application } from '../../application/application.ts';
import type { ImportReport } from '../../application/import/imports.ts';
import { templateOf } from '../../application/import/template.ts';
import {
  fileToImport,
  importBodyLimit,
  importDone,
  importKind,
  importReport,
  type ImportReport as SentReport,
} from '../../contracts/import.ts';
import { headingOf, importHintText, importProblemText } from '../../contracts/import-words.ts';
import { type Language, languageOf } from '../language.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { writeHeaders, writeMetaOf } from '../write-meta.ts';
import { type Api, csv, readAnswers, writeAnswers } from './route.ts';

const tags = ['imports'];
/** Milliseconds: thousands of rows are written in one transaction. */
const handlerTimeout = 180_000;
const rights =
  'For heads, the administration and administrators of an institution; each kind also needs the right to do the same by hand.';

export function importRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/imports/:kind/template',
    config: { guard: 'signedIn', act: 'seeDirectory' },
    schema: {
      operationId: 'importTemplate',
      tags,
      summary: 'Download the template of a kind: headings and one invented row',
      description: 'In the language of the request; the import reads the headings of both.',
      params: z.strictObject({ kind: importKind }),
      response: readAnswers({ 200: csv }, 414),
    },
    handler: async (request, reply) => {
      const { kind } = request.params;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="terminsargs-${kind}.csv"`)
        .send(templateOf(kind, languageOf(request.headers['accept-language'])));
    },
  });

  api.route({
    method: 'POST',
    url: '/imports/preview',
    bodyLimit: importBodyLimit,
    handlerTimeout,
    config: { guard: 'signedIn', act: 'importData' },
    schema: {
      operationId: 'previewImport',
      tags,
      summary: 'Dry run: what a file would make, and every problem by row and column',
      description: `Writes nothing. ${rights}`,
      body: fileToImport,
      response: readAnswers({ 200: importReport }, 404, 413, 415, 422),
    },
    handler: async (request) => {
      const { kind, file } = request.body;
      const input = { kind, file: Buffer.from(file, 'base64') };
      const report = valueOf(await application.previewImport(actorOf(request), input));
      return sent(report, languageOf(request.headers['accept-language']));
    },
  });

  api.route({
    method: 'POST',
    url: '/imports',
    bodyLimit: importBodyLimit,
    handlerTimeout,
    config: { guard: 'signedIn', act: 'importData' },
    schema: {
      operationId: 'runImport',
      tags,
      summary: 'Import a file: all of its rows or none',
      description: `No mail goes out. Rows that are there already stay as they are, so that a file may come twice. ${rights}`,
      headers: writeHeaders,
      body: fileToImport,
      response: writeAnswers({ 201: importDone }),
    },
    handler: async (request, reply) => {
      const meta = writeMetaOf(request, request.headers['idempotency-key']);
      const { kind, file } = request.body;
      const input = { kind, file: Buffer.from(file, 'base64') };
      return reply.code(201).send(valueOf(await application.runImport(actorOf(request), input, meta)));
    },
  });
}

function sent({ problems, hints, ...report }: ImportReport, language: Language): SentReport {
  const { kind } = report;
  return {
    ...report,
    fits: problems.length === 0,
    problems: problems.map((problem) => ({
      row: problem.row,
      column: problem.column,
      heading: headingOf(kind, problem.column, language),
      code: problem.code,
      text: importProblemText(problem, language),
      ...(problem.allowed === undefined ? {} : { allowed: [...problem.allowed[language]] }),
    })),
    hints: hints.map((hint) => ({
      row: hint.row,
      column: hint.column,
      heading: hint.heading ?? headingOf(kind, hint.column, language),
      code: hint.code,
      text: importHintText(hint, language),
    })),
  };
}
