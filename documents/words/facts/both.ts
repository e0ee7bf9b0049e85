import type { Bilingual } from '../../../domain/calendar/bilingual.ts';

/** Words in Latvian and English. */
export function both(lv: string, en: string): Bilingual {
  return { lv, en };
}
