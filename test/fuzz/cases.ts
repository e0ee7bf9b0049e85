/** Cases in different states, for requests to meet: begun, in danger, handed over, accepted, closed. */

import { developmentTokenOf } from '../../api/development-tokens.ts';
import type { SignInApi } from '../../api/testing/sign-in-api.ts';
import type { Actor, FactToRecord } from '../../application/application.ts';
import { markedLearner } from '../leak/markers.ts';
import { danger, handover, risk } from '../resilience/play.ts';

import { fixedId } from './fixed-id.ts';

export async function openCases(api: SignInApi): Promise<void> {
  const { place } = api;
  const acceptedId = fixedId('accepted');
  await open(api, [risk]);
  await open(api, [danger]);
  await open(api, [risk, handover(place, fixedId('open'))]);
  const accepted = await open(api, [risk, handover(place, acceptedId)]);
  await write(api, place.socialHead, `/dossiers/${accepted.dossierId}/facts`, {
    facts: [{ type: 'referral.acknowledged', data: { referralId: acceptedId, outcomeCode: 'accepted' } }],
  });
  const closed = await open(api, [risk]);
  await write(api, place.teacher, `/dossiers/${closed.dossierId}/facts`, {
    facts: [{ type: 'case.closed', data: { reasonCode: 'other' } }],
  });
}

type Written = { readonly dossierId: string };

function open(api: SignInApi, facts: readonly FactToRecord[]): Promise<Written> {
  const { place } = api;
  return write(api, place.teacher, '/dossiers', {
    kind: 'case',
    schoolId: place.school,
    procedureId: 'national-2025',
    classTeacherId: place.teacher.personId,
    learner: markedLearner,
    facts,
  });
}

let writes = 0;

async function write({ app }: SignInApi, actor: Actor, path: string, body: object): Promise<Written> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: {
      authorization: `Bearer ${developmentTokenOf(actor.personId)}`,
      'content-type': 'application/json',
      'idempotency-key': `fuzzed-case-${++writes}`,
    },
    payload: JSON.stringify(body),
  });
  if (answer.statusCode !== 201) throw new Error(`no case: ${answer.body}`);
  return answer.json<Written>();
}
