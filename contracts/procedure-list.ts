/** The procedures that a case may follow, in short; one in full is a `procedureFile`. */
import { z } from 'zod';
import { answerList, bilingual } from './values.ts';

export const procedureRow = z
  .strictObject({
    id: z.string(),
    version: z.string().describe('Grows with every change; a case pins it.'),
    title: bilingual,
    runsOn: z.enum(['case', 'institutionYear', 'both']),
    sources: answerList(z.string()),
  })
  .meta({ id: 'ProcedureRow' });

export const procedureList = z
  .strictObject({ items: answerList(procedureRow) })
  .meta({ id: 'ProcedureList' });
export type ProcedureList = z.infer<typeof procedureList>;
