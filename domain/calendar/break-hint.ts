/** The hint that a planned day lies in a school break. It moves nothing: the law knows no pause (domain page `calendar.md`). */
import type { CalendarDay } from '../time.ts';
import type { Bilingual } from './bilingual.ts';
import { breakOn, type SchoolBreak, type SchoolYear } from './school-breaks.ts';

/** The break, and the words for what lies in it: “iekrīt rudens brīvlaikā; termiņš nemainās”. */
export type BreakHint = SchoolBreak & { readonly words: Bilingual };

/** Null where the day lies in no break of the table. */
export function breakHint(schoolYears: readonly SchoolYear[], day: CalendarDay): BreakHint | null {
  const found = breakOn(schoolYears, day);
  if (found === null) return null;
  return {
    ...found,
    words: {
      lv: `iekrīt ${inBreak(found.name.lv)}; termiņš nemainās`,
      en: `falls into “${found.name.en}”; the term does not change`,
    },
  };
}

const nominative = 'brīvlaiks';

/** The locative of a name as an administrator types it, “rudens brīvlaiks”; another one is quoted. */
function inBreak(name: string): string {
  const lower = name.trim().toLowerCase();
  return lower.endsWith(nominative) ? `${lower.slice(0, -1)}ā` : `brīvlaikā “${name.trim()}”`;
}
