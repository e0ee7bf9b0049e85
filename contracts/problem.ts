/** What the API answers when it does not do what was asked: RFC 9457, `application/problem+json`. */
import { z } from 'zod';
import { refusalCodes } from '../domain/dossier/refusal.ts';
import { fieldError } from './field-error.ts';

/** Refusals of the core, of the application, and of the API itself; one list, mapped once to HTTP. */
export const problemCodes = [
  ...refusalCodes,
  'notFound',
  'versionConflict',
  'notYourAct',
  'idempotencyKeyReused',
  'procedureUnknown',
  'institutionUnknown',
  'cursorUnknown',
  'notAdministrator',
  'calendarVersionConflict',
  'learnerUnknown',
  'learnerVersionConflict',
  'recordVersionConflict',
  'notYourSchool',
  'classUnknown',
  'classExists',
  'contactUnknown',
  'personUnknown',
  'notEnrolled',
  'dateInFuture',
  'possibleDuplicate',
  'notASchool',
  'periodInvalid',
  'substituteCircle',
  'substituteTwice',
  'openDutiesUnseen',
  'notAMember',
  'dutyRowUnknown',
  'dangerAlwaysOn',
  'termNotOpen',
  'setUpVersionConflict',
  'municipalityInUse',
  'importHasProblems',
  'startDateMissing',
  'caseAfterStart',
  'caseAlreadyOpen',
  'dayBeforeOpening',
  'dayNotForReview',
  'meetingPast',
  'thresholdNotReached',
  'otherLearnerNamed',
  'invalidRequest',
  'idempotencyKeyMissing',
  'signInNeeded',
  'signInRefused',
  'codeRefused',
  'passkeyRefused',
  'identityRefused',
  'identityProviderAway',
  'linkInvalid',
  'passwordTooWeak',
  'invitationNotPossible',
  'freshSignInNeeded',
  'secondFactorStays',
  'secondFactorNeeded',
  'secondFactorSetUpNeeded',
  'originRefused',
  'scopeMissing',
  'forbidden',
  'methodNotAllowed',
  'notAcceptable',
  'unsupportedMediaType',
  'tooLarge',
  'tooManyRequests',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problemMediaType = 'application/problem+json';

export const problem = z
  .strictObject({
    type: z.string().describe('Names the kind of problem; a relative address of its description.'),
    title: z.string().describe('The kind of problem in words, in the language of the answer.'),
    status: z.int().min(400).max(599),
    code: z.enum(problemCodes),
    detail: z.string().exactOptional().describe('What is special about this one.'),
    instance: z.string().exactOptional().describe('Id of the request, to be told when asking for help.'),
    path: z.string().exactOptional().describe('Place in the request that was refused.'),
    facts: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .exactOptional()
      .describe('Codes and days that the refusal names, such as the latest day allowed.'),
    errors: z.array(fieldError).exactOptional(),
  })
  .meta({ id: 'Problem', description: 'Why the request was not carried out (RFC 9457).' });
export type Problem = z.infer<typeof problem>;
