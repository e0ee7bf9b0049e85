import { List, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../../parts/wide-table.tsx';
import type { ImportReport } from '../../../requests/imports.ts';
import classes from './report.module.css';

/** What a file would make; every problem by its row and column. */
export function Report({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const { fits, counts, problems, hints, rows } = report;
  return (
    <Stack gap="sm" role="status">
      <Title order={2} className={classes['title']}>
        {fits ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        {fits
          ? t('administration.imports.fits', { count: rows.length })
          : t('administration.imports.problems', { count: problems.length })}
      </Title>
      <Text size="sm">{t('administration.imports.counts', counts)}</Text>
      {problems.length > 0 && (
        <WideTable
          label={t('administration.imports.problemList')}
          width={560}
          headings={[
            t('administration.imports.row'),
            t('administration.imports.column'),
            t('administration.imports.problem'),
          ]}
        >
          {problems.map(({ row, column, heading, text, allowed }) => (
            <Table.Tr key={`${row} ${column} ${text}`}>
              <Table.Td>{row ?? t('administration.imports.wholeFile')}</Table.Td>
              <Table.Td>{heading ?? column ?? '–'}</Table.Td>
              <Table.Td>
                {text}
                {allowed !== undefined && (
                  <Text size="sm" c="dimmed">
                    {t('administration.imports.allowed', { list: allowed.join(', ') })}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {hints.length > 0 && (
        <>
          <Title order={3}>{t('administration.imports.hints')}</Title>
          <List size="sm">
            {hints.map(({ row, heading, text }) => (
              <List.Item key={`${row} ${heading} ${text}`}>
                {row !== null && `${t('administration.imports.rowNo', { row })}: `}
                {text}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
