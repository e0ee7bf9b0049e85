/** Institutions by name and kinds of duties; a number opens the duties behind it. */
import { Group, ScrollArea, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../parts/in-language.ts';
import type { Board, BoardSide } from '../../requests/board.ts';
import classes from './board-page.module.css';
import { Sparkline } from './sparkline.tsx';

type Props = { readonly board: Board; readonly side: BoardSide };

export function FiguresTable({ board, side }: Props) {
  const { t } = useTranslation();
  const table = board[side];
  const months = board.trend.map(({ month }) => month);
  // How quickly an institution answers is told where its own duties are.
  const answers = side === 'owes' ? board.answers : [];
  if (table.institutions.length === 0) return <Text>{t('board.figures.none')}</Text>;
  const totals = table.totals.filter(({ late }) => late !== null);
  return (
    <ScrollArea
      type="auto"
      viewportProps={{ tabIndex: 0, 'aria-label': t('board.figures.title'), role: 'region' }}
    >
      <Table className={classes.figures} verticalSpacing={4} miw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('board.figures.kind')}</Table.Th>
            {(['late', 'longest', 'owingDays', 'waitingDays'] as const).map((name) => (
              <Table.Th key={name} scope="col" className={classes.number}>
                {t(`board.figures.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {table.institutions.map(({ institution, kinds }) => (
          <Table.Tbody key={institution.id}>
            <Table.Tr>
              <Table.Th scope="rowgroup" colSpan={5} className={classes.institution}>
                <Group justify="space-between" wrap="nowrap">
                  {institution.name}
                  {answers
                    .filter((one) => one.institution.id === institution.id)
                    .map(({ onTime }) => (
                      <Sparkline key={institution.id} shares={onTime} months={months} />
                    ))}
                </Group>
              </Table.Th>
            </Table.Tr>
            {kinds.map(({ kind, title, figures }) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" className={classes.kind}>
                  <Link
                    to="/kavejumi"
                    search={{
                      ...(side === 'waits' ? { puse: 'gaida' } : {}),
                      iestade: institution.id,
                      pienakums: kind,
                    }}
                    resetScroll={false}
                    className={classes.open}
                    aria-label={t('board.figures.open', {
                      title: inLanguage(title),
                      institution: institution.name,
                    })}
                  >
                    {inLanguage(title)}
                  </Link>
                </Table.Th>
                {figures === null ? (
                  <Table.Td colSpan={4} className={classes.hidden}>
                    {t('board.figures.hidden')}
                  </Table.Td>
                ) : (
                  [figures.late, figures.longest, figures.owingDays, figures.waitingDays].map(
                    (value, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the four columns stand still
                      <Table.Td key={index} className={classes.number}>
                        {value}
                      </Table.Td>
                    ),
                  )
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
        {totals.length > 0 && (
          <Table.Tbody>
            <Table.Tr>
              <Table.Th scope="rowgroup" colSpan={5} className={classes.institution}>
                {t('board.figures.totals')}
              </Table.Th>
            </Table.Tr>
            {totals.map(({ kind, title, late }) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" className={classes.kind}>
                  {inLanguage(title)}
                </Table.Th>
                <Table.Td className={classes.number}>{late}</Table.Td>
                <Table.Td colSpan={3} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        )}
      </Table>
    </ScrollArea>
  );
}
