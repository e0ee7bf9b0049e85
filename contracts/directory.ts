/** Institutions that a referral may go to (rules of conduct 17: receivers come from the directory). */
import { z } from 'zod';
import { institutionKind } from './parties.ts';
import { answerList, id } from './values.ts';

export const directoryAnswer = z
  .strictObject({
    institutions: answerList(z.strictObject({ id, kind: institutionKind, name: z.string() })),
  })
  .meta({ id: 'Directory' });
export type DirectoryAnswer = z.infer<typeof directoryAnswer>;
