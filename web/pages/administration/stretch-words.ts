import { useTranslation } from 'react-i18next';
import { dayWords, stretchDays } from '../../parts/day-words.ts';

type Stretch = { readonly from: string; readonly until: string | null };

/** First and last day in words: “no 1. sept. līdz 30. nov.”. */
export function useStretchWords(): (stretch: Stretch) => string {
  const { t } = useTranslation();
  return (stretch) => {
    const { from, until } = stretchDays(stretch.from, stretch.until);
    return until === null
      ? t('administration.stretchOpen', { from: dayWords(from) })
      : t('administration.stretch', { from: dayWords(from), until: dayWords(until) });
  };
}
