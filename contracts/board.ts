/** The overdue board: for unblocking, never a ranking, without persons (rules of conduct 10, 27). */
import { z } from 'zod';
import { hangingCauses } from '../domain/board/hanging.ts';
import { anyDossierVocabulary } from '../domain/dossier/vocabulary/any-dossier.ts';
import { ball } from './duty.ts';
import { answerList, bilingual, count, day, dutyRef, flag, id, instant } from './values.ts';

const institution = z
  .strictObject({ id, name: z.string() })
  .meta({ id: 'BoardInstitution', description: 'An institution by name.' });

const hanging = z
  .strictObject({
    dossierId: id,
    caseNumber: z.string(),
    dutyKey: dutyRef,
    title: bilingual,
    owedBy: institution,
    owedTo: answerList(institution).describe('The other institutions that wait.'),
    startedOn: day,
    dueOn: day,
    daysLate: count,
    latenessWord: bilingual,
    ball,
    cause: z
      .enum(hangingCauses)
      .describe('As far as facts say: whose turn it is, the reason last given, a mail nobody judged yet.'),
  })
  .meta({ id: 'HangingAnswer' });

const figures = z
  .strictObject({
    late: count,
    longest: count.describe('Days late of the one that is latest.'),
    owingDays: count.describe('Calendar days booked to the owing side, of all that are late together.'),
    waitingDays: count,
  })
  .meta({ id: 'BoardFigures' });

const table = z
  .strictObject({
    institutions: answerList(
      z.strictObject({
        institution,
        kinds: answerList(
          z.strictObject({
            kind: dutyRef,
            title: bilingual,
            figures: figures
              .nullable()
              .describe('Null: hidden, because it is small or would give a small one away.'),
          }),
        ),
      }),
    ).describe('By name.'),
    totals: answerList(z.strictObject({ kind: dutyRef, title: bilingual, late: count.nullable() })),
  })
  .meta({ id: 'BoardTable' });

const times = z
  .strictObject({
    medianOwingDays: z.number().min(0),
    medianWaitingDays: z.number().min(0),
    onTimePercent: z.int().min(0).max(100),
  })
  .nullable()
  .meta({
    id: 'AnswerTimes',
    description: 'Calendar days booked to each side; null where fewer than five are counted.',
  });

const share = z.int().min(0).max(100).nullable();

/** The board as the caller may see it. */
export const board = z
  .strictObject({
    asOf: instant,
    hanging: answerList(hanging).describe(
      'The ten answers hanging longest. Single duties: not part of a report that is handed on.',
    ),
    owes: table,
    waits: table,
    answers: answerList(
      z.strictObject({
        institution,
        acknowledgement: times,
        answer: times,
        onTime: answerList(share).describe(
          'Of the months of `trend`: the share of answers in time; null where fewer than five fell due.',
        ),
      }),
    ).describe('Of what fell due in the last twelve months, by name of the institution that answers.'),
    trend: answerList(z.strictObject({ month: z.string(), acknowledgement: share, answer: share })).describe(
      'Twelve months: the share in time of what fell due, in whole per cent.',
    ),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof board>;

const correction = z
  .strictObject({
    requestId: id,
    dossierId: id,
    caseNumber: z.string(),
    dutyKey: dutyRef.describe('Of the duty that it is about.'),
    title: bilingual,
    whatCode: z.enum(anyDossierVocabulary['correction.asked'].fields.whatCode.codes),
    words: z.string().nullable(),
    askedAt: instant,
    answeredBy: z.string().nullable().describe('The institution that is to answer.'),
    dueOn: day.nullable(),
    answer: z
      .strictObject({
        outcomeCode: z.enum(anyDossierVocabulary['correction.answered'].fields.outcomeCode.codes),
        words: z.string().nullable(),
        at: instant,
      })
      .nullable(),
    dutySettled: flag.describe('The duty that it is about is no longer open.'),
  })
  .meta({ id: 'Correction', description: 'A request to put something right about a duty.' });

/** What the institution of the caller asked to be put right. */
export const correctionList = z
  .strictObject({ items: answerList(correction).describe('Open ones first.') })
  .meta({ id: 'CorrectionList' });
export type CorrectionList = z.infer<typeof correctionList>;

export const boardExportQuery = z.strictObject({
  part: z.enum(['hanging', 'owes', 'waits', 'answers']),
  language: z.enum(['lv', 'en']),
  format: z.enum(['csv', 'xlsx']).exactOptional().describe('CSV where it is left out.'),
});
