/** Words that follow from force and from today's date, the same in client, mail, board, export and complaint. */
import { type Bilingual, type Lang, type WorkingCalendar, workingDaysBetween } from '../calendar/index.ts';
import type { ActForce, TermForce } from '../procedure/force.ts';
import { type CalendarDay, dayOf, daysBetween, type Instant } from '../time.ts';
import { countWords, dateInWords, daysAccusative, weekdayInWords } from './explanation-grammar.ts';

const FORCES: Readonly<Record<ActForce | TermForce, Bilingual>> = {
  law: { lv: 'likums', en: 'law' },
  must: { lv: 'avota prasība', en: 'required by the source' },
  recommended: { lv: 'ieteikums', en: 'recommendation' },
  agreed: { lv: 'vienošanās', en: 'agreement' },
  local: { lv: 'vietēja kārtība', en: 'local rules' },
  default: { lv: 'noklusējums', en: 'default' },
};

const LATE_BY_LAW: Bilingual = {
  lv: 'nokavēts likumā noteiktais termiņš',
  en: 'deadline set by law missed',
};
const LATE: Bilingual = { lv: 'nokavēts', en: 'overdue' };
const RECOMMENDED_PASSED: Bilingual = {
  lv: 'ieteiktais laiks pagājis (ieteikums, nav tiesību norma)',
  en: 'recommended time has passed (a recommendation, not a rule of law)',
};

/** How urgent a duty is whatever its term: a danger row, or an immediate or same-day one. */
export type Urgency = { readonly danger: boolean; readonly immediateOrSameDay: boolean };

/** The name of a force of an act or a term. */
export function forceWord(force: ActForce | TermForce, lang: Lang): string {
  return FORCES[force][lang];
}

/**
 * What a duty past its due moment is called (rules of conduct 8), `null` where nothing may be said: a `default` term
 * is quiet unless danger, immediate or same-day, and an untimed duty (`null`) is never late.
 */
export function latenessWord(force: TermForce | null, urgency: Urgency, lang: Lang): string | null {
  switch (force) {
    case 'law':
      return LATE_BY_LAW[lang];
    case 'must':
    case 'agreed':
      return LATE[lang];
    case 'recommended':
      return RECOMMENDED_PASSED[lang];
    case 'default':
      return urgency.danger || urgency.immediateOrSameDay ? LATE[lang] : null;
    case null:
      return null;
  }
}

/**
 * The due day as people say it, the date beside it: “šodien”, “rīt”, “2 darbdienas (pt., 27. nov.)”, “kavē 3 dienas
 * (kopš 18. nov.)”. Ahead in working days, in calendar days where no working day is left; late in calendar days.
 */
export function dueInWords(now: Instant, dueDay: CalendarDay, calendar: WorkingCalendar, lang: Lang): string {
  const today = dayOf(now);
  const ahead = daysBetween(today, dueDay);
  if (ahead < 0) {
    const since = dateInWords(dueDay, today, lang, true);
    return lang === 'lv'
      ? `kavē ${daysAccusative(-ahead)} (kopš ${since})`
      : `${countWords(-ahead, 'day', lang)} late (since ${since})`;
  }
  if (ahead === 0) return lang === 'lv' ? 'šodien' : 'today';
  if (ahead === 1) return lang === 'lv' ? 'rīt' : 'tomorrow';
  const working = workingDaysBetween(calendar, today, dueDay);
  const count = working > 0 ? countWords(working, 'workingDay', lang) : countWords(ahead, 'day', lang);
  const date = `${weekdayInWords(dueDay, lang)}${lang === 'lv' ? ',' : ''} ${dateInWords(dueDay, today, lang)}`;
  return `${lang === 'lv' ? '' : 'in '}${count} (${date})`;
}
