import { List, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, dayWords } from '../../../parts/day-words.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { calendarDaysQuery } from '../../../requests/set-up.ts';

/** The days of the coming year that are not as their weekday says. */
export function ComingDays() {
  const { t } = useTranslation();
  const from = dayOf(new Date());
  const until = dayOf(new Date(Date.parse(`${from}T12:00:00Z`) + 365 * 86_400_000));
  const { data, error, refetch } = useQuery(calendarDaysQuery(from, until));
  const special = (data?.days ?? []).filter(({ day, working }) => working === isWeekend(day));
  return (
    <>
      <Title order={2}>{t('administration.calendar.coming')}</Title>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={120} aria-label={t('shell.loading')} />}
      <List size="sm">
        {special.map(({ day, working, name }) => (
          <List.Item key={day}>
            {dayWords(day)} –{' '}
            {working || name === null ? t('administration.calendar.isWorked') : inLanguage(name)}
          </List.Item>
        ))}
      </List>
    </>
  );
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
}
