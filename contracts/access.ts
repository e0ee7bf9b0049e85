/** Who looks at cases, and looking without a ground in an emergency, on the wire. */
import { z } from 'zod';
import { id, instant, text } from './values.ts';

/** The body of taking access in an emergency. */
export const emergencyAccess = z
  .strictObject({
    caseNumber: z
      .string({ error: 'notACaseNumber' })
      .regex(/^\d{4}-\d{4,9}$/, { error: 'notACaseNumber' })
      .describe('The number that people call the case by, `2026-0412`.'),
    groundCode: z
      .enum(['lifeInDanger', 'childMissing', 'childFound', 'other'])
      .describe(
        'Why now: life or health is in danger, a child is missing, a child was found, something else.',
      ),
    reason: text.describe('In words, for the review. Stored encrypted.'),
  })
  .meta({ id: 'EmergencyAccess' });
export type EmergencyAccess = z.infer<typeof emergencyAccess>;

/** One look at a case. */
export const look = z
  .strictObject({
    id,
    at: instant,
    personId: id,
    personName: z.string(),
    institutionId: id,
    institutionName: z.string(),
    act: z.string().describe('What was done, as a code.'),
    purpose: z.string().describe('What for, as a code.'),
  })
  .meta({ id: 'Look' });
export type Look = z.infer<typeof look>;
