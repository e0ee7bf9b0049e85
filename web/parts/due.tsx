import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconHelpCircle,
  IconPhoneCall,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../requests/duties.ts';
import { onDay } from './day-words.ts';
import classes from './due.module.css';
import { inLanguage } from './in-language.ts';

type Look = { readonly icon: TablerIcon; readonly tone: string };

/** Dark red only where a term of law, must or agreement has passed, and for danger (design, principle 2). */
function lookOf({ duty, status, latenessWord }: DutyView): Look {
  if (duty.danger && duty.settled === null) return { icon: IconPhoneCall, tone: 'danger' };
  switch (status) {
    case 'late':
      return {
        icon: IconAlertTriangle,
        tone: duty.force.term === 'recommended' || latenessWord === null ? 'today' : 'late',
      };
    case 'dueToday':
      return { icon: IconClock, tone: 'today' };
    case 'fulfilled':
      return { icon: IconCheck, tone: 'done' };
    case 'answerUnknown':
      return { icon: IconHelpCircle, tone: 'calm' };
    case 'open':
    case 'notYet':
    case 'plannedPassed':
    case 'untimed':
    case 'takenOver':
    case 'superseded':
    case 'waived':
    case 'closed':
      return { icon: IconCircleDashed, tone: 'calm' };
  }
}

/** How a duty stands, as a sign before its title; the words stand beside it (`DueWords`). */
export function DueSign({ view }: { readonly view: DutyView }) {
  const { icon: Icon, tone } = lookOf(view);
  return <Icon size={18} aria-hidden className={classes.sign} data-tone={tone} />;
}

/** On which day one means to do it oneself: “plānots otrdien, 24. nov.” */
export function PlannedWords({ view: { plannedOn } }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  if (plannedOn === null) return null;
  return (
    <Text component="span" fz="inherit" fw={500}>
      {t('duty.planned', { day: onDay(plannedOn) })}
    </Text>
  );
}

/** When a duty is due, in words, and how being late is called by the force of its term (rules of conduct 7, 8). */
export function DueWords({ view }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  const { tone } = lookOf(view);
  return (
    <Text component="span" fz="inherit" className={classes.words} data-tone={tone}>
      {wordsOf()}
    </Text>
  );

  function wordsOf(): string {
    const { status, dueWords, latenessWord, duty } = view;
    if (duty.danger && duty.settled === null) {
      const reported = duty.kind === 'danger-receipt';
      const when = dueWords === null ? '' : ` · ${inLanguage(dueWords)}`;
      return reported ? `${t('duty.status.open')}${when}` : `${t('duty.notReported')}${when}`;
    }
    if (dueWords === null) return t(`duty.status.${status}`);
    switch (status) {
      case 'late':
        return latenessWord === null
          ? inLanguage(dueWords)
          : `${inLanguage(latenessWord)} · ${inLanguage(dueWords)}`;
      case 'plannedPassed':
      case 'dueToday':
      case 'open':
        return inLanguage(dueWords);
      case 'notYet':
      case 'untimed':
      case 'takenOver':
      case 'answerUnknown':
      case 'fulfilled':
      case 'superseded':
      case 'waived':
      case 'closed':
        return t(`duty.status.${status}`);
    }
  }
}
