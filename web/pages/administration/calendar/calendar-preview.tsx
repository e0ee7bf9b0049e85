import { Checkbox, List, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../parts/day-words.ts';
import { isConflict } from '../../../parts/field-errors.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { WideTable } from '../../../parts/wide-table.tsx';
import {
  type CalendarChange,
  type CalendarPreview,
  previewCalendar,
  saveCalendar,
} from '../../../requests/set-up.ts';
import { PreviewFrame } from '../preview-frame.tsx';

type Props = {
  readonly version: number;
  readonly changes: readonly CalendarChange[];
  /** Told the version that came of it, before the page behind shows it. */
  readonly onSaved: (version: number) => void;
  readonly close: () => void;
};
type Move = CalendarPreview['moved'][number];

function keyOf({ dossierId, dutyKey }: Pick<Move, 'dossierId' | 'dutyKey'>): string {
  return `${dossierId} ${dutyKey}`;
}

/** First what would move; terms of law become earlier only where that is ticked, then it is saved. */
export function CalendarPreviewDialog({ version, changes, onSaved, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const preview = useQuery({
    queryKey: ['calendar-preview', changes],
    queryFn: () => previewCalendar(changes),
    gcTime: 0,
    staleTime: 0,
  });
  const { data } = preview;
  const saving = useAct(saveCalendar, async (saved) => {
    onSaved(saved.version);
    await queries.invalidateQueries({ queryKey: ['calendar'] });
    tellDone(t('administration.saved'));
    close();
  });
  const moved = data?.moved ?? [];
  const save = () =>
    saving.mutate(
      {
        version,
        body: {
          changes,
          confirmedEarlier: moved
            .filter((move) => move.needsConfirmation && confirmed.has(keyOf(move)))
            .map(({ dossierId, dutyKey }) => ({ dossierId, dutyKey })),
        },
      },
      {
        onError: (problem) => {
          // The page behind shows what somebody else has saved.
          if (!isConflict(problem)) return;
          void queries.invalidateQueries({ queryKey: ['calendar'] });
          close();
        },
      },
    );
  const toggle = (key: string) =>
    setConfirmed(
      new Set(confirmed.has(key) ? [...confirmed].filter((one) => one !== key) : [...confirmed, key]),
    );
  return (
    <PreviewFrame
      title={t('administration.calendar.previewTitle')}
      preview={preview}
      saving={saving}
      onSave={save}
      onClose={close}
    >
      {data !== undefined && (
        <>
          <List size="sm">
            {data.days.map(({ day, before, after }) => (
              <List.Item key={day}>
                {dayWords(day)}:{' '}
                {before === null ? t('administration.calendar.isWorked') : inLanguage(before.name)} →{' '}
                {after === null ? t('administration.calendar.isWorked') : inLanguage(after.name)}
              </List.Item>
            ))}
          </List>
          <Text>
            {moved.length === 0
              ? t('administration.calendar.nothingMoves')
              : t('administration.calendar.moves', { count: moved.length })}
          </Text>
        </>
      )}
      {moved.length > 0 && (
        <WideTable
          label={t('administration.calendar.previewTitle')}
          width={640}
          headings={[
            t('administration.calendar.case'),
            t('administration.calendar.duty'),
            t('administration.calendar.fromTo'),
            t('administration.calendar.earlier'),
          ]}
        >
          {moved.map((move) => (
            <Table.Tr key={keyOf(move)}>
              <Table.Td>{move.caseNumber === '' ? t('duty.schoolYear') : move.caseNumber}</Table.Td>
              <Table.Td>{inLanguage(move.title)}</Table.Td>
              <Table.Td>
                {dayWords(move.from)} → {dayWords(move.to)}
              </Table.Td>
              <Table.Td>
                {move.needsConfirmation ? (
                  <Checkbox
                    label={t('administration.calendar.confirm')}
                    checked={confirmed.has(keyOf(move))}
                    onChange={() => toggle(keyOf(move))}
                  />
                ) : move.earlier ? (
                  t('administration.calendar.becomesEarlier')
                ) : (
                  '–'
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </PreviewFrame>
  );
}
