/** The words of every type of facts, gathered by subject in the order in which a menu shows the subjects. */
import type { Bilingual } from '../../../domain/calendar/bilingual.ts';
import type { EventType } from '../../../domain/dossier/event.ts';
import { absenceVocabulary } from '../../../domain/dossier/vocabulary/absence.ts';
import { anyDossierVocabulary } from '../../../domain/dossier/vocabulary/any-dossier.ts';
import { calendarDutiesVocabulary } from '../../../domain/dossier/vocabulary/calendar-duties.ts';
import { concernCaseVocabulary } from '../../../domain/dossier/vocabulary/concern-case.ts';
import { dangerVocabulary } from '../../../domain/dossier/vocabulary/danger.ts';
import { groupVocabulary } from '../../../domain/dossier/vocabulary/group.ts';
import { healthVocabulary } from '../../../domain/dossier/vocabulary/health.ts';
import type { eventVocabulary } from '../../../domain/dossier/vocabulary/index.ts';
import { offenceVocabulary } from '../../../domain/dossier/vocabulary/offence.ts';
import { parentsVocabulary } from '../../../domain/dossier/vocabulary/parents.ts';
import { referralVocabulary } from '../../../domain/dossier/vocabulary/referral.ts';
import { socialServiceVocabulary } from '../../../domain/dossier/vocabulary/social-service.ts';
import { absenceWords } from './absence.ts';
import { anyDossierWords } from './any-dossier.ts';
import { both } from './both.ts';
import { calendarDutiesWords } from './calendar-duties.ts';
import { concernCaseWords } from './concern-case.ts';
import { dangerWords } from './danger.ts';
import type { WordsOf } from './fact-words.ts';
import { groupWords } from './group.ts';
import { healthWords } from './health.ts';
import { offenceWords } from './offence.ts';
import { parentsWords } from './parents.ts';
import { referralWords } from './referral.ts';
import { socialServiceWords } from './social-service.ts';

export const factWords: WordsOf<typeof eventVocabulary> = {
  ...concernCaseWords,
  ...parentsWords,
  ...absenceWords,
  ...dangerWords,
  ...referralWords,
  ...groupWords,
  ...socialServiceWords,
  ...offenceWords,
  ...healthWords,
  ...calendarDutiesWords,
  ...anyDossierWords,
};

export type FactGroup = {
  readonly id: string;
  readonly title: Bilingual;
  /** In the order of the vocabulary. */
  readonly types: readonly EventType[];
};

function group(id: string, title: Bilingual, part: Readonly<Partial<Record<EventType, unknown>>>): FactGroup {
  return { id, title, types: Object.keys(part) as readonly EventType[] };
}

/** Subjects with their types; a type stands in exactly one, as in the vocabulary. */
export const factGroups: readonly FactGroup[] = [
  group('concernCase', both('Bažas, gadījums un plāns', 'Concern, case and plan'), concernCaseVocabulary),
  group('parents', both('Saziņa ar vecākiem un iesniegumi', 'Parents and submissions'), parentsVocabulary),
  group('absence', both('Mācību kavējumi', 'Absence'), absenceVocabulary),
  group('danger', both('Apdraudējums un drošības incidenti', 'Danger and incidents'), dangerVocabulary),
  group(
    'referral',
    both('Nosūtīšana, atbildes un sūdzības', 'Referrals, replies and complaints'),
    referralVocabulary,
  ),
  group('group', both('Sadarbības grupa un sanāksmes', 'Cooperation group and meetings'), groupVocabulary),
  group(
    'socialService',
    both('Sociālais dienests un bāriņtiesa', 'Social service and orphan’s court'),
    socialServiceVocabulary,
  ),
  group(
    'offence',
    both('Prettiesiska rīcība un ņirgāšanās', 'Unlawful acts and bullying'),
    offenceVocabulary,
  ),
  group(
    'health',
    both('Veselība, skolas maiņa un eksternis', 'Health, change of school and externs'),
    healthVocabulary,
  ),
  group('calendarDuties', both('Mācību gada pienākumi', 'School-year duties'), calendarDutiesVocabulary),
  group('anyDossier', both('Lieta un tās pienākumi', 'The dossier and its duties'), anyDossierVocabulary),
];
