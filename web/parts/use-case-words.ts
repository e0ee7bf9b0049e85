import { useTranslation } from 'react-i18next';
import type { DossierRow } from '../requests/dossiers.ts';
import { nameAndClass } from './learner-words.ts';

/** A case as one chooses it: whom it is about, by right, and its number. */
export function useCaseWords(): (row: DossierRow) => string {
  const { t } = useTranslation();
  return ({ kind, learner, caseNumber }) => {
    const number = kind === 'concern' ? t('shell.concern', { number: caseNumber }) : caseNumber;
    return learner === null ? number : `${nameAndClass(learner)} · ${number}`;
  };
}
