/** The morning digest as a step of an institution's dossier: no duty, its day as `n`. */
import { nextDigestMoment, type WorkingCalendar } from '../calendar/index.ts';
import { dayNumber, dayOf, type Instant } from '../time.ts';

export type DigestStep = { readonly name: 'digest'; readonly n: number; readonly at: Instant };

/** The first digest after `after`: the one taken last, or the moment the institution came in. */
export function digestStepAfter(calendar: WorkingCalendar, after: Instant): DigestStep {
  const at = nextDigestMoment(calendar, after);
  return { name: 'digest', n: dayNumber(dayOf(at)), at };
}
