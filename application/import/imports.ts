/** Import of people, classes, learners and running cases (issue 4, section 1; rules of conduct 15): the types of the one door. */
import type { ImportKind } from '../../domain/import/columns.ts';
import type { ImportHint, ImportProblem } from '../../domain/import/problem.ts';
import type { FileDelimiter, FileEncoding, RowOutcome } from '../../domain/import/report.ts';
import type { Actor, Result, WriteMeta } from '../application.ts';

export type FileToImport = { readonly kind: ImportKind; readonly file: Uint8Array };

/** What a file would make, row by row, and everything that is wrong with it. */
export type ImportReport = {
  readonly kind: ImportKind;
  readonly encoding: FileEncoding;
  readonly delimiter: FileDelimiter;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** `row` as in Excel: the headings are row 1. `subject`: whom or what the row is about, as it stands in the file. */
  readonly rows: readonly { readonly row: number; readonly outcome: RowOutcome; readonly subject: string }[];
  readonly problems: readonly ImportProblem[];
  readonly hints: readonly ImportHint[];
};

export type ImportDone = {
  readonly kind: ImportKind;
  readonly created: number;
  readonly extended: number;
  readonly known: number;
  readonly repeated: boolean;
};

export type ImportPart = {
  /** Writes nothing. */
  previewImport(actor: Actor, input: FileToImport): Promise<Result<ImportReport>>;
  /** All rows or none: refused with `importHasProblems` while there is any problem. */
  runImport(actor: Actor, input: FileToImport, meta: WriteMeta): Promise<Result<ImportDone>>;
};
