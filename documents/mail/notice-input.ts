/** What a notice mail is made of. There is no field for a learner, a contact or a free note: none can get into a mail. */
import type { StepName, ToldAs } from '../../domain/duty/duty.ts';
import type { Bilingual } from '../../domain/procedure/duty-definition.ts';
import type { TermForce } from '../../domain/procedure/force.ts';
import type { CalendarDay } from '../../domain/time.ts';

export type MailLanguage = 'lv' | 'en';

export type NoticeMailInput = {
  readonly language: MailLanguage;
  /** A member of staff. */
  readonly recipient: { readonly displayName: string };
  /** Where the product is read, `https://terminsargs.pasvaldiba.lv`. */
  readonly publicUrl: string;
  readonly training: boolean;
  /** `digest`: the working day's morning summary. `danger`: at any hour. `notices`: mails by themselves, also several at once. */
  readonly kind: 'digest' | 'danger' | 'notices';
  readonly today: CalendarDay;
  /** In any order, at least one. */
  readonly items: readonly NoticeItem[];
};

/** One duty in one mail. Localised words come ready from the core, so that they are the same everywhere. */
export type NoticeItem = {
  /** `2026-0412`; null for a duty of the institution's school year, which belongs to no case. */
  readonly caseNumber: string | null;
  readonly dossierId: string;
  readonly dutyTitle: Bilingual;
  readonly step: StepName;
  /** Why this person is told. */
  readonly toldAs: ToldAs;
  /** Of a drafted complaint: the last day on which the owing side may answer or add its account; else null. */
  readonly answerUntil: CalendarDay | null;
  readonly danger: boolean;
  /** What must be said of a danger report (rules of conduct 2); null where there is nothing to report. */
  readonly reportState: 'notReported' | 'receiptUnconfirmed' | null;
  /** `answer`: what is owed is an answer to somebody (reply, acknowledgement, feedback). */
  readonly awaits: 'answer' | 'act';
  readonly termForce: TermForce | null;
  readonly dueDay: CalendarDay | null;
  /** “rīt”, “kavē 4 dienas (kopš 19. nov.)”; empty where the duty is not timed. */
  readonly dueWords: string;
  /** Calendar days, 0 where it is not late (`daysLate` of `domain/duty/status.ts`). */
  readonly daysLate: number;
  /** By the force of the term (rules of conduct 8); null where nothing may be said. */
  readonly latenessWord: string | null;
  /** Name of the institution, or of the role. */
  readonly owedBy: string;
  readonly owedTo: string;
  /** The explanation of the due day as a sentence. */
  readonly why: string;
};
