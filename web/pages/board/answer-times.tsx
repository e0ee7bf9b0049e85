/** How long answers take and how many come in time: acknowledgement and answer apart (rules of conduct 12, 27). */
import { Group, ScrollArea, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Board } from '../../requests/board.ts';
import classes from './board-page.module.css';
import { numberWords, shortMonth } from './board-words.ts';
import { Download } from './download.tsx';

type Stage = 'acknowledgement' | 'answer';
type Times = Board['answers'][number][Stage];

const stages = ['acknowledgement', 'answer'] as const;

export function AnswerTimes({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="board-times">
      <Group justify="space-between">
        <Title order={2} id="board-times">
          {t('board.times.title')}
        </Title>
        <Download part="answers" what={t('board.times.title')} />
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {t('board.times.hint')}
      </Text>
      {board.answers.length === 0 ? (
        <Text>{t('board.times.none')}</Text>
      ) : (
        <ScrollArea
          type="auto"
          viewportProps={{ tabIndex: 0, 'aria-label': t('board.times.title'), role: 'region' }}
        >
          <Table verticalSpacing={4} miw={640}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('board.times.institution')}</Table.Th>
                {stages.map((stage) => (
                  <Table.Th key={stage} scope="col">
                    {t(`board.times.${stage}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {board.answers.map(({ institution, ...times }) => (
                <Table.Tr key={institution.id}>
                  <Table.Th scope="row" className={classes.kind}>
                    {institution.name}
                  </Table.Th>
                  {stages.map((stage) => (
                    <Table.Td key={stage} className={times[stage] === null ? classes.hidden : undefined}>
                      {timesWords(times[stage])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      <Trend trend={board.trend} />
    </section>
  );

  function timesWords(times: Times): string {
    if (times === null) return t('board.times.few');
    return t('board.times.both', {
      days: numberWords(times.medianOwingDays),
      waiting: numberWords(times.medianWaitingDays),
      percent: times.onTimePercent,
    });
  }
}

function Trend({ trend }: { readonly trend: Board['trend'] }) {
  const { t } = useTranslation();
  return (
    <ScrollArea
      type="auto"
      mt="md"
      viewportProps={{ tabIndex: 0, 'aria-label': t('board.times.trend'), role: 'region' }}
    >
      <Table className={classes.trend} verticalSpacing={4} miw={760} captionSide="top">
        <Table.Caption>{t('board.times.trend')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {trend.map(({ month }) => (
              <Table.Th key={month} scope="col">
                {shortMonth(month)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {stages.map((stage) => (
            <Table.Tr key={stage}>
              <Table.Th scope="row">{t(`board.times.${stage}`)}</Table.Th>
              {trend.map((one) => (
                <Table.Td key={one.month}>
                  <Share percent={one[stage]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

/** A bar with its number; where fewer than five fell due, a dash that says so. */
function Share({ percent }: { readonly percent: number | null }) {
  const { t } = useTranslation();
  if (percent === null) return <span title={t('board.times.few')}>–</span>;
  return (
    <>
      <svg viewBox="0 0 10 24" width="10" height="24" aria-hidden className={classes.bar}>
        <rect x="0" y={24 - (percent * 24) / 100} width="10" height={(percent * 24) / 100} />
      </svg>
      {percent}%
    </>
  );
}
