/** The duties behind a number: case, kind, due moment and days; no content of a case and no persons. */
import { Anchor, Button, Group, Skeleton, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { type BoardSide, lateDutiesQuery } from '../../requests/board.ts';
import classes from './board-page.module.css';
import { CorrectionButton } from './correction-button.tsx';

type Props = {
  readonly side: BoardSide;
  readonly institution: { readonly id: string; readonly name: string };
  readonly kind: { readonly kind: string; readonly title: { readonly lv: string; readonly en: string } };
};

export function LateDuties({ side, institution, kind }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    lateDutiesQuery(side, institution.id, kind.kind),
  );
  return (
    <section aria-labelledby="board-duties" className={`no-print ${classes.drill}`}>
      <Group justify="space-between">
        <Title order={3} id="board-duties">
          {inLanguage(kind.title)} · {institution.name}
        </Title>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            void navigate({
              to: '/kavejumi',
              search: side === 'waits' ? { puse: 'gaida' } : {},
              resetScroll: false,
            })
          }
        >
          {t('shell.close')}
        </Button>
      </Group>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={80} />}
      {data !== undefined && (
        <WideTable
          label={`${inLanguage(kind.title)} · ${institution.name}`}
          headings={[t('board.duties.case'), t('board.duties.due'), t('board.duties.days'), '']}
          width={560}
        >
          {data.map((view) => (
            <Table.Tr key={`${view.dossierId} ${view.duty.key}`}>
              <Table.Th scope="row" className={classes.kind}>
                <Anchor component={Link} to={`/lietas/${view.dossierId}`} c="inherit" fz="inherit">
                  {view.caseNumber === ''
                    ? t('duty.schoolYear')
                    : t('duty.case', { number: view.caseNumber })}
                </Anchor>
              </Table.Th>
              <Table.Td>
                {view.dueWords !== null && inLanguage(view.dueWords)}
                {view.duty.due !== null && view.duty.due.at <= view.duty.knownAt && (
                  <Text size="xs">{t('board.duties.recordedLater')}</Text>
                )}
              </Table.Td>
              <Table.Td>
                {t('duty.ball.both', {
                  count: view.ball.owingDays + view.ball.waitingDays,
                  owing: view.ball.owingDays,
                  waiting: view.ball.waitingDays,
                })}
              </Table.Td>
              <Table.Td ta="right">
                <CorrectionButton
                  dossierId={view.dossierId}
                  dutyKey={view.duty.key}
                  caseNumber={view.caseNumber}
                  title={inLanguage(kind.title)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {hasNextPage && (
        <Button variant="default" mt="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('duty.moreDuties')}
        </Button>
      )}
    </section>
  );
}
