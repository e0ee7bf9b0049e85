/** Code lists that several sections of the vocabulary share. */
import { institutionKinds } from '../../procedure/party.ts';
import { code } from '../event-field.ts';

/** How something reached the other side (rules of conduct 13). */
export const channel = code('product', 'eAddress', 'recordSystem', 'email', 'paper', 'phone', 'inPerson');

/** How somebody was told of danger; `call110` is the emergency call (duties page, section 3). */
export const dangerChannel = code('call110', ...channel.codes);

/** How parents were tried to be reached (K 4.2; forms page, “contact attempt”). */
export const contactChannel = code('eJournal', 'messenger', 'sms', 'phone', 'email', 'paper', 'inPerson');

/** What a risk or concern is about: the early signs of K table 1, kinds that rows of section 2 name, and `other`. */
export const risk = code(
  'emotionalWellbeing',
  'socialBehaviour',
  'motivation',
  'attendance',
  'anxiety',
  'safety',
  'learning',
  'lastingLearningDifficulty',
  'conflict',
  'bullying',
  'family',
  'addiction',
  'socialHelp',
  'violation',
  'other',
);

/** What somebody was told about: the reason of each duty to inform, and `other`. */
export const subject = code(
  'situation',
  'socialHelp',
  'noResult',
  'pmkAdvice',
  'consultation',
  'planChange',
  'absence',
  'rightsBreach',
  'incident',
  'nextSteps',
  'search',
  'limit',
  'danger',
  'offence',
  'bullying',
  'critical',
  'familyRefuses',
  'insufficientCare',
  'circumstances',
  'groupNotAgreed',
  'commissionDecision',
  'emergency',
  'rules',
  'other',
);

/** A kind of institution, where no single one is meant. */
export const institutionKind = code(...institutionKinds);

/** What a complaint is about (K 4.3 L1953). */
export const complaintGround = code('noInformation', 'dataBreach', 'noOutcome', 'other');

export const meetingKind = code('group', 'strategic', 'interprofessional', 'family');

/** Level of a case (duties page, section 1). */
export const level = code('1', '2', '3');
