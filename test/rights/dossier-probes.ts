/** How each act upon a dossier is tried: by its route, so that an allowed one changes nothing. */
import type { LightMyRequestResponse } from 'fastify';
import { type DossierAct, rightsOfRole } from '../../domain/access/rights.ts';
import type { EventType } from '../../domain/dossier/event.ts';
import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Asked } from '../support/real-api.ts';
import { type MatrixCase, type Referred, referredTo } from './case.ts';
import { allowedTo, owesAcknowledgement, relationsOf, viewFor } from './expected.ts';
import type { People, Place, Somebody } from './people.ts';

export type Probe = {
  readonly act: DossierAct;
  /** As the API registers it. */
  readonly route: string;
  readonly asked: (one: Somebody) => Asked;
  /** What the answer should tell. */
  readonly expected: (one: Somebody) => string;
  readonly told: (answer: LightMyRequestResponse) => string;
};

export type ProbeParts = {
  readonly people: People;
  readonly matrixCase: MatrixCase;
  readonly now: Instant;
  /** Of the acknowledgement that somebody's institution owes, or else another one that was asked. */
  readonly dutyKey: (one: Somebody) => string;
  /** Keys of the case's duties that somebody sees, by what they are to them. */
  readonly dutiesSeen: (one: Somebody) => number;
};

export function dossierProbes(parts: ProbeParts): readonly Probe[] {
  return [...readingProbes(parts), ...recordingProbes(parts)];
}

/** Not whoever may look because of the place alone. */
function worksWithIt(one: Somebody): boolean {
  const held = relationsOf(one);
  const near = ['manager', 'partner', 'opener', 'acceptedReceiver'] as const;
  return !held.includes('excluded') && near.some((relation) => held.includes(relation));
}

function readingProbes({
  matrixCase: { dossierId, learnerId },
  now,
  dutyKey,
  dutiesSeen,
}: ProbeParts): readonly Probe[] {
  const sees = (act: DossierAct, what: (one: Somebody) => string) => (one: Somebody) =>
    allowedTo(one, act) ? what(one) : '404';
  const status = ({ statusCode }: LightMyRequestResponse) => String(statusCode);
  const items = (answer: LightMyRequestResponse) =>
    answer.json<{ items: readonly { readonly id?: string; readonly dossierId?: string }[] }>().items;
  const dossier = { method: 'GET', path: `/dossiers/${dossierId}` } as const;
  return [
    {
      act: 'seeDuties',
      route: 'GET /api/v1/dossiers/:dossierId',
      asked: () => dossier,
      // And `readCase`: the learner's name.
      expected: sees(
        'seeDuties',
        (one) => `200 ${viewFor(one)} ${allowedTo(one, 'readCase') ? 'Anna' : 'nobody'}`,
      ),
      told: (answer) => {
        if (answer.statusCode !== 200) return status(answer);
        const { view, learner } = answer.json<{ view: string; learner: { firstName: string } | null }>();
        return `200 ${view} ${learner?.firstName ?? 'nobody'}`;
      },
    },
    {
      act: 'seeDuties',
      route: 'GET /api/v1/dossiers',
      asked: () => ({ method: 'GET', path: '/dossiers' }),
      expected: (one) => (allowedTo(one, 'seeDuties') ? dossierId : ''),
      told: (answer) =>
        items(answer)
          .map(({ id }) => id)
          .join(),
    },
    {
      act: 'seeDuties',
      route: 'GET /api/v1/my-cases',
      asked: () => ({ method: 'GET', path: '/my-cases' }),
      expected: (one) => (worksWithIt(one) ? dossierId : ''),
      told: (answer) =>
        items(answer)
          .map(({ dossierId: listed }) => listed)
          .join(),
    },
    {
      act: 'readCase',
      route: 'GET /api/v1/my-cases',
      asked: () => ({ method: 'GET', path: '/my-cases?whose=school' }),
      expected: (one) => (one.place === 'school' && allowedTo(one, 'readCase') ? dossierId : ''),
      told: (answer) =>
        items(answer)
          .map(({ dossierId: listed }) => listed)
          .join(),
    },
    {
      act: 'seeDuties',
      route: 'GET /api/v1/my-cases/review-plan',
      // Nobody owes a review: everybody has a plan of their own, and it is empty.
      asked: () => ({ method: 'GET', path: '/my-cases/review-plan' }),
      expected: () => '0',
      told: (answer) => String(answer.json<{ reviews: readonly unknown[] }>().reviews.length),
    },
    {
      act: 'seeDuties',
      route: 'POST /api/v1/my-cases/review-plan',
      // What is no review that one owes cannot be planned, whoever sees it.
      asked: (one) => ({
        method: 'POST',
        path: '/my-cases/review-plan',
        body: { plans: [{ dossierId, dutyKey: dutyKey(one), day: null }] },
      }),
      expected: () => '404',
      told: status,
    },
    {
      act: 'seeDuties',
      route: 'POST /api/v1/duties/taken',
      // What the own institution does not owe cannot be taken on, whoever sees it.
      asked: () => ({
        method: 'POST',
        path: '/duties/taken',
        body: { dossierId, dutyKey: 'reply', personId: null },
      }),
      expected: () => '404',
      told: status,
    },
    ...(['/duties?limit=200', `/duties?limit=200&dossierId=${dossierId}`] as const).map(
      (path): Probe => ({
        act: 'seeDuties',
        route: 'GET /api/v1/duties',
        asked: () => ({ method: 'GET', path }),
        expected: (one) => String(dutiesSeen(one)),
        told: (answer) => String(items(answer).length),
      }),
    ),
    {
      act: 'seeDuties',
      route: 'GET /api/v1/duties/overdue',
      // Nothing is late: whoever sees something sees that, and others the same.
      asked: () => ({ method: 'GET', path: '/duties/overdue' }),
      expected: () => '0',
      told: (answer) => String(items(answer).length),
    },
    ...(['', `?dossierId=${dossierId}`] as const).map(
      (query): Probe => ({
        act: 'seePreview',
        route: 'GET /api/v1/referrals',
        asked: () => ({ method: 'GET', path: `/referrals${query}` }),
        expected: (one) => String(allowedTo(one, 'seePreview') ? referralsAt(one.place) : 0),
        told: (answer) => String(items(answer).length),
      }),
    ),
    {
      act: 'seeDuties',
      route: 'POST /api/v1/what-if',
      asked: () => ({
        method: 'POST',
        path: '/what-if',
        body: {
          procedureId: 'national-2025',
          dossierId,
          facts: [{ type: 'danger.seen', occurredAt: addMinutes(now, 60), data: {} }],
        },
      }),
      expected: sees('seeDuties', () => '422'),
      told: status,
    },
    ...(['readAccessLog access-log', 'printExtract access-extract'] as const).map((line): Probe => {
      const [act, page] = line.split(' ') as [DossierAct, string];
      return {
        act,
        route: `GET /api/v1/dossiers/:dossierId/${page}`,
        asked: () => ({ method: 'GET', path: `/dossiers/${dossierId}/${page}` }),
        expected: sees(act, () => '200'),
        told: status,
      };
    }),
    {
      act: 'readAccessLog',
      route: 'GET /api/v1/learners/:learnerId/access-log',
      asked: () => ({ method: 'GET', path: `/learners/${learnerId}/access-log` }),
      // Whoever may oversee learners of another place finds none here; no school has this one.
      expected: (one) =>
        allowedTo(one, 'readAccessLog')
          ? '200'
          : rightsOfRole[one.role].includes('readLearnerLooks')
            ? '404'
            : '403',
      told: status,
    },
    {
      act: 'readCase',
      route: 'GET /api/v1/dossiers/:dossierId/before-complaint',
      asked: (one) => ({
        method: 'GET',
        path: `/dossiers/${dossierId}/before-complaint?dutyKey=${dutyKey(one)}`,
      }),
      expected: sees('readCase', () => '200'),
      told: status,
    },
    {
      act: 'recordWork',
      route: 'GET /api/v1/dossiers/:dossierId/writers',
      asked: () => ({ method: 'GET', path: `/dossiers/${dossierId}/writers` }),
      expected: sees('recordWork', () => '200'),
      told: status,
    },
    {
      act: 'seePreview',
      route: 'GET /api/v1/dossiers/:dossierId/facts',
      asked: () => ({ method: 'GET', path: `/dossiers/${dossierId}/facts?limit=1` }),
      expected: sees('seePreview', (one) => `200 ${allowedTo(one, 'readCase') ? 'words' : 'no words'}`),
      told: (answer) =>
        answer.statusCode === 200
          ? `200 ${items(answer).some((fact) => 'words' in fact && fact.words !== null) ? 'words' : 'no words'}`
          : status(answer),
    },
  ];
}

/** The school sent them all, each of the others received one. */
function referralsAt(place: Place): number {
  if (place === 'school') return referredTo.length;
  return referredTo.some((one) => one === place) ? 1 : 0;
}

/** Facts that lie in the future: refused by the rules of order, after the rights were asked. */
function recordingProbes(parts: ProbeParts): readonly Probe[] {
  const { people, matrixCase, now, dutyKey } = parts;
  const { dossierId, referrals, emergencyId } = matrixCase;
  const referralId = (one: Somebody) => referrals[sideOf(one.place) ?? 'accepted'];
  /** The side that was asked answers; the side that asked records an answer that came elsewhere (R 13). */
  const answers = (one: Somebody) =>
    sideOf(one.place) === null
      ? one.place === 'school' && allowedTo(one, 'refer')
      : allowedTo(one, 'answerReferral');
  const record = (
    act: DossierAct,
    type: EventType,
    data: (one: Somebody) => object,
    allowed: (one: Somebody) => boolean = (one) => allowedTo(one, act),
  ): Probe => ({
    act,
    route: 'POST /api/v1/dossiers/:dossierId/facts',
    asked: (one) => ({
      method: 'POST',
      path: `/dossiers/${dossierId}/facts`,
      body: { facts: [{ type, occurredAt: addMinutes(now, 60), data: data(one) }] },
    }),
    // Where something of the case is seen, it is no secret that there is one.
    expected: (one) =>
      allowed(one) ? '422 factInFuture' : viewFor(one) === 'none' ? '404 notFound' : '403 notYourAct',
    told: (answer) => `${answer.statusCode} ${answer.json<{ code: string }>().code}`,
  });
  const { personId } = people.all[0] as Somebody;
  const [lead] = people.named('lead');
  return [
    record('recordDanger', 'danger.suspected', () => ({})),
    record('recordWork', 'talk.held', () => ({ kindCode: 'other' })),
    record('refer', 'referral.withdrawn', () => ({
      referralId: referrals.accepted,
      reasonCode: 'noLongerNeeded',
    })),
    record(
      'answerReferral',
      'referral.supplementRequested',
      (one) => ({ referralId: referralId(one) }),
      answers,
    ),
    record('manageCase', 'person.readmitted', () => ({ personId, groundCode: 'other' })),
    record('assignManager', 'case.managerAssigned', () => ({
      managerId: lead?.personId,
      level: '2',
      roleCode: 'lead',
    })),
    record(
      'settleDuty',
      'account.added',
      (one) => ({ dutyKey: dutyKey(one) }),
      (one) => allowedTo(one, 'settleDuty') && owesAcknowledgement(one),
    ),
    record('releaseEvaluation', 'evaluation.released', () => ({
      evaluationId: matrixCase.firstFactId,
      toInstitutionId: people.institutions.school,
    })),
    {
      act: 'manageCase',
      route: 'POST /api/v1/duties/taken-over',
      asked: (one) => ({
        method: 'POST',
        path: '/duties/taken-over',
        body: { act: 'drop', duties: [{ dossierId, dutyKey: dutyKey(one) }] },
      }),
      // Nobody took it over; whoever owes it may waive it.
      expected: (one) =>
        allowedTo(one, 'manageCase') || (allowedTo(one, 'settleDuty') && owesAcknowledgement(one))
          ? '409 dutyNotTakenOver'
          : viewFor(one) === 'none'
            ? '404 notFound'
            : '403 notYourAct',
      told: (answer) => `${answer.statusCode} ${answer.json<{ code: string }>().code}`,
    },
    record('askCorrection', 'correction.asked', (one) => ({ dutyKey: dutyKey(one), whatCode: 'wrongDate' })),
    {
      act: 'recordWork',
      route: 'POST /api/v1/thresholds/decisions',
      asked: () => ({
        method: 'POST',
        path: '/thresholds/decisions',
        body: {
          thresholdId: 'days-in-month',
          learners: [{ dossierId, needed: true }],
        },
      }),
      // Nobody has reached it.
      expected: (one) =>
        allowedTo(one, 'recordWork')
          ? '409 thresholdNotReached'
          : viewFor(one) === 'none'
            ? '404 notFound'
            : '403 notYourAct',
      told: (answer) => `${answer.statusCode} ${answer.json<{ code: string }>().code}`,
    },
    record('reviewEmergency', 'access.reviewed', () => ({ accessId: emergencyId, outcomeCode: 'justified' })),
  ];
}

function sideOf(place: Place): Referred | null {
  return referredTo.find((one) => one === place) ?? null;
}
