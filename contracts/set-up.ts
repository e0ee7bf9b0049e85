/** The set-up page of a municipality (issue 4, section 4; rules of conduct 7, 9, 15, 28). */
import { z } from 'zod';
import type { SchoolYear } from '../domain/calendar/index.ts';
import { force } from './duty.ts';
import { exactly } from './exactly.ts';
import { dueRule } from './procedure-file.ts';
import { workingHours } from './staff.ts';
import { answerList, bilingual, count, day, dutyRef, flag, id, instant, line } from './values.ts';

/** A list of a request that an answer holds as well: read-only for those who fill it. */
function givenBack<T>(schema: z.ZodType<T[], T[]>) {
  return schema as unknown as z.ZodType<readonly T[], readonly T[]>;
}

const rows = givenBack(z.array(dutyRef, { error: 'notAList' }).max(500, { error: 'tooMany' }));
const workingDays = z.int().min(1).max(60);

const adoptedTerm = z
  .strictObject({
    documentNo: line.describe('The municipality’s document that adopts the term.'),
    from: day.describe('Duties that start on this day or later.'),
    due: z
      .strictObject({
        kind: z.literal('term'),
        amount: z.int().min(1).max(400),
        unit: z.enum(['hour', 'workingDay', 'day', 'week', 'month']),
        landing: z.enum(['next', 'previous', 'asIs']),
        ceiling: z.boolean().exactOptional(),
      })
      .exactOptional()
      .describe('Another length than the default one.'),
  })
  .meta({ id: 'AdoptedTerm' });

const schoolYear = exactly<SchoolYear>()(
  z
    .strictObject({
      starts: day,
      ends: day,
      breaks: z
        .array(z.strictObject({ name: z.strictObject({ lv: line, en: line }), from: day, until: day }))
        .max(20, { error: 'tooMany' }),
    })
    .meta({ id: 'SchoolYearTable' }),
);

const content = {
  movedDaysOn: flag.describe('Whether the moved working days of the cabinet’s orders hold.'),
  workingHours,
  startDate: day.nullable().describe('Duties from facts before it were taken over (rules of conduct 15).'),
  switchedOn: rows.describe('Offered rows that are on.'),
  switchedOff: rows.describe('Rows of the starter set that are off.'),
  adoptedTerms: z
    .record(dutyRef, adoptedTerm)
    .describe('Default terms that the municipality adopted; they become “agreed” (rules of conduct 7).'),
  escalation: z
    .strictObject({
      head: workingDays.exactOptional(),
      waitingSide: workingDays.exactOptional(),
      propose: workingDays.exactOptional(),
    })
    .nullable()
    .describe('Working days after the due moment. What is not given, or null, is as the procedure says.'),
  replyCeilingMonths: z.int().min(1).max(12).describe('Rules of conduct 9.'),
  schoolYears: givenBack(z.array(schoolYear, { error: 'notAList' }).max(20, { error: 'tooMany' })),
  secondFactor: z
    .enum(['whoMust', 'everybody'])
    .describe(
      'Who needs a second factor. `whoMust`: administrators, data-protection officers and whoever reads other institutions’ records; nothing less can be set. Holds from everybody’s next request.',
    ),
};

export const setUpDraft = z.strictObject(content).meta({ id: 'SetUpDraft' });

const version = count.describe('Grows with every version saved; to be sent as If-Match when saving.');
const dossiersBehind = count.describe('Dossiers that still follow in the background.');

export const setUpAnswer = z
  .strictObject({
    ...content,
    adoptedTerms: z.record(
      z.string(),
      z.strictObject({ documentNo: z.string(), from: day, due: dueRule.exactOptional() }),
    ),
    version,
    training: z.boolean(),
    duties: answerList(
      z
        .strictObject({
          procedureId: z.string(),
          id: z.string(),
          title: bilingual,
          force,
          starterSet: z.boolean(),
          on: z.boolean(),
          fixed: z.boolean().describe('About danger: never switched off.'),
          adoptable: z.boolean().describe('Its term is a default and may be adopted.'),
          sources: answerList(z.string()),
        })
        .meta({ id: 'OfferedDuty' }),
    ).describe('Acts of law first, then `must`.'),
    ladders: answerList(
      z
        .strictObject({
          procedureId: z.string(),
          title: bilingual,
          head: workingDays.exactOptional(),
          waitingSide: workingDays.exactOptional(),
          propose: workingDays.exactOptional(),
          sources: answerList(z.string()),
        })
        .meta({ id: 'ProcedureLadder' }),
    ).describe('Escalation times of the procedures themselves, in working days after the due moment.'),
    dossiersBehind,
  })
  .meta({ id: 'SetUp' });

export const setUpPreview = z
  .strictObject({
    version,
    total: count,
    withoutSecondFactor: count.describe(
      'People with an account who have no second factor: with `everybody` they set one up at their next request.',
    ),
    changes: answerList(
      z
        .strictObject({
          dossierId: id,
          caseNumber: z.string(),
          dutyKey: dutyRef,
          kind: z.string(),
          title: bilingual,
          change: z.enum(['starts', 'ends', 'moves', 'binds']),
          from: day.nullable(),
          to: day.nullable(),
          stays: z.boolean().describe('A term of law that would become earlier: it stays on the day it has.'),
        })
        .meta({ id: 'SetUpChange' }),
    ).describe('The first thousand.'),
  })
  .meta({ id: 'SetUpPreview' });

export const setUpSaved = z
  .strictObject({ version, dossiersBehind, repeated: z.boolean() })
  .meta({ id: 'SetUpSaved' });

export const trainingMail = z
  .strictObject({
    id,
    institutionId: id.nullable().describe('Null for a mail of sign-in that no institution ordered.'),
    kind: z
      .enum(['danger', 'notices', 'digest', 'invitation', 'reset', 'account'])
      .describe('`invitation` and `reset` have a link, which is opened by an operation of its own.'),
    at: instant,
    subject: z.string(),
    text: z.string(),
  })
  .meta({ id: 'TrainingMail' });

export const openedTrainingLink = z
  .strictObject({
    subject: z.string(),
    text: z.string(),
    link: z.string().describe('Works once.'),
    expiresAt: instant,
  })
  .meta({ id: 'OpenedTrainingLink' });

export const trainingToSet = z.strictObject({ training: flag }).meta({ id: 'TrainingToSet' });
export const trainingSet = z
  .strictObject({ training: z.boolean(), repeated: z.boolean() })
  .meta({ id: 'TrainingSet' });
