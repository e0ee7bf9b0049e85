/** What one's institution asked to be put right, and what came of it (rules of conduct 27). */
import { Anchor, Badge, Text, Title } from '@mantine/core';
import { IconCheck, IconHourglass, IconMessage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../parts/in-language.ts';
import { type Correction, correctionsQuery } from '../../requests/board.ts';
import { factTypeIn, vocabularyQuery } from '../../requests/dossiers.ts';
import classes from './board-page.module.css';
import { shortDay } from './board-words.ts';

export function Corrections({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(correctionsQuery);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="board-corrections" className="no-print">
      <Title order={2} id="board-corrections" mb="xs">
        {t('board.corrections.title')}
      </Title>
      <ul className={classes.hanging}>
        {data.items.map((one) => (
          <Line key={one.requestId} one={one} today={today} />
        ))}
      </ul>
    </section>
  );
}

function Line({ one, today }: { readonly one: Correction; readonly today: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(vocabularyQuery);
  const what = factTypeIn(data, 'correction.asked')
    ?.fields.find(({ name }) => name === 'whatCode')
    ?.codes?.find(({ code }) => code === one.whatCode);
  return (
    <li className={classes.correction}>
      <div>
        <Anchor component={Link} to={`/lietas/${one.dossierId}`} fw={600} size="sm" c="inherit">
          {inLanguage(one.title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('duty.case', { number: one.caseNumber })}
        </Text>
      </div>
      <div>
        <Text size="sm" fw={600}>
          {what !== undefined && inLanguage(what.label)}
        </Text>
        <Text size="sm">{one.words}</Text>
        <Text size="sm" c="dimmed">
          {t('board.corrections.asked', { day: shortDay(one.askedAt, today) })}
        </Text>
      </div>
      <Answer one={one} today={today} />
    </li>
  );
}

function Answer({ one, today }: { readonly one: Correction; readonly today: string }) {
  const { t } = useTranslation();
  const { answer, answeredBy, dueOn } = one;
  if (answer === null)
    return (
      <div>
        <Badge
          variant="light"
          color="gray"
          c="inherit"
          tt="none"
          leftSection={<IconHourglass size={14} aria-hidden />}
        >
          {t('board.corrections.waits')}
        </Badge>
        <Text size="sm" mt={4}>
          {t('board.corrections.by', {
            who: answeredBy ?? '–',
            day: dueOn === null ? '–' : shortDay(dueOn, today),
          })}
        </Text>
        {one.dutySettled && <Text size="sm">{t('board.corrections.settled')}</Text>}
      </div>
    );
  const Sign = answer.outcomeCode === 'mended' ? IconCheck : IconMessage;
  return (
    <div>
      <Badge variant="light" color="gray" c="inherit" tt="none" leftSection={<Sign size={14} aria-hidden />}>
        {t(`board.corrections.${answer.outcomeCode}`, { day: shortDay(answer.at, today) })}
      </Badge>
      <Text size="sm" mt={4}>
        {answer.words}
      </Text>
    </div>
  );
}
