import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type TalkQuestion, talkQuestions } from '../../../contracts/talk-sheet.ts';
import { useSession } from '../../app/session.ts';
import { DueWords } from '../../parts/due.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { sideWords } from '../../parts/side-words.ts';
import type { DossierDetail } from '../../requests/dossiers.ts';
import { type DutyView, dutiesOfDossier } from '../../requests/duties.ts';
import { learnerQuery } from '../../requests/learners.ts';
import classes from './talk-sheet.module.css';

/** More would not fit one page; they are due first. */
const mostDuties = 10;

/** Who owes what, due first. */
export function SheetDuties({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const { data, error } = useQuery(dutiesOfDossier(dossier.id));
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return null;
  const open = openOnes(data);
  if (open.length === 0) return <p className={classes.line}>{t('talkSheet.nothingOpen')}</p>;
  return (
    <>
      <ul className={classes.list}>
        {open.slice(0, mostDuties).map((view) => (
          <li key={view.duty.key}>
            <strong>{sideWords(view.owedBy, institution.name)}</strong>: {inLanguage(view.duty.title)} –{' '}
            <DueWords view={view} />
          </li>
        ))}
      </ul>
      {open.length > mostDuties && (
        <p className={classes.line}>{t('talkSheet.moreOpen', { count: open.length - mostDuties })}</p>
      )}
    </>
  );
}

/** What the open duties and the gaps in what is known ask for; a box to tick before each. */
export function SheetQuestions({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const duties = useQuery(dutiesOfDossier(dossier.id));
  const learner = useQuery({
    ...learnerQuery(dossier.learner?.id ?? ''),
    enabled: dossier.learner !== null,
    retry: false,
  });
  if (duties.data === undefined || (dossier.learner !== null && learner.isPending)) return null;
  const questions = talkQuestions({
    open: openOnes(duties.data).map((view) => ({
      title: view.duty.title,
      owedBy: sideOf(view),
      owing: sideWords(view.owedBy, institution.name),
      settledBy: (view.duty.settledBy ?? []).map(({ type }) => type),
    })),
    contacts: learner.data?.contacts ?? [],
    residenceKnown: learner.data?.responsible.known ?? true,
  });
  if (questions.length === 0) return <p className={classes.line}>{t('talkSheet.nothingToAsk')}</p>;
  return (
    <ul className={classes.questions}>
      {questions.map((question) => (
        <li key={JSON.stringify(question)}>{words(question)}</li>
      ))}
    </ul>
  );

  function words(question: TalkQuestion): string {
    switch (question.ask) {
      case 'familyDuty':
        return t('talkSheet.questions.familyDuty', { what: inLanguage(question.title) });
      case 'heardFrom':
        return t('talkSheet.questions.heardFrom', { from: question.from });
      case 'custody':
      case 'phone':
        return t(`talkSheet.questions.${question.ask}`, { name: question.name });
      case 'sinceLast':
      case 'planAccepted':
      case 'residence':
      case 'nextDay':
        return t(`talkSheet.questions.${question.ask}`);
    }
  }

  function sideOf({ owedBy }: DutyView): 'own' | 'family' | 'others' {
    if (owedBy.party === 'family') return 'family';
    return owedBy.institutionName === institution.name ? 'own' : 'others';
  }
}

function openOnes(views: readonly DutyView[]): readonly DutyView[] {
  return views.filter(({ duty }) => duty.settled === null);
}
