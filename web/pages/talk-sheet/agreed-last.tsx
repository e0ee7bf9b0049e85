import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agreedLast } from '../../../contracts/talk-sheet.ts';
import { momentWords, shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { allFactsQuery, type DossierDetail, vocabularyQuery } from '../../requests/dossiers.ts';
import { happenedAt, holding, linesOf, typesByName } from '../case/facts.ts';
import { useSayings } from '../case/use-sayings.ts';
import classes from './talk-sheet.module.css';

/** What was spoken and agreed last, in the words that were written down then. */
export function AgreedLast({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const say = useSayings(dossier);
  const facts = useQuery(allFactsQuery(dossier.id));
  const vocabulary = useQuery(vocabularyQuery);
  const error = facts.error ?? vocabulary.error;
  if (error !== null) return <ProblemNote error={error} />;
  if (facts.data === undefined || vocabulary.data === undefined) return null;
  const types = typesByName(vocabulary.data);
  const shown = agreedLast(
    holding(facts.data).map((fact) => {
      const type = types.get(fact.event.type);
      return { type: fact.event.type, at: happenedAt(fact, type), fact, known: type };
    }),
  );
  if (shown.length === 0) return <p className={classes.line}>{t('talkSheet.nothingAgreed')}</p>;
  return (
    <ul className={classes.list}>
      {shown.map(({ fact, at, known, type }) => (
        <li key={fact.event.id}>
          <strong>{known === undefined ? type : inLanguage(known.title)}</strong>,{' '}
          {at.length === 10 ? shortDayWords(at) : momentWords(at)}
          {linesOf(fact, known, say).map(({ label, text }) => (
            <span key={label}>
              {' '}
              · {label}: {text}
            </span>
          ))}
          {fact.words !== null && <span className={classes.words}>{fact.words}</span>}
        </li>
      ))}
    </ul>
  );
}
