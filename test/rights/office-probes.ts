/** How each act in an institution, or for a municipality, is tried: by its routes. */

import {
  municipalityActs,
  municipalityOffices,
  type OfficeAct,
  rightsOfRole,
} from '../../domain/access/rights.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import { addMinutes, type Instant } from '../../domain/time.ts';
import type { Asked } from '../support/real-api.ts';

export type OfficeProbe = {
  readonly act: OfficeAct;
  /** As the API registers it. */
  readonly route: string;
  readonly asked: Asked;
  /** The status of an allowed one, which changes nothing; a denied one is 403. */
  readonly allowed: number;
};

/** May a role at an institution of this kind? By the table alone. */
export function allowedIn(act: OfficeAct, role: Role, kind: InstitutionKind): boolean {
  return municipalityActs.includes(act)
    ? role === 'administrator' && municipalityOffices.includes(kind)
    : rightsOfRole[role].includes(act);
}

const nobody = '00000000-0000-4000-8000-000000000000';
const nextYear = { schoolYear: '2027/2028', name: '6.b', fromOn: '2026-11-20' };

const running = { learnerId: nobody, managerId: nobody, level: '2', openedOn: '2026-09-14' };
const somebody = { displayName: 'Anna Ozoliņa', language: 'lv' };
const settings = {
  movedDaysOn: true,
  workingHours: { from: { hour: 8, minute: 0 }, until: { hour: 17, minute: 0 } },
  startDate: null,
  switchedOn: [],
  switchedOff: [],
  adoptedTerms: {},
  escalation: null,
  replyCeilingMonths: 4,
  schoolYears: [],
  secondFactor: 'whoMust',
};

/** `schoolId` is the school of a new case; `now` the product's moment. */
export function officeProbes(schoolId: string, now: Instant): readonly OfficeProbe[] {
  const ahead = { type: 'danger.seen', occurredAt: addMinutes(now, 60), data: {} } as const;
  const get = (act: OfficeAct, route: string, query = ''): OfficeProbe => ({
    act,
    route: `GET /api/v1${route}`,
    asked: {
      method: 'GET',
      path: `${route.replace(':procedureId', 'national-2025').replace(':kind', 'people')}${query}`,
    },
    allowed: 200,
  });
  const getNobody = (act: OfficeAct, route: string): OfficeProbe => ({
    act,
    route: `GET /api/v1${route}`,
    asked: { method: 'GET', path: route.replace(/:\w+/, nobody) },
    allowed: 404,
  });
  const post = (act: OfficeAct, route: string, body: object, allowed: number, headers = {}): OfficeProbe => ({
    act,
    route: `POST /api/v1${route}`,
    asked: { method: 'POST', path: route.replace(/:\w+/, nobody), body, headers },
    allowed,
  });
  return [
    get('seeDirectory', '/directory'),
    get('seeDirectory', '/colleagues'),
    get('seeCalendar', '/calendar', '?from=2026-11-20&until=2026-11-21'),
    get('seeCalendar', '/calendar/changes'),
    get('seeBoard', '/board'),
    get('seeBoard', '/board/corrections'),
    get('seeBoard', '/board/export', '?part=owes&language=lv'),
    get('seeBoard', '/board/export', '?part=owes&language=lv&format=xlsx'),
    get('oversee', '/oversight'),
    get('tryProcedure', '/procedures'),
    get('tryProcedure', '/procedures/:procedureId'),
    get('tryProcedure', '/vocabulary'),
    post(
      'tryProcedure',
      '/what-if',
      { procedureId: 'national-2025', facts: [{ ...ahead, occurredAt: now }] },
      200,
    ),
    post(
      'openDossier',
      '/dossiers',
      { kind: 'case', schoolId, procedureId: 'national-2025', facts: [ahead] },
      422,
    ),
    // A case that there is not.
    post(
      'takeEmergencyAccess',
      '/emergency-access',
      { caseNumber: '2026-999999', groundCode: 'other', reason: 'Bērns ir pazudis.' },
      404,
    ),
    post('searchLearners', '/learners/search', { name: 'Anna Ozoliņa', birthDate: '2014-05-06' }, 200),
    getNobody('searchLearners', '/learners/:learnerId'),
    getNobody('readLearnerLooks', '/learners/:learnerId/access-log'),
    getNobody('searchLearners', '/classes/:classId/learners'),
    get('searchLearners', '/classes/overview'),
    // Into a class that there is not.
    post('registerLearner', '/learners', { firstName: 'Anna', lastName: 'Ozoliņa', classId: nobody }, 422),
    post('registerLearner', '/learners/:learnerId/profile', { firstName: 'Anna', lastName: 'Ozoliņa' }, 404),
    post('registerLearner', '/learners/:learnerId/contacts', { contacts: [] }, 404),
    post('registerLearner', '/learners/:learnerId/siblings', { siblingIds: [] }, 404),
    post('registerLearner', '/learners/:learnerId/enrolment', { classId: nobody, on: '2026-11-20' }, 404),
    post('registerLearner', '/learners/:learnerId/departure', { on: '2026-11-20' }, 404),
    get('seeDirectory', '/classes', '?schoolYear=2026/2027'),
    // From a day to come.
    post('manageClasses', '/classes', { ...nextYear, fromOn: '2099-09-01' }, 422),
    post('manageClasses', '/classes/:classId/teacher', { teacherId: nobody, fromOn: '2026-11-20' }, 404),
    post('manageClasses', '/classes/:classId/next', { ...nextYear, teacherId: nobody }, 404),
    post('changeCalendar', '/calendar/preview', { changes: [] }, 200),
    // On a version that there is not.
    post('changeCalendar', '/calendar/changes', { changes: [], confirmedEarlier: [] }, 412, {
      'if-match': '"7"',
    }),
    get('seeDirectory', '/training/mails'),
    getNobody('managePeople', '/institutions/:institutionId/people'),
    getNobody('managePeople', '/institutions/:institutionId/leave'),
    getNobody('managePeople', '/people/:personId/duties'),
    post('managePeople', '/people', { ...somebody, role: { institutionId: nobody, role: 'teacher' } }, 422),
    post('managePeople', '/people/:personId', somebody, 404),
    post('managePeople', '/people/:personId/roles', { institutionId: nobody, role: 'teacher' }, 422),
    post('managePeople', '/people/:personId/off', { openDuties: 0 }, 404),
    post('managePeople', '/people/:personId/on', {}, 404),
    post('managePeople', '/roles/:roleId/end', {}, 404),
    post('managePeople', '/absences', { institutionId: nobody, personId: nobody }, 422),
    post('managePeople', '/absences/:lineId/end', {}, 404),
    post(
      'managePeople',
      '/substitutes',
      { institutionId: nobody, personId: nobody, substituteId: nobody },
      422,
    ),
    post('managePeople', '/substitutes/:lineId/end', {}, 404),
    // Of a type that only schools have.
    post('manageInstitutions', '/institutions', { kind: 'founder', name: 'x', schoolType: 'general' }, 422),
    get('manageInstitutions', '/institutions'),
    post('manageInstitutions', '/institutions/:institutionId', { name: 'x', active: true }, 404),
    get('changeSettings', '/set-up'),
    post('changeSettings', '/set-up/preview', settings, 200),
    post('changeSettings', '/set-up', settings, 412, { 'if-match': '"7"' }),
    post('changeSettings', '/set-up/training', { training: false }, 200),
    get('seeDirectory', '/imports/:kind/template'),
    // An empty file.
    post('importData', '/imports/preview', { kind: 'classes', file: '' }, 200),
    post('importData', '/imports', { kind: 'classes', file: '' }, 422),
    // Of a learner that there is not; at an office that is no school it is the school that does this.
    post('openDossier', '/dossiers/running/preview', running, 422),
    post('openDossier', '/dossiers/running', running, 422),
    get('manageAccounts', '/administration/people'),
    get('manageAccounts', '/administration/tokens'),
    post('manageAccounts', '/administration/invitations', { personId: nobody }, 404),
    post('manageAccounts', '/administration/people/:id/reset-second-factor', {}, 404),
    post(
      'manageAccounts',
      '/administration/tokens',
      { name: 'Žurnāls', scopes: ['dossiers:read'], days: 1 },
      201,
    ),
    {
      act: 'manageAccounts',
      route: 'DELETE /api/v1/administration/tokens/:id',
      asked: { method: 'DELETE', path: `/administration/tokens/${nobody}` },
      allowed: 404,
    },
    post('manageAccounts', '/training/mails/:id/link', {}, 404),
  ];
}
