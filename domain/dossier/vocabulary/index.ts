/** The closed vocabulary of facts (duties page, section 9), gathered from its sections. */
import { anyDossierVocabulary } from './any-dossier.ts';
import { referralVocabulary } from './referral.ts';

export const eventVocabulary = {
  ...anyDossierVocabulary,
  ...referralVocabulary,
} as const;
