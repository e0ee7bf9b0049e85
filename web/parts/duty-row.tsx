import { Anchor, Button, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.ts';
import type { DutyView } from '../requests/duties.ts';
import { DueSign, DueWords, PlannedWords } from './due.tsx';
import classes from './duty-row.module.css';
import { inLanguage } from './in-language.ts';
import { nameAndClass } from './learner-words.ts';
import { sideWords } from './side-words.ts';
import { TakenWords } from './taking.tsx';
import { Why } from './why.tsx';

type Props = {
  readonly view: DutyView;
  /** The side that is not me: to whom I owe, or who owes me. */
  readonly other: 'to' | 'by';
  /** The one button that settles it, or what else is to be done about it. */
  readonly action?: ReactNode;
  /** Other ways, behind one small button at the end of the row. */
  readonly more?: ReactNode;
  /** What else may be done at once, beside “why”; small. */
  readonly beside?: ReactNode;
  /** In a case the case need not be named again. */
  readonly inCase?: boolean;
};

/** A duty in a list: what, about whom, to or from whom, when in words, why, and what to press. */
export function DutyRow({ view, other, action, more, beside, inCase = false }: Props) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const [open, { toggle }] = useDisclosure(false);
  const { duty, dossierId } = view;
  const title = inLanguage(duty.title);
  const who = other === 'by' ? [view.owedBy] : view.owedTo;
  const names = who.map((side) => sideWords(side, institution.name)).join('; ');
  return (
    <li className={classes.row} data-danger={(duty.danger && duty.settled === null) || undefined}>
      <DueSign view={view} />
      {inCase ? (
        <Text component="span" fw={600} size="sm" className={classes.title}>
          {title}
        </Text>
      ) : (
        <Anchor
          component={Link}
          to={`/lietas/${dossierId}`}
          fw={600}
          size="sm"
          c="inherit"
          className={classes.title}
        >
          {title}
        </Anchor>
      )}
      <div className={classes.details}>
        <div className={classes.line}>
          {!inCase && (
            <Text component="span" fz="inherit" className={classes.about}>
              {about()}
            </Text>
          )}{' '}
          <DueWords view={view} /> <PlannedWords view={view} />{' '}
          {names !== '' && (
            <Text component="span" fz="inherit" c="dimmed" className={classes.other} data-other={other}>
              {t(`duty.${other}`, { who: names })}
            </Text>
          )}{' '}
          <TakenWords view={view} />{' '}
          {duty.held && (
            <Text component="span" fz="inherit" fw={600}>
              {t(other === 'to' ? 'duty.heldThere' : 'duty.held')}
            </Text>
          )}
        </div>{' '}
        <div className={classes.ask}>
          <UnstyledButton
            className={`no-print ${classes.why}`}
            aria-expanded={open}
            aria-label={t('duty.whyOf', { title })}
            onClick={toggle}
          >
            {t('duty.why')}
          </UnstyledButton>{' '}
          {beside}
        </div>
      </div>
      {open && (
        <div className={classes.reason}>
          <Why view={view} />
        </div>
      )}
      {action !== undefined && <div className={classes.action}>{action}</div>}
      {more !== undefined && <div className={classes.more}>{more}</div>}
    </li>
  );

  /** Short in lists: first name, initial, class; else the number of the case (design, principle 7). */
  function about(): string {
    const { learner, caseNumber } = view;
    if (learner !== null) return nameAndClass(learner);
    return caseNumber === '' ? t('duty.schoolYear') : t('duty.case', { number: caseNumber });
  }
}

/** The button beside a duty. */
export function DutyButton({
  children,
  onClick,
}: {
  readonly children: ReactNode;
  readonly onClick: () => void;
}) {
  return (
    <Button size="compact-sm" variant="light" onClick={onClick} className={classes.button}>
      {children}
    </Button>
  );
}
