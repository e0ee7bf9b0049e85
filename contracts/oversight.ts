/** Accesses taken in an emergency and excluded persons, for those who oversee cases (rules of conduct 3). */
import { z } from 'zod';
import { anyDossierVocabulary } from '../domain/dossier/vocabulary/any-dossier.ts';
import { answerList, flag, id, instant } from './values.ts';

const aboutCase = { dossierId: id, caseNumber: z.string() };

const emergency = z
  .strictObject({
    ...aboutCase,
    accessId: id,
    byName: z.string(),
    institutionName: z.string(),
    groundCode: z.string(),
    reason: z.string().nullable().describe('In the words of whoever took it, for the review.'),
    at: instant,
    untilAt: instant,
    review: z
      .strictObject({
        outcomeCode: z.enum(anyDossierVocabulary['access.reviewed'].fields.outcomeCode.codes),
        byName: z.string(),
        at: instant,
      })
      .nullable(),
    mayReview: flag.describe('It waits for a review, and the caller may give it.'),
  })
  .meta({ id: 'EmergencyTaken', description: 'An access to a case that was taken in an emergency.' });

const exclusion = z
  .strictObject({
    ...aboutCase,
    personName: z.string(),
    groundCode: z.string().nullable().describe('Null where the person was named with the first record.'),
    since: instant,
    declaredByName: z.string(),
    bySelf: flag,
  })
  .meta({ id: 'Exclusion', description: 'A person who must not know of a case.' });

export const oversight = z
  .strictObject({
    emergencies: answerList(emergency).describe('Latest first.'),
    exclusions: answerList(exclusion).describe('Those that hold now, latest first.'),
  })
  .meta({ id: 'Oversight' });
export type Oversight = z.infer<typeof oversight>;
