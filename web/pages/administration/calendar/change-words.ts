import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../parts/day-words.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import type { CalendarChange } from '../../../requests/set-up.ts';

/** One line of the table in words. */
export function useChangeWords(): (change: CalendarChange) => string {
  const { t } = useTranslation();
  return (change) => {
    switch (change.kind) {
      case 'holidayAdded':
        return t('administration.calendar.lines.holidayAdded', {
          day: dayWords(change.day),
          name: inLanguage(change.name),
        });
      case 'holidayRemoved':
        return t('administration.calendar.lines.holidayRemoved', { day: dayWords(change.day) });
      case 'movedDayAdded':
        return t('administration.calendar.lines.movedDayAdded', {
          free: dayWords(change.free),
          worked: dayWords(change.worked),
        });
      case 'movedDayRemoved':
        return t('administration.calendar.lines.movedDayRemoved', { free: dayWords(change.free) });
    }
  };
}
