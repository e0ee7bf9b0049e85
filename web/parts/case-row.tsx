/** An open case in a list: who, what comes next, who is waited for. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.ts';
import type { MyCase } from '../requests/my-cases.ts';
import classes from './case-row.module.css';
import { shortDayWords } from './day-words.ts';
import { DueWords, PlannedWords } from './due.tsx';
import { inLanguage } from './in-language.ts';
import { nameAndClass } from './learner-words.ts';
import { sideWords } from './side-words.ts';

export function CaseRows({ children }: { readonly children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>;
}

type Props = {
  readonly one: MyCase;
  /** What the list tells beside the name: its heading, and what stands under it. */
  readonly beside: { readonly heading: string; readonly text: string };
  /** Given the name as the row writes it; null where there is nothing to do from the list. */
  readonly act?: (name: string) => ReactNode;
};

export function CaseRow({ one, beside, act }: Props) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const { dossierId, caseNumber, kind, level, learner, next, waitingFor } = one;
  const name = learner === null ? t('duty.case', { number: caseNumber }) : nameAndClass(learner);
  return (
    <li className={classes.row}>
      <div className={classes.cell}>
        <Anchor component={Link} to={`/lietas/${dossierId}`} fw={600} size="sm" c="inherit">
          {name}
        </Anchor>
        <div className={classes.name}>
          {caseNumber} · {kind === 'concern' ? t('myCases.concern') : t('myCases.levelOf', { level })}
        </div>
      </div>
      <div className={classes.cell}>
        <div className={classes.name}>{beside.heading}</div>
        {beside.text}
      </div>
      <div className={classes.cell}>
        <div className={classes.name}>{t('myCases.next')}</div>
        {next === null ? (
          t('myCases.nothingNext')
        ) : (
          <>
            {inLanguage(next.duty.title)} – <DueWords view={next} /> <PlannedWords view={next} />
          </>
        )}
      </div>
      <div className={classes.cell}>
        <div className={classes.name}>{t('myCases.waiting')}</div>
        {waitingFor === null
          ? t('myCases.nobody')
          : `${sideWords(waitingFor.owedBy, institution.name)}, ${t('myCases.since', { day: shortDayWords(waitingFor.duty.startedDay) })}`}
      </div>
      {act !== undefined && <div className={`no-print ${classes.act}`}>{act(name)}</div>}
    </li>
  );
}
