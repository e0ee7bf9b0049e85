import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { momentWords, shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { allFactsQuery, type DossierDetail } from '../../requests/dossiers.ts';
import { dutiesOfDossier } from '../../requests/duties.ts';
import { learnerQuery } from '../../requests/learners.ts';
import { may } from './case-rights.ts';
import type { Sayings } from './facts.ts';

/** How data of this case is said: with the names that its facts and the learner's contacts give. */
export function useSayings(dossier: DossierDetail): Sayings {
  const { t } = useTranslation();
  const learnerId = dossier.learner?.id ?? '';
  const facts = useQuery({ ...allFactsQuery(dossier.id), enabled: may(dossier, 'seePreview') });
  const duties = useQuery(dutiesOfDossier(dossier.id));
  const learner = useQuery({ ...learnerQuery(learnerId), enabled: learnerId !== '', retry: false });
  const names = new Map([
    ...(facts.data ?? []).flatMap((fact) => fact.names.map(({ id, name }) => [id, name] as const)),
    ...(learner.data?.contacts ?? []).map(({ id, name }) => [id, name] as const),
  ]);
  const titles = new Map((duties.data ?? []).map(({ duty }) => [duty.key, duty.title] as const));
  return {
    text: inLanguage,
    day: (day) => shortDayWords(day),
    moment: (moment) => momentWords(moment),
    flag: (value) => t(value ? 'casePage.history.yes' : 'casePage.history.no'),
    name: (id) => names.get(id) ?? null,
    duty: (key) => {
      const title = titles.get(key);
      return title === undefined ? null : inLanguage(title);
    },
  };
}
