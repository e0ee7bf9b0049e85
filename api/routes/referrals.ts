/** Referrals of the institution that is acted for, received and sent. */
import type { Application } from '../../application/application.ts';
import { pageOf } from '../../contracts/paging.ts';
import { referralQuery, referralView } from '../../contracts/referral.ts';
import { actorOf } from '../plugins/guard.ts';
import { valueOf } from '../problems/api-problem.ts';
import { pageToSend, pagingAndFilter } from './page.ts';
import { type Api, readAnswers } from './route.ts';

const referralPage = pageOf(referralView, 'ReferralPage');

export function referralRoutes(api: Api, application: Application): void {
  api.route({
    method: 'GET',
    url: '/referrals',
    config: { guard: 'signedIn', act: 'seePreview' },
    schema: {
      operationId: 'listReferrals',
      tags: ['referrals'],
      summary: 'List referrals, the next due first',
      description:
        'Of the institution that is acted for. Those with an open duty come first, the others after them, the latest first. What was declined, redirected or withdrawn is seen by the side that sent it.',
      querystring: referralQuery,
      response: readAnswers({ 200: referralPage }),
    },
    handler: async (request) => {
      const { paging, filter } = pagingAndFilter(request.query);
      return pageToSend(valueOf(await application.listReferrals(actorOf(request), filter, paging)));
    },
  });
}
