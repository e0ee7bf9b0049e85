/** The closed vocabulary of facts (duties page, section 9), gathered from its sections. */
import { absenceVocabulary } from './absence.ts';
import { anyDossierVocabulary } from './any-dossier.ts';
import { calendarDutiesVocabulary } from './calendar-duties.ts';
import { concernCaseVocabulary } from './concern-case.ts';
import { dangerVocabulary } from './danger.ts';
import { groupVocabulary } from './group.ts';
import { healthVocabulary } from './health.ts';
import { offenceVocabulary } from './offence.ts';
import { parentsVocabulary } from './parents.ts';
import { referralVocabulary } from './referral.ts';
import { socialServiceVocabulary } from './social-service.ts';

export const eventVocabulary = {
  ...anyDossierVocabulary,
  ...concernCaseVocabulary,
  ...absenceVocabulary,
  ...dangerVocabulary,
  ...offenceVocabulary,
  ...referralVocabulary,
  ...socialServiceVocabulary,
  ...groupVocabulary,
  ...healthVocabulary,
  ...parentsVocabulary,
  ...calendarDutiesVocabulary,
} as const;
