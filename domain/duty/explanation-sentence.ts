/** An explanation as one plain sentence, in Latvian or English. */
import type { Bilingual, Lang, NonWorkingReason, NonWorkingRun } from '../calendar/index.ts';
import type { CalendarDay } from '../time.ts';
import type { Basis, Explanation, Ground, Postponement, Shift } from './explanation.ts';
import { countWords, joinWords, momentInWords, runInWords, shortDate } from './explanation-grammar.ts';
import { forceWord } from './explanation-words.ts';

/** Names for the codes and ids that an explanation holds; what is not named is shown as it stands, a person not at all. */
export type ExplanationNames = {
  readonly reason?: (code: string) => string;
  readonly person?: (id: string) => string | null;
};

/** What a sentence is written for: the language, and the day whose year goes without saying. */
type Writing = { readonly lang: Lang; readonly from: CalendarDay; readonly names: ExplanationNames };

type RunKind = NonWorkingReason['kind'];

const ONE_DAY: Readonly<Record<Exclude<RunKind, 'weekend'>, Bilingual>> = {
  holiday: { lv: 'ir svētku diena', en: 'is a public holiday' },
  movedFree: { lv: 'ir pārceltā brīvdiena', en: 'is a day off moved by order' },
};
const MANY_DAYS: Readonly<Record<Exclude<RunKind, 'weekend'>, Bilingual>> = {
  holiday: { lv: 'ir svētku dienas', en: 'are public holidays' },
  movedFree: { lv: 'ir pārceltās brīvdienas', en: 'are days off moved by order' },
};

/** “5 darbdienas no 12.11.; 18.11. ir svētku diena → 20.11. (K 4.2, ieteikums)”. */
export function explainLv(explanation: Explanation, names: ExplanationNames = {}): string {
  return explain(explanation, 'lv', names);
}

/** “5 working days from 12 Nov; 18 Nov is a public holiday → 20 Nov (K 4.2, recommendation)”. */
export function explainEn(explanation: Explanation, names: ExplanationNames = {}): string {
  return explain(explanation, 'en', names);
}

function explain(explanation: Explanation, lang: Lang, names: ExplanationNames): string {
  const { from, basis, postponements, ground, kept } = explanation;
  const writing = { lang, from, names };
  const links = postponements.map((link) => postponementWords(link, writing));
  const origin = links.length === 0 || basis.due === null ? '' : lang === 'lv' ? 'sākotnēji ' : 'originally ';
  const stayed = kept === undefined ? [] : [keptWords(kept, writing)];
  const sentence = [`${origin}${basisWords(basis, writing)}`, ...stayed, ...links].join('; ');
  const grounds = ground === null ? '' : groundWords(ground, lang);
  return grounds === '' ? sentence : `${sentence} (${grounds})`;
}

function basisWords(basis: Basis, writing: Writing): string {
  const { lang, from } = writing;
  const lv = lang === 'lv';
  switch (basis.kind) {
    case 'term': {
      const head = `${countWords(basis.amount, basis.unit, lang)} ${lv ? 'no' : 'from'} ${dateWords(from, writing)}`;
      return arrow([head, ...daysWords(basis, writing), ...termWords(basis, writing)], basis.due, writing);
    }
    case 'hours': {
      const since = momentInWords(basis.since, from, lang, false);
      const until = momentInWords(basis.until, from, lang, true);
      return `${countWords(basis.amount, 'hour', lang)} ${lv ? 'no' : 'from'} ${since} → ${until}`;
    }
    case 'sameDay':
      return `${lv ? 'tajā pašā dienā, līdz' : 'on the same day, by'} ${untilMidnight(basis.due, writing)}`;
    case 'immediate':
      return `${lv ? 'nekavējoties, vēlākais' : 'at once, at the latest'} ${untilMidnight(basis.due, writing)}`;
    case 'agreed': {
      const head = `${lv ? 'norādītā diena' : 'the day named'} ${dateWords(basis.day, writing)}`;
      const notes = [...shiftWords(basis.shift, writing), ...raisedWords(basis.raised, writing)];
      return basis.due === basis.day
        ? [head, ...notes].join('; ')
        : arrow([head, ...notes], basis.due, writing);
    }
    case 'otherwise':
      return `${lv ? 'diena nav norādīta' : 'no day was named'}; ${basisWords(basis.instead, writing)}`;
    case 'before': {
      const count = countWords(basis.amount, basis.unit, lang);
      const head = `${count} ${lv ? 'pirms' : 'before'} ${dateWords(basis.day, writing)}`;
      const notes = [...daysWords(basis, writing), ...raisedWords(basis.raised, writing)];
      return arrow([head, ...notes], basis.due, writing);
    }
    case 'fixedDate':
      return `${lv ? 'noteikts datums' : 'fixed date'} → ${dateWords(basis.due, writing)}`;
    case 'endOfPeriod':
      return arrow(
        [lv ? 'perioda beigas' : 'end of the period', ...raisedWords(basis.raised, writing)],
        basis.due,
        writing,
      );
    case 'earliestOf':
      return earliestWords(basis, writing);
    case 'notTimed':
      if (basis.field === null) return lv ? 'termiņa nav' : 'no deadline';
      return lv ? 'termiņa nav, kamēr nav norādīta diena' : 'no deadline until a day is named';
  }
}

/** Other rules are named only where they gave another day. */
function earliestWords(basis: Extract<Basis, { kind: 'earliestOf' }>, writing: Writing): string {
  const chosen = basisWords(basis.chosen, writing);
  const days = basis.others.filter((day) => day !== basis.due).map((day) => dateWords(day, writing));
  if (days.length === 0) return chosen;
  return `${chosen}, ${writing.lang === 'lv' ? 'agrāk nekā' : 'earlier than'} ${joinWords(days, writing.lang)}`;
}

function termWords(basis: Extract<Basis, { kind: 'term' }>, writing: Writing): readonly string[] {
  const ceiling =
    basis.ceiling === null
      ? []
      : [
          `${dayReason(basis.due, basis.ceiling, writing)}, ${
            writing.lang === 'lv' ? 'bet termiņš uz vēlāku dienu nepāriet' : 'but the term never moves later'
          }`,
        ];
  return [...shiftWords(basis.shift, writing), ...ceiling, ...raisedWords(basis.raised, writing)];
}

/** Holidays and moved days on the way; weekends go without saying. */
function daysWords(
  days: { readonly skipped: readonly NonWorkingRun[]; readonly worked: readonly CalendarDay[] },
  writing: Writing,
): readonly string[] {
  const { lang, from } = writing;
  const words = (['holiday', 'movedFree'] as const).flatMap((kind) => {
    const runs = days.skipped.filter((run) => run.kind === kind);
    const [first] = runs;
    if (first === undefined) return [];
    const isOne = runs.length === 1 && first.from === first.until;
    const list = joinWords(
      runs.map((run) => runInWords(run, from, lang)),
      lang,
    );
    return [`${list} ${(isOne ? ONE_DAY : MANY_DAYS)[kind][lang]}`];
  });
  if (days.worked.length === 0) return words;
  const list = joinWords(
    days.worked.map((day) => dateWords(day, writing)),
    lang,
  );
  const one = days.worked.length === 1;
  if (lang === 'lv')
    return [...words, `${list} ${one ? 'ir pārceltā darbdiena' : 'ir pārceltās darbdienas'}`];
  return [...words, `${list} ${one ? 'is a working day' : 'are working days'} moved by order`];
}

function shiftWords(shift: Shift | null, writing: Writing): readonly string[] {
  if (shift === null) return [];
  const reason = dayReason(shift.last, shift.reason, writing);
  if (shift.landing === 'next') return [reason];
  return [
    writing.lang === 'lv' ? `${reason}, tāpēc iepriekšējā darbdiena` : `${reason}, so the working day before`,
  ];
}

function dayReason(day: CalendarDay, reason: NonWorkingReason, writing: Writing): string {
  const { lang } = writing;
  const date = dateWords(day, writing);
  if (reason.kind !== 'weekend') return `${date} ${ONE_DAY[reason.kind][lang]}`;
  return lang === 'lv' ? `${date} ir ${reason.name.lv}` : `${date} is a ${reason.name.en}`;
}

function raisedWords(raised: boolean, { lang }: Writing): readonly string[] {
  if (!raised) return [];
  return [lang === 'lv' ? 'ne agrāk par sākuma dienu' : 'not before the day of the start'];
}

function postponementWords(link: Postponement, writing: Writing): string {
  const { lang, names } = writing;
  const reason = names.reason?.(link.reasonCode) ?? link.reasonCode;
  const person = names.person?.(link.by) ?? null;
  const by = person === null ? '' : `, ${person}`;
  const date = dateWords(link.newDueOn, writing);
  return lang === 'lv'
    ? `termiņš pārcelts uz ${date} (iemesls: ${reason}${by})`
    : `postponed to ${date} (reason: ${reason}${by})`;
}

function keptWords(kept: CalendarDay, writing: Writing): string {
  const date = dateWords(kept, writing);
  return writing.lang === 'lv'
    ? `kalendārs mainīts, termiņš paliek līdzšinējais → ${date}`
    : `the calendar was changed, the due day stays → ${date}`;
}

function groundWords({ force, source }: Ground, lang: Lang): string {
  const noTerm = lang === 'lv' ? 'avotā termiņa nav, noklusējums' : 'no term in the source, default';
  if (force === 'default') return source === '' ? noTerm : `${source}; ${noTerm}`;
  return [source, force === null ? '' : forceWord(force, lang)].filter((word) => word !== '').join(', ');
}

function arrow(parts: readonly string[], due: CalendarDay, writing: Writing): string {
  return `${parts.join('; ')} → ${dateWords(due, writing)}`;
}

function untilMidnight(day: CalendarDay, writing: Writing): string {
  return writing.lang === 'lv'
    ? `${dateWords(day, writing)} plkst. 24.00`
    : `${dateWords(day, writing)} 24:00`;
}

function dateWords(day: CalendarDay, { from, lang }: Writing): string {
  return shortDate(day, from, lang);
}
