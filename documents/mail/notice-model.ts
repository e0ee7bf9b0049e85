/** What stands in the mail, in order, as plain strings; HTML and text say the same. */
import type { ToldAs } from '../../domain/duty/duty.ts';
import { type CalendarDay, compare } from '../../domain/time.ts';
import type { MailLanguage, NoticeItem, NoticeMailInput } from './notice-input.ts';
import { headline } from './notice-subject.ts';
import { caseWords, reasonFor, termNoun, WORDS } from './notice-words.ts';
import { capitalised, plainLine } from './plain-line.ts';

const MOST_ROWS = 10;

export type NoticeRow = {
  readonly caseWords: string;
  readonly title: string;
  readonly due: string;
  readonly lateness: { readonly words: string; readonly binding: boolean } | null;
  readonly dueToday: boolean;
  /** “Atbilde vēl nav saņemta”, “Pierakstīts, VĒL NAV ziņots”; null where nothing is to be said. */
  readonly state: string | null;
  readonly danger: boolean;
  readonly owedBy: string;
  readonly owedTo: string;
  readonly why: string;
  readonly url: string;
  readonly button: string;
};

export type NoticeModel = {
  readonly training: { readonly mark: string; readonly note: string } | null;
  readonly headline: string;
  readonly addressed: string;
  readonly danger: { readonly title: string | null; readonly text: string; readonly call: string } | null;
  readonly rows: readonly NoticeRow[];
  readonly more: { readonly words: string; readonly link: string; readonly url: string } | null;
  readonly whyMail: string;
  readonly reasons: readonly string[];
  readonly settings: { readonly words: string; readonly link: string; readonly url: string };
  readonly closing: readonly string[];
};

/** Throws a TypeError without items or with a `publicUrl` that is no web address: both are bugs. */
export function noticeModel(input: NoticeMailInput): NoticeModel {
  if (input.items.length === 0) throw new TypeError('a notice mail needs at least one item');
  const words = WORDS[input.language];
  const items = mostUrgentFirst(input.items);
  const base = webAddress(input.publicUrl);
  const hidden = items.length - MOST_ROWS;
  const danger = input.kind === 'danger' || items.some((item) => item.danger);
  return {
    training: input.training ? { mark: words.training, note: words.trainingNote } : null,
    headline: headline(input, items),
    addressed: `${input.recipient.displayName}, ${longDate(input)}`,
    danger: danger ? dangerBox(items, input) : null,
    rows: items.slice(0, MOST_ROWS).map((item) => rowOf(item, input, base)),
    more: hidden > 0 ? { words: words.and(hidden), link: words.allDuties, url: `${base}/` } : null,
    whyMail: `${words.whyMail}:`,
    reasons: reasonsOf(items, input),
    settings: { words: words.change, link: words.changeLink, url: `${base}/iestatijumi` },
    closing: [...(danger ? [words.dangerAlways] : []), words.noName, words.automatic],
  };
}

/** Danger, then the most days late, then the nearest due day; untimed last. */
function mostUrgentFirst(items: readonly NoticeItem[]): readonly NoticeItem[] {
  return [...items].sort(
    (a, b) =>
      Number(isDanger(b)) - Number(isDanger(a)) ||
      b.daysLate - a.daysLate ||
      byDueDay(a, b) ||
      (a.caseNumber ?? '').localeCompare(b.caseNumber ?? ''),
  );
}

function isDanger(item: NoticeItem): boolean {
  return item.danger || item.reportState !== null;
}

function byDueDay(a: NoticeItem, b: NoticeItem): number {
  if (a.dueDay === null || b.dueDay === null) return Number(a.dueDay === null) - Number(b.dueDay === null);
  return compare(a.dueDay, b.dueDay);
}

function dangerBox(items: readonly NoticeItem[], { language }: NoticeMailInput): NoticeModel['danger'] {
  const words = WORDS[language];
  const state = items.find((item) => item.reportState === 'notReported')?.reportState ?? null;
  return { title: state === null ? null : words[state], text: words.noReportByUs, call: words.call110 };
}

function rowOf(item: NoticeItem, { language, today }: NoticeMailInput, base: string): NoticeRow {
  const words = WORDS[language];
  return {
    caseWords: caseWords(item, language),
    title: item.dutyTitle[language],
    due: dueLine(item, language, today),
    lateness: item.latenessWord === null ? null : { words: item.latenessWord, binding: isBinding(item) },
    dueToday: item.dueDay === today,
    state: stateOf(item, language),
    danger: isDanger(item),
    owedBy: `${words.owedBy}: ${item.owedBy}`,
    owedTo: `${words.owedTo}: ${item.owedTo}`,
    why: item.why === '' ? '' : `${words.whyDue}: ${item.why}`,
    url: `${base}/lietas/${encodeURIComponent(plainLine(item.dossierId))}`,
    button: item.caseNumber === null ? words.openYear : words.openCase,
  };
}

/** “Termiņš: šodien”; a day that is over speaks for itself (“kavē 4 dienas”, “plānots līdz 20. nov.”). */
function dueLine(item: NoticeItem, language: MailLanguage, today: CalendarDay): string {
  if (item.dueWords === '') return WORDS[language].nothingDue;
  const over = item.latenessWord !== null || item.dueDay === null || item.dueDay < today;
  return over ? item.dueWords : `${capitalised(termNoun(item, language))}: ${item.dueWords}`;
}

function stateOf(item: NoticeItem, language: MailLanguage): string | null {
  const words = WORDS[language];
  const said = saidOf(item, language);
  if (item.reportState !== null) {
    return said === null ? words[item.reportState] : `${words[item.reportState]}. ${said}`;
  }
  if (said !== null) return said;
  if (item.step === 'settled') return words.done;
  if (item.daysLate === 0) return null;
  const fact = item.awaits === 'answer' ? words.answerMissing : words.notDone;
  return item.step === 'propose' ? `${fact}. ${words.proposal}` : fact;
}

/** What somebody did about the duty, and what this asks of the reader; null for steps of its term. */
function saidOf({ step, answerUntil }: NoticeItem, language: MailLanguage): string | null {
  const words = WORDS[language];
  if (step === 'accountAsked') return words.accountAsked(numericDay(answerUntil, language));
  if (
    step === 'replyReceived' ||
    step === 'answerAsked' ||
    step === 'windowOver' ||
    step === 'draftWithdrawn'
  ) {
    return words[step];
  }
  return null;
}

/** Dark red only where the term is law, required or agreed (design, principle 2); a passed recommendation is not. */
function isBinding(item: NoticeItem): boolean {
  return item.termForce !== 'recommended';
}

function reasonsOf(items: readonly NoticeItem[], { language, kind }: NoticeMailInput): readonly string[] {
  const told = new Set<ToldAs>(items.map((item) => item.toldAs));
  const reasons = [...told].map((as) => reasonFor(as, language));
  return kind === 'digest' ? [WORDS[language].digestNote, ...reasons] : reasons;
}

/** `08.01.2027.`, “08/01/2027”. */
function numericDay(day: CalendarDay | null, language: MailLanguage): string {
  if (day === null) return '–';
  const [year, month, date] = day.split('-');
  return language === 'lv' ? `${date}.${month}.${year}.` : `${date}/${month}/${year}`;
}

function longDate({ language, today }: NoticeMailInput): string {
  const format = new Intl.DateTimeFormat(language === 'lv' ? 'lv-LV' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${today}T00:00:00Z`));
}

function webAddress(publicUrl: string): string {
  if (!/^https?:\/\/[^\s"'<>]+$/.test(publicUrl)) throw new TypeError('publicUrl is not a web address');
  return publicUrl.replace(/\/+$/, '');
}
