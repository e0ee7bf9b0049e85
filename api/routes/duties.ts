/** Duties: who owes what to whom by when and why. Derived from the facts, so they are only read. */
import type { Application } from '../../application/application.ts';
import { beforeComplaint, beforeComplaintQuery } from '../../contracts/complaint.ts';
import { dutyQuery, dutyToTake, dutyView } from '../../contracts/duty.ts';
import { myCases, myCasesQuery } from '../../contracts/my-cases.ts';
import { pageOf } from '../../contracts/paging.ts';
import { reviewPlan, reviewsToPlan } from '../../contracts/review-plan.ts';
import { done } from '../../contracts/sign-in.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { dossierParams } from './dossiers.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, readAnswers } from './route.ts';

const dutyPage = pageOf(dutyView, 'DutyPage');
const overdueQuery = dutyQuery.omit({ status: true });

export function dutyRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/my-cases',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'myCases',
      tags: ['dossiers'],
      summary: 'List the open cases that the caller works with, or those of the school',
      description:
        'What somebody with forty cases needs to see at once: when the learner or the family was last seen, what is due next, and which institution is waited for. Newest first, at most 200.',
      querystring: myCasesQuery,
      response: readAnswers({ 200: myCases }),
    },
    handler: async (request) => valueOf(await application.myCases(actorOf(request), request.query)),
  });

  api.route({
    method: 'GET',
    url: '/my-cases/review-plan',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'readReviewPlan',
      tags: ['dossiers'],
      summary: 'The caller’s reviews over the coming five weeks, with a day proposed for each',
      description:
        'The last working day before the due day that still has room; holidays and the caller’s leave are kept out. A proposal is nothing until it is accepted.',
      response: readAnswers({ 200: reviewPlan }),
    },
    handler: async (request) => valueOf(await application.reviewPlan(actorOf(request))),
  });

  api.route({
    method: 'POST',
    url: '/my-cases/review-plan',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'planReviews',
      tags: ['dossiers'],
      summary: 'Choose the days of one’s own reviews',
      description:
        'All of them or none. Seen by the caller alone; no due day moves. Repeating it changes nothing.',
      body: reviewsToPlan,
      response: readAnswers({ 200: reviewPlan }, 404, 413, 415, 422),
    },
    handler: async (request) => valueOf(await application.planReviews(actorOf(request), request.body.plans)),
  });

  api.route({
    method: 'GET',
    url: '/duties',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'listDuties',
      tags: ['duties'],
      summary: 'List duties, the most urgent first',
      description: 'All filters given must hold. `dueFrom` and `dueUntil` are both included.',
      querystring: dutyQuery,
      response: readAnswers({ 200: dutyPage }),
    },
    handler: async (request) => {
      const { paging, filter } = pagingAndFilter(request.query);
      return pageToSend(valueOf(await application.listDuties(actorOf(request), filter, paging)));
    },
  });

  api.route({
    method: 'POST',
    url: '/duties/taken',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'takeDuty',
      tags: ['duties'],
      summary: 'Say who of the institution does what it owes',
      description:
        'With a duty of a referral all that is owed for the referral. Seen by colleagues; the institution goes on owing it, and no reminder changes. Others are handed it by whoever manages the institution’s people. Repeating it changes nothing.',
      body: dutyToTake,
      response: readAnswers({ 200: done }, 403, 404, 413, 415, 422),
    },
    handler: async (request) => valueOf(await application.takeDuty(actorOf(request), request.body)),
  });

  api.route({
    method: 'GET',
    url: '/duties/overdue',
    config: { guard: 'signedIn', act: 'seeDuties' },
    schema: {
      operationId: 'listOverdueDuties',
      tags: ['duties'],
      summary: 'List the duties that are late now',
      description: 'Exact at every moment: late is what is past its due moment and not settled.',
      querystring: overdueQuery,
      response: readAnswers({ 200: dutyPage }),
    },
    handler: async (request) => {
      const { paging, filter } = pagingAndFilter(request.query);
      const late = { ...filter, status: 'late' } as const;
      return pageToSend(valueOf(await application.listDuties(actorOf(request), late, paging)));
    },
  });

  api.route({
    method: 'GET',
    url: '/dossiers/:dossierId/before-complaint',
    config: { guard: 'signedIn', act: 'readCase' },
    schema: {
      operationId: 'beforeComplaint',
      tags: ['duties'],
      summary: 'Read what stands before a complaint about a late duty',
      description:
        'Delivery, whether all were asked for the answer, calls to the head, the draft with the two working days of the owing side. The facts `answer.asked`, `receiver.called`, `complaint.drafted` and `complaint.filed` carry it on.',
      params: dossierParams,
      querystring: beforeComplaintQuery,
      response: readAnswers({ 200: beforeComplaint }, 404, 414),
    },
    handler: async (request) => {
      const { dossierId } = request.params;
      const { dutyKey } = request.query;
      return valueOf(await application.beforeComplaint(actorOf(request), dossierId, dutyKey));
    },
  });
}
