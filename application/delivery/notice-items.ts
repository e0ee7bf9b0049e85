/** What a mail says of each duty. Only kinds, days, institutions and roles: no learner can get in. */

import type { NoticeItem } from '../../documents/mail/notice-mail.ts';
import { dutyDueWords } from '../../documents/words/due.ts';
import { institutionOfSide, sideWords } from '../../documents/words/sides.ts';
import type { WorkingCalendar } from '../../domain/calendar/index.ts';
import type { Duty, Party, StepName, ToldAs } from '../../domain/duty/duty.ts';
import { explainEn, explainLv } from '../../domain/duty/explanation-sentence.ts';
import { daysLate } from '../../domain/duty/status.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { lateness } from '../duty-view.ts';

export type NoticeSubject = {
  readonly dossierId: string;
  readonly caseNumber: string | null;
  readonly duty: Duty;
  readonly step: StepName;
  readonly n: number;
  readonly toldAs: ToldAs;
};

export type ItemWriting = {
  readonly language: 'lv' | 'en';
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly institutionName: (institutionId: string) => string | null;
};

/** Duties whose fulfilment is an answer to somebody. */
const answers: ReadonlySet<string> = new Set([
  'reply',
  'feedback',
  'acknowledge-handover',
  'evaluate',
  'official-request',
  'board-assess',
  'referral-supplement',
  'parent-submission',
]);

/** One row of a mail. */
export function noticeItem(subject: NoticeSubject, writing: ItemWriting): NoticeItem {
  const { duty } = subject;
  const { language, now } = writing;
  return {
    caseNumber: subject.caseNumber,
    dossierId: subject.dossierId,
    dutyTitle: duty.title,
    step: subject.step,
    toldAs: subject.toldAs,
    answerUntil: answerUntil(subject),
    danger: duty.danger,
    reportState: duty.kind === 'danger-receipt' ? 'receiptUnconfirmed' : duty.danger ? 'notReported' : null,
    awaits: answers.has(duty.kind) ? 'answer' : 'act',
    termForce: duty.force.term,
    dueDay: duty.due?.day ?? null,
    dueWords: dutyDueWords(duty, now, writing.calendar, language),
    daysLate: daysLate(duty, now),
    latenessWord: daysLate(duty, now) > 0 ? (lateness(duty)?.[language] ?? null) : null,
    owedBy: partyName(duty.owedBy, writing),
    owedTo: duty.owedTo.map((party) => partyName(party, writing)).join(', '),
    why: language === 'lv' ? explainLv(duty.explanation) : explainEn(duty.explanation),
  };
}

/** Of a drafted complaint: the last day on which the owing side may answer or add its account (rules of conduct 14). */
function answerUntil({ duty, step, n }: NoticeSubject): CalendarDay | null {
  return duty.tellings?.find((telling) => telling.name === step && telling.n === n)?.until ?? null;
}

/** The institution by its name; a person by the role, as no mail names anybody. */
function partyName(party: Party, { language, institutionName }: ItemWriting): string {
  const words = sideWords(party)[language];
  const institutionId = institutionOfSide(party);
  const name = institutionId === null ? null : institutionName(institutionId);
  if (name === null) return words;
  return party.party === 'person' ? `${words}, ${name}` : name;
}
