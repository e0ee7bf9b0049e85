/** Import from CSV on the wire: the file, what it would make, and what is wrong with it. */
import { z } from 'zod';
import { importKinds } from '../domain/import/columns.ts';
import { importHintCodes, importProblemCodes } from '../domain/import/problem.ts';
import { fileDelimiters, fileEncodings, rowOutcomes } from '../domain/import/report.ts';
import { answerList, count } from './values.ts';

/** Bytes of a file. */
const largestFile = 2 * 1024 * 1024;
/** The same in base64, with room for the rest of the body. */
const longestFile = Math.ceil(largestFile / 3) * 4;
export const importBodyLimit = longestFile + 1024;

export const importKind = z.enum(importKinds).meta({ id: 'ImportKind' });

export const fileToImport = z
  .strictObject({
    kind: importKind,
    file: z
      .string({ error: 'notText' })
      .max(longestFile, { error: 'tooLong' })
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'invalid' })
      .describe(
        'The bytes of the CSV file in base64, 2 MiB at most. UTF-8, UTF-16 or Windows-1257; `;`, `,` or tab: found by itself.',
      ),
  })
  .meta({ id: 'FileToImport' });

const row = z.int().min(1).describe('As in Excel: the headings are row 1.');
const place = {
  row: row.nullable().describe('As in Excel: the headings are row 1. Null for the file as a whole.'),
  column: z.string().nullable().describe('Id of the column; null for the whole row.'),
  heading: z.string().nullable().describe('The column’s heading, in the language of the answer.'),
};

const importProblem = z
  .strictObject({
    ...place,
    code: z.enum(importProblemCodes),
    text: z.string().describe('What is wrong and what would be right, in the language of the answer.'),
    allowed: z.array(z.string()).exactOptional().describe('What may stand there, where that is a list.'),
  })
  .meta({ id: 'ImportProblem' });

const importHint = z.strictObject({ ...place, code: z.enum(importHintCodes), text: z.string() }).meta({
  id: 'ImportHint',
  description: 'Nothing is wrong; something to know before the file is taken in.',
});

export const importReport = z
  .strictObject({
    kind: importKind,
    encoding: z.enum(fileEncodings),
    delimiter: z.enum(fileDelimiters),
    fits: z.boolean().describe('There is no problem: the file can be imported.'),
    counts: z.strictObject({ created: count, extended: count, known: count, problem: count }),
    rows: answerList(
      z.strictObject({
        row,
        outcome: z.enum(rowOutcomes),
        subject: z.string().describe('Whom or what the row is about, as it stands in the file.'),
      }),
    ),
    problems: answerList(importProblem),
    hints: answerList(importHint),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReport>;

export const importDone = z
  .strictObject({ kind: importKind, created: count, extended: count, known: count, repeated: z.boolean() })
  .meta({ id: 'ImportDone' });
