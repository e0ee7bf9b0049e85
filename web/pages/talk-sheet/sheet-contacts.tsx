import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { DossierDetail } from '../../requests/dossiers.ts';
import { learnerQuery } from '../../requests/learners.ts';
import classes from './talk-sheet.module.css';

/** The people around, each with what a talk has to mind (rules of conduct 18). No address: paper lies about. */
export function SheetContacts({ dossier: { learner } }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    ...learnerQuery(learner?.id ?? ''),
    enabled: learner !== null,
    retry: false,
  });
  if (error !== null) return <ProblemNote error={error} />;
  if (learner === null) return <p className={classes.line}>{t('casePage.contacts.noLearner')}</p>;
  if (data === undefined) return null;
  if (data.contacts.length === 0) return <p className={classes.line}>{t('casePage.contacts.none')}</p>;
  return (
    <ul className={classes.list}>
      {data.contacts.map((one) => {
        const cautions = [
          ...(one.noContact ? [t('casePage.contacts.noContact')] : []),
          ...(one.custody === 'yes' ? [] : [t(`casePage.contacts.custody.${one.custody}`)]),
          ...(one.addressSecret ? [t('casePage.contacts.addressSecret')] : []),
          ...(one.livesApart ? [t('casePage.contacts.livesApart')] : []),
          ...(one.plainLanguage ? [t('casePage.contacts.plainLanguage')] : []),
          ...(one.language === 'lv'
            ? []
            : [
                t('casePage.contacts.language', {
                  language: t(`casePage.contacts.languages.${one.language}`),
                }),
              ]),
        ];
        return (
          <li key={one.id}>
            <strong>{one.name}</strong>, {t(`casePage.contacts.relation.${one.relation}`).toLowerCase()}
            {!one.noContact && one.phone !== null && <>, {one.phone}</>}
            {cautions.length > 0 && <strong className={classes.caution}> – {cautions.join('; ')}</strong>}
          </li>
        );
      })}
    </ul>
  );
}
