/** Examples for the OpenAPI document. The tests hold them against the schemas. */
import type { Problem, ProblemCode } from '../contracts/problem.ts';
import { problemEntries, problemOf, type Saying, sayingOfFault } from './problems/api-problem.ts';
import { faults } from './problems/request-problems.ts';

const contact = {
  name: 'Ilze Ozoliņa',
  relation: 'mother',
  custody: 'yes',
  noContact: false,
  addressSecret: false,
  livesApart: false,
  language: 'lv',
  plainLanguage: false,
  declared: { declared: 'in', municipality: 'Smiltenes novads' },
  phone: '20000000',
  address: 'Liepu iela 1, Smiltene',
};

/** Bodies of requests, by operation. */
export const requestExamples: Readonly<Record<string, unknown>> = {
  openDossier: {
    kind: 'concern',
    schoolId: 'school-1',
    procedureId: 'national-2025',
    learner: { firstName: 'Anna', lastName: 'Ozoliņa', className: '5.b' },
    facts: [
      {
        type: 'referral.sent',
        occurredAt: '2026-11-12T08:30:00.000Z',
        data: {
          referralId: 'referral-1',
          receiverId: 'social-service-1',
          kindCode: 'problemReport',
          channelCode: 'product',
        },
      },
    ],
  },
  recordFacts: {
    facts: [
      {
        type: 'referral.acknowledged',
        occurredAt: '2026-11-19T13:05:00.000Z',
        words: 'Sociālā darbiniece sazināsies ar ģimeni šonedēļ.',
        data: { referralId: 'referral-1', outcomeCode: 'accepted' },
      },
    ],
  },
  decideThresholds: {
    thresholdId: 'days-in-month',
    text: 'Klasē bija gripa; mācību viela nodota e-klasē.',
    learners: [
      { dossierId: 'dossier-1', needed: false },
      { dossierId: 'dossier-2', needed: true, reason: 'Arī pirms gripas kavējumu bija daudz.' },
    ],
  },
  whatIf: {
    procedureId: 'national-2025',
    facts: [
      {
        type: 'referral.sent',
        occurredAt: '2026-11-12T08:30:00.000Z',
        data: {
          referralId: 'referral-1',
          receiverId: 'social-service-1',
          kindCode: 'handover',
          channelCode: 'paper',
          sentOn: '2026-11-12',
        },
      },
    ],
  },
  searchLearners: { name: 'anna ozolina', birthDate: '2014-05-06' },
  registerLearner: {
    firstName: 'Anna',
    lastName: 'Ozoliņa',
    birthDate: '2014-05-06',
    classId: 'class-1',
    residence: { stays: 'Smiltenes novads' },
    contacts: [contact],
  },
  changeContacts: { contacts: [contact] },
  moveClass: { schoolYear: '2027/2028', name: '6.b', teacherId: 'person-1', fromOn: '2027-09-01' },
};

const sayingByStatus: Readonly<Record<number, Saying>> = {
  400: {
    code: 'invalidRequest',
    errors: () => [
      {
        path: 'facts[0].data.sentOn',
        code: 'notADay',
        message: 'This is not a date in the form YYYY-MM-DD.',
      },
    ],
  },
  409: { code: 'dossierClosed', path: 'facts[0]' },
  414: sayingOfFault(faults.addressTooLong),
  422: {
    code: 'postponedTooFar',
    path: 'facts[0].data.newDueOn',
    facts: { latest: '2027-03-12' },
  },
};

/** A problem of this status, as it is answered to somebody who reads English. */
export function problemExample(status: number): Problem {
  const saying = sayingByStatus[status] ?? { code: firstCodeOf(status) };
  return problemOf(saying, 'en', '0199f8a6-2b1c-7c3a-9a51-3d8f7c1f2e10');
}

function firstCodeOf(status: number): ProblemCode {
  const codes = Object.keys(problemEntries) as readonly ProblemCode[];
  const code = codes.find((candidate) => problemEntries[candidate].status === status);
  if (code === undefined) throw new Error(`No problem has the status ${status}`);
  return code;
}
