/** The API's description of itself: the OpenAPI document, the same as a page, and a page for each problem. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type ProblemCode, problemCodes } from '../../contracts/problem.ts';
import type { Document } from '../openapi.ts';
import { sendPage } from '../pages/html.ts';
import { problemList, problemPage } from '../pages/problem-page.ts';
import { referencePage } from '../pages/reference-page.ts';
import { ApiProblem, sayingOfFault } from '../problems/api-problem.ts';
import { faults } from '../problems/request-problems.ts';
import { answers, page } from './route.ts';

const problemParams = z.strictObject({ code: z.string() });

/** `document` gives the OpenAPI document as text, once all routes are registered. */
export function descriptionRoutes(api: FastifyInstance, document: () => string): void {
  api.route({
    method: 'GET',
    url: '/api/openapi.json',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'openapi',
      tags: ['description'],
      summary: 'This description, for programs',
      response: answers({ 200: z.record(z.string(), z.unknown()) }, [500]),
    },
    handler: (_request, reply) => reply.type('application/json').send(document()),
  });

  let reference: string | undefined;
  api.route({
    method: 'GET',
    url: '/api/docs',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'docs',
      tags: ['description'],
      summary: 'This description, to read',
      response: answers({ 200: page }, [500]),
    },
    handler: (_request, reply) => {
      reference ??= referencePage(JSON.parse(document()) as Document);
      return sendPage(reply, 'en', 'Termiņsargs API', reference);
    },
  });

  api.route({
    method: 'GET',
    url: '/problems',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'problems',
      tags: ['description'],
      summary: 'All kinds of problems',
      response: answers({ 200: page }, [500]),
    },
    handler: (_request, reply) => sendPage(reply, 'lv', 'Ko nozīmē atteikumi', problemList()),
  });

  api.route({
    method: 'GET',
    url: '/problems/:code',
    config: { guard: 'public', act: 'public' },
    schema: {
      operationId: 'problem',
      tags: ['description'],
      summary: 'What one kind of problem means',
      description: 'The address in the field `type` of a problem.',
      params: problemParams,
      response: answers({ 200: page }, [404, 414, 500]),
    },
    handler: (request, reply) => {
      const { code } = problemParams.parse(request.params);
      if (!isProblemCode(code)) throw new ApiProblem(sayingOfFault(faults.noSuchAddress));
      return sendPage(reply, 'lv', code, problemPage(code));
    },
  });
}

function isProblemCode(code: string): code is ProblemCode {
  return (problemCodes as readonly string[]).includes(code);
}
