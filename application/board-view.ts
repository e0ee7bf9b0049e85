/** The overdue board as it is shown: institutions by name, kinds by title, hidden numbers as null. */
import type { AnswerTimes } from '../domain/board/answer-times.ts';
import type { Figures } from '../domain/board/figures.ts';
import type { HangingCause } from '../domain/board/hanging.ts';
import type { DossierEventOf } from '../domain/dossier/event.ts';
import type { Ball } from '../domain/duty/duty.ts';
import type { Bilingual } from '../domain/procedure/duty-definition.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';

type Named = { readonly id: string; readonly name: string };
type Kind = { readonly kind: string; readonly title: Bilingual };

export type BoardTableView = {
  readonly institutions: readonly {
    readonly institution: Named;
    readonly kinds: readonly (Kind & { readonly figures: Figures | null })[];
  }[];
  readonly totals: readonly (Kind & { readonly late: number | null })[];
};

export type BoardView = {
  readonly asOf: Instant;
  readonly hanging: readonly {
    readonly dossierId: string;
    readonly caseNumber: string;
    readonly dutyKey: string;
    readonly title: Bilingual;
    readonly owedBy: Named;
    readonly owedTo: readonly Named[];
    readonly startedOn: CalendarDay;
    readonly dueOn: CalendarDay;
    readonly daysLate: number;
    readonly latenessWord: Bilingual;
    readonly ball: Ball;
    readonly cause: HangingCause;
  }[];
  readonly owes: BoardTableView;
  readonly waits: BoardTableView;
  readonly answers: readonly {
    readonly institution: Named;
    readonly acknowledgement: AnswerTimes | null;
    readonly answer: AnswerTimes | null;
    /** Of the months of `trend`: the share of answers in time, in whole per cent. */
    readonly onTime: readonly (number | null)[];
  }[];
  readonly trend: readonly {
    readonly month: string;
    readonly acknowledgement: number | null;
    readonly answer: number | null;
  }[];
};

/** A request for a correction, with its answer where there is one. `answeredBy`: the institution that is to answer. */
export type CorrectionView = {
  readonly requestId: string;
  readonly dossierId: string;
  readonly caseNumber: string;
  /** Of the duty that it is about. */
  readonly dutyKey: string;
  readonly title: Bilingual;
  readonly whatCode: DossierEventOf<'correction.asked'>['data']['whatCode'];
  readonly words: string | null;
  readonly askedAt: Instant;
  readonly answeredBy: string | null;
  readonly dueOn: CalendarDay | null;
  readonly answer: {
    readonly outcomeCode: DossierEventOf<'correction.answered'>['data']['outcomeCode'];
    readonly words: string | null;
    readonly at: Instant;
  } | null;
  /** The duty that it is about is no longer open. */
  readonly dutySettled: boolean;
};
