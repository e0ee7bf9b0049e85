/** “What if this were recorded?”: facts in, duties with their reasons and steps out; nothing is stored. */
import { z } from 'zod';
import { breakFields, dutyView, stepName } from './duty.ts';
import { factToRecord } from './event.ts';
import { openWork } from './learner.ts';
import { answerList, bilingual, count, day, id, instant, label } from './values.ts';

export const whatIf = z
  .strictObject({
    procedureId: label,
    facts: z.array(factToRecord).min(1, { error: 'emptyList' }).max(200, { error: 'tooMany' }),
    at: instant.exactOptional().describe('The moment from which status and steps are told; now if left out.'),
    dossierId: id.exactOptional().describe('Its facts come before the given ones.'),
    learnerId: id
      .exactOptional()
      .describe('About whom a dossier is to be opened: the answer tells who works with them already.'),
  })
  .meta({ id: 'WhatIf' });

export const whatIfAnswer = z
  .strictObject({
    duties: answerList(dutyView),
    told: answerList(
      z
        .strictObject({
          at: instant,
          step: stepName,
          title: bilingual.describe('Of the duty.'),
          institutionName: z.string(),
          role: bilingual,
        })
        .meta({ id: 'ToldNext' }),
    ).describe('Who will be mailed because of the facts, by institution and role.'),
    plannedInBreak: answerList(
      z.strictObject({ index: count.describe('Of the fact.'), field: z.string(), day, ...breakFields }),
    ).describe('Meetings, reviews and new due days that would lie in a school break.'),
    openWork: openWork.nullable().describe('Null where no learner was named.'),
  })
  .meta({ id: 'WhatIfAnswer' });
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;
