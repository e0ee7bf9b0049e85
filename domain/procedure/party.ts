/**
 * Who owes and who waits, as procedures name them. `domain/duty/parties.ts` turns an expression into a concrete
 * institution, role and, where facts name one, a person.
 */

export const institutionKinds = [
  'school',
  'socialService',
  'orphansCourt',
  'municipalPolice',
  'statePolice',
  'educationBoard',
  'cooperationGroup',
  'administrativeCommission',
  'probationService',
  'childProtectionCentre',
  'familySupportCentre',
  'municipality',
  'founder',
  'crisisTeam',
  'stateAgency',
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** Which rules of absence and enrolment hold at a school. */
export const schoolTypes = ['general', 'vocational', 'preschool'] as const;
export type SchoolType = (typeof schoolTypes)[number];

/** In which composition of a cooperation group a member sits. */
export const compositions = ['large', 'small', 'both'] as const;
export type Composition = (typeof compositions)[number];

export const roles = [
  'classTeacher',
  'supportStaff',
  'socialPedagogue',
  'teacher',
  'principal',
  'administration',
  'authorisedPerson',
  'onCall',
  'caseManager',
  'previousCaseManager',
  'staff',
  'head',
  'socialWorker',
  'familyAssistant',
  'secretary',
  'specialist',
  'dataProtectionOfficer',
  'administrator',
  /** Another system, by a token. */
  'service',
  /** Whom others turn to about support, about absences, and about juvenile cases: told of nothing by it. */
  'supportCoordinator',
  'attendanceContact',
  'juvenileContact',
] as const;
/** A function that a person has in an institution, or towards a case (the case managers). */
export type Role = (typeof roles)[number];

/** Registers and offices outside the product that something is entered into or sent to. */
export const outsideParties = [
  'VIIS',
  'NPAIS',
  'IKVD',
  'PMLP',
  'council',
  'public',
  'budget',
  'ministry',
  'file',
  'breachRecord',
  'specialists',
] as const;
export type OutsideParty = (typeof outsideParties)[number];

/**
 * An institution, named from the case's point of view:
 * a kind = the one of that kind in the responsible municipality (for `school`: the learner's school);
 * `actor` = the institution that recorded the starting fact;
 * `referralSender`, `referralReceiver` = the sides of the referral that the starting fact names;
 * `{ field }` = the institution whose id stands in that field of the starting fact.
 */
export type InstitutionExpression =
  | InstitutionKind
  | 'actor'
  | 'referralSender'
  | 'referralReceiver'
  | { readonly field: string };

/**
 * Who owes, or to whom:
 * a role in an institution (the learner's school where none is named; the case managers come from the facts);
 * an institution as a whole;
 * the person who recorded the starting fact;
 * the family, which the product never writes to (rules of conduct 19);
 * a register or office outside.
 */
export type PartyExpression =
  | { readonly party: 'role'; readonly role: Role; readonly at?: InstitutionExpression }
  | { readonly party: 'institution'; readonly at: InstitutionExpression }
  | { readonly party: 'actor' }
  | { readonly party: 'family'; readonly who: 'learner' | 'parents' | 'both' }
  | { readonly party: 'outside'; readonly name: OutsideParty };

export function role(name: Role, at?: InstitutionExpression): PartyExpression {
  return at === undefined ? { party: 'role', role: name } : { party: 'role', role: name, at };
}

export function institution(at: InstitutionExpression): PartyExpression {
  return { party: 'institution', at };
}

export function family(who: 'learner' | 'parents' | 'both'): PartyExpression {
  return { party: 'family', who };
}

export function outside(name: OutsideParty): PartyExpression {
  return { party: 'outside', name };
}

/** The person who recorded the starting fact. */
export const recorder: PartyExpression = { party: 'actor' };
