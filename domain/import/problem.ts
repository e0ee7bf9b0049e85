/** What can be wrong with a file or a row, as codes with a place. Words are given where they are shown. */
import { cellProblemCodes } from './cell.ts';

export const importProblemCodes = [
  ...cellProblemCodes,
  'fileEmpty',
  'fileUnreadable',
  'quoteOpen',
  'tooManyRows',
  'headingTwice',
  'headingMissing',
  'tooManyCells',
  'twiceInFile',
  'notASchool',
  'institutionUnknown',
  'institutionAmbiguous',
  'periodInvalid',
  'mailOfAnother',
  'notYourself',
  'personUnknown',
  'personAmbiguous',
  'classUnknown',
  'dayInFuture',
  'contactIncomplete',
  'learnerUnknown',
  'learnerAmbiguous',
  'startDateMissing',
  'afterStart',
  'beforeOpening',
  'reviewIncomplete',
  'referralIncomplete',
  'referralTwice',
  'meetingDayMissing',
  'meetingPast',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** `row` as in Excel, null for the file as a whole; `column` is a column's id, null for the whole row. */
export type ImportProblem = {
  readonly row: number | null;
  readonly column: string | null;
  readonly code: ImportProblemCode;
  readonly allowed?: { readonly lv: readonly string[]; readonly en: readonly string[] };
  /** A number or a day that the sentence names. */
  readonly limit?: string;
};

/** Nothing is wrong; something should be known before the file is taken in. */
export const importHintCodes = ['headingUnread', 'leftAsIs', 'mayBeKnown'] as const;
export type ImportHintCode = (typeof importHintCodes)[number];

/** `heading`: as it stands in the file, where no column of ours is meant. */
export type ImportHint = {
  readonly row: number;
  readonly column: string | null;
  readonly heading?: string;
  readonly code: ImportHintCode;
};
