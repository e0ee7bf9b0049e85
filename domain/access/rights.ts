/**
 * What each relation to a dossier allows, and what each role allows in its institution. This is the whole of it:
 * `may.ts` reads it, `docs/tiesibas.md` shows it to a lawyer, and the matrix test walks it cell by cell.
 */
import type { InstitutionKind, Role } from '../procedure/party.ts';
import type { Relation } from './relation.ts';

/** Acts upon one dossier. */
export const dossierActs = [
  /** Who owes what to whom by when: the dossier's line in lists, its duties. */
  'seeDuties',
  /** Kinds, days and outcomes of what happened; no names, no words. */
  'seePreview',
  /** The learner and the words of what happened. An evaluation's words stay with those who made it. */
  'readCase',
  'recordDanger',
  /** Talks, contacts, absences, incidents and whatever else happened. */
  'recordWork',
  /** Sending a referral or a complaint, withdrawing it, giving what was missing. */
  'refer',
  /** Accepting, declining, asking for what is missing, answering: for the institution that was asked. */
  'answerReferral',
  /** Plan, review, level, closing and reopening, exclusion. */
  'manageCase',
  'assignManager',
  /** Recording what settles or postpones a duty that one owes. */
  'settleDuty',
  /** Giving the words of one's own institution's evaluation to another one. */
  'releaseEvaluation',
  'readAccessLog',
  'printExtract',
  'reviewEmergency',
  /** Saying that a duty is not as it is recorded; takes no look into the case. */
  'askCorrection',
] as const;
export type DossierAct = (typeof dossierActs)[number];

/** Acts that concern no dossier yet, or a whole institution or municipality. */
export const officeActs = [
  'openDossier',
  /** Looking into one dossier of the municipality without a ground, for a reason that is reviewed afterwards. */
  'takeEmergencyAccess',
  'searchLearners',
  'registerLearner',
  /** Who looked at a learner's record; whoever reads the log of a case about the learner may as well. */
  'readLearnerLooks',
  'seeDirectory',
  'seeCalendar',
  'tryProcedure',
  /** Where answers hang: numbers and duties, as far as the duties are seen. */
  'seeBoard',
  /** Accesses in an emergency and excluded persons, of the cases whose log of looks one may read. */
  'oversee',
  'managePeople',
  /** Invitations, lost second factors, tokens of other systems. */
  'manageAccounts',
  'manageClasses',
  /** From a file; beyond this, each kind needs the right to do the same by hand. */
  'importData',
  'changeCalendar',
  'changeSettings',
  'manageInstitutions',
] as const;
export type OfficeAct = (typeof officeActs)[number];

const working = [
  'seeDuties',
  'seePreview',
  'readCase',
  'recordDanger',
  'recordWork',
  'refer',
  'settleDuty',
  'askCorrection',
] as const;
const leading = [...working, 'manageCase', 'assignManager', 'readAccessLog', 'printExtract'] as const;
const asked = [
  'seeDuties',
  'seePreview',
  'recordDanger',
  'answerReferral',
  'settleDuty',
  'askCorrection',
] as const;

/** Deny by default: an act that is not named here is not allowed by the relation. */
export const rightsOfRelation: Readonly<Record<Relation, readonly DossierAct[]>> = {
  manager: leading,
  managersHead: leading,
  partner: working,
  colleague: working,
  acceptedReceiver: [...working, 'answerReferral', 'releaseEvaluation'],
  opener: working,
  recorder: ['seeDuties', 'seePreview', 'recordDanger', 'settleDuty'],
  receiver: asked,
  // The group appoints the manager of the municipal level from its members (K 4.2 L1084).
  groupMember: [...working, 'assignManager'],
  invited: ['seeDuties', 'seePreview', 'recordDanger', 'settleDuty'],
  dutyParty: ['seeDuties', 'recordDanger', 'settleDuty', 'askCorrection'],
  administrator: ['seeDuties', 'recordDanger', 'askCorrection'],
  dataProtection: ['seeDuties', 'recordDanger', 'readAccessLog', 'reviewEmergency', 'askCorrection'],
  emergency: ['seeDuties', 'seePreview', 'readCase', 'recordDanger'],
  excluded: [],
};

const everybody: readonly OfficeAct[] = ['seeDirectory', 'seeCalendar', 'tryProcedure'];
const caseworker: readonly OfficeAct[] = [
  ...everybody,
  'openDossier',
  'takeEmergencyAccess',
  'searchLearners',
  'registerLearner',
];

/** What a role allows in the institution in which it is held. */
export const rightsOfRole: Readonly<Record<Role, readonly OfficeAct[]>> = {
  classTeacher: caseworker,
  teacher: [...everybody, 'openDossier'],
  supportStaff: caseworker,
  socialPedagogue: caseworker,
  principal: [
    ...caseworker,
    'seeBoard',
    'readLearnerLooks',
    'oversee',
    'managePeople',
    'manageClasses',
    'importData',
  ],
  administration: [...caseworker, 'manageClasses', 'importData'],
  head: [
    ...caseworker,
    'seeBoard',
    'readLearnerLooks',
    'oversee',
    'managePeople',
    'manageClasses',
    'importData',
  ],
  authorisedPerson: caseworker,
  onCall: [...everybody, 'takeEmergencyAccess'],
  caseManager: everybody,
  previousCaseManager: everybody,
  staff: caseworker,
  socialWorker: caseworker,
  familyAssistant: caseworker,
  specialist: caseworker,
  secretary: everybody,
  service: everybody,
  dataProtectionOfficer: [...everybody, 'readLearnerLooks', 'oversee'],
  administrator: [...everybody, 'seeBoard', 'managePeople', 'manageAccounts', 'manageClasses', 'importData'],
  supportCoordinator: everybody,
  attendanceContact: everybody,
  juvenileContact: everybody,
};

/** Acts for a whole municipality: its administrators', who sit in its office or its education board. */
export const municipalityActs: readonly OfficeAct[] = [
  'changeCalendar',
  'changeSettings',
  'manageInstitutions',
];
export const municipalityOffices: readonly InstitutionKind[] = ['municipality', 'educationBoard'];
