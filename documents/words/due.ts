/** When a duty is due, in the words that its force allows (rules of conduct 7, 8). */
import type { WorkingCalendar } from '../../domain/calendar/index.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { dateInWords } from '../../domain/duty/explanation-grammar.ts';
import { dueInWords } from '../../domain/duty/explanation-words.ts';
import { isQuiet } from '../../domain/duty/status.ts';
import { dayOf, daysBetween, type Instant } from '../../domain/time.ts';
import { daysAgo } from '../mail/notice-grammar.ts';

/**
 * “2 darbdienas (pt., 27. nov.)”, “kavē 3 dienas (kopš 18. nov.)”. A quiet term is never late: “plānots līdz 16. nov.”;
 * of a recommended one only how long ago its day was. Empty where no day is set.
 */
export function dutyDueWords(
  duty: Duty,
  now: Instant,
  calendar: WorkingCalendar,
  language: 'lv' | 'en',
): string {
  if (duty.due === null) return '';
  const today = dayOf(now);
  const { day } = duty.due;
  const usual = dueInWords(now, day, calendar, language);
  const quiet = isQuiet(duty) || duty.answerUnknown;
  if (day >= today) {
    if (!quiet) return usual;
    return `${language === 'lv' ? 'plānots' : 'planned'}: ${usual}`;
  }
  const date = dateInWords(day, today, language);
  if (quiet) return `${language === 'lv' ? 'plānots līdz' : 'planned until'} ${date}`;
  const urgent = duty.danger || duty.sameDay || duty.immediate;
  if (duty.force.term !== 'recommended' || urgent) return usual;
  return `${daysAgo(daysBetween(day, today), language)} (${date})`;
}
