/** The overdue board: where answers hang and what would unblock them; never a ranking, no persons (rules of conduct 10, 27). */
import { Button, Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type Board, boardQuery } from '../../requests/board.ts';
import { AnswerTimes } from './answer-times.tsx';
import classes from './board-page.module.css';
import { boardSearch, sideOf } from './board-search.ts';
import { momentWords } from './board-words.ts';
import { Corrections } from './corrections.tsx';
import { Download } from './download.tsx';
import { FiguresTable } from './figures-table.tsx';
import { HangingList } from './hanging-list.tsx';
import { LateDuties } from './late-duties.tsx';

export function BoardPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(boardQuery);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1}>{t('board.title')}</Title>
        {data !== undefined && (
          <Button
            className="no-print"
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('board.print')}
          </Button>
        )}
      </Group>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && (
        <Stack gap="xs" role="status" aria-label={t('shell.loading')}>
          {[1, 2, 3, 4, 5, 6].map((row) => (
            <Skeleton key={row} height={40} />
          ))}
        </Stack>
      )}
      {data !== undefined && <Content board={data} />}
    </Stack>
  );
}

function Content({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = boardSearch(useSearch({ strict: false }));
  const side = sideOf(search);
  const { iestade, pienakums } = search;
  const place = board[side].institutions.find(({ institution }) => institution.id === iestade);
  const kind = place?.kinds.find((one) => one.kind === pienakums);
  return (
    <>
      <HangingList board={board} />
      <Corrections today={board.asOf} />
      <section aria-labelledby="board-figures">
        <Group justify="space-between" mb="xs">
          <Title order={2} id="board-figures">
            {t('board.figures.title')}
          </Title>
          <Group gap="md">
            <Download part={side} what={t(`board.figures.${side}`)} />
            <SegmentedControl
              className="no-print"
              aria-label={t('board.figures.side')}
              value={side}
              onChange={(value) =>
                void navigate({
                  to: '/kavejumi',
                  search: value === 'waits' ? { puse: 'gaida' } : {},
                  resetScroll: false,
                })
              }
              data={[
                { value: 'owes', label: t('board.figures.owes') },
                { value: 'waits', label: t('board.figures.waits') },
              ]}
            />
          </Group>
        </Group>
        <Text size="sm" c="dimmed" className={classes.printed}>
          {t(`board.figures.${side}`)}
        </Text>
        <FiguresTable board={board} side={side} />
        {place !== undefined && kind !== undefined && (
          <LateDuties side={side} institution={place.institution} kind={kind} />
        )}
      </section>
      <AnswerTimes board={board} />
      <Text size="xs" c="dimmed">
        {t('board.notes', { moment: momentWords(board.asOf) })}
      </Text>
    </>
  );
}
