/** Import of people, classes, learners and running cases (issue 4, section 1; rules of conduct 15): the types of the one door. */
import type { Duty } from '../../domain/duty/duty.ts';
import type { ImportKind } from '../../domain/import/columns.ts';
import type { ImportHint, ImportProblem } from '../../domain/import/problem.ts';
import type { FileDelimiter, FileEncoding, RowOutcome } from '../../domain/import/report.ts';
import type { CalendarDay } from '../../domain/time.ts';
import type { Actor, DutyStanding, Result, WriteMeta, Written } from '../application.ts';
import type { RunningCase } from './running-case.ts';

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

export type RunningToRecord = RunningCase & { readonly learnerId: string };

/** What the case would owe: enough to show before it is recorded. */
export type RunningDuty = Pick<DutyStanding, 'status' | 'explanation'> &
  Pick<Duty, 'kind' | 'title'> & { readonly dueDay: CalendarDay | null };

export type RunningPart = {
  /** What the case would owe, and what of it is taken over. Writes nothing. */
  previewRunning(
    actor: Actor,
    input: RunningToRecord,
  ): Promise<Result<{ readonly duties: readonly RunningDuty[] }>>;
  openRunning(actor: Actor, input: RunningToRecord, meta: WriteMeta): Promise<Result<Written>>;
};

/** `settle`: it was done before the product was there. */
export type TakeOver = {
  readonly duties: readonly { readonly dossierId: string; readonly dutyKey: string }[];
} & (
  | { readonly act: 'date'; readonly newDueOn: CalendarDay }
  | { readonly act: 'settle' }
  | { readonly act: 'drop' }
);

export type TakenOver = { readonly duties: number; readonly dossiers: number; readonly repeated: boolean };

export type TakeOverPart = {
  /** Duties that were taken over at go-live, of any of the actor's dossiers: all of them or none. */
  takeOver(actor: Actor, input: TakeOver, meta: WriteMeta): Promise<Result<TakenOver>>;
};
