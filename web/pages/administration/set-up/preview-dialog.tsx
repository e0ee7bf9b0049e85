import { Alert, Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../parts/day-words.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { isConflict } from '../../../parts/field-errors.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { WideTable } from '../../../parts/wide-table.tsx';
import {
  previewSetUp,
  type SetUpDraft,
  type SetUpPreview,
  saveSetUp,
  setUpQuery,
} from '../../../requests/set-up.ts';

type Props = { readonly version: number; readonly draft: SetUpDraft; readonly close: () => void };

/** What saving would do to open duties, and the button that saves. */
export function PreviewDialog({ version, draft, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['set-up-preview', draft],
    queryFn: () => previewSetUp(draft),
    gcTime: 0,
    staleTime: 0,
  });
  const saving = useAct(saveSetUp, async () => {
    await queries.invalidateQueries({ queryKey: setUpQuery.queryKey });
    tellDone(t('administration.saved'));
    close();
  });
  const save = () =>
    saving.mutate(
      { version, body: draft },
      {
        onError: (problem) => {
          // The page behind shows what somebody else has saved.
          if (!isConflict(problem)) return;
          void queries.invalidateQueries({ queryKey: setUpQuery.queryKey });
          close();
        },
      },
    );
  return (
    <Dialog opened onClose={close} size="xl" title={t('administration.setUp.previewTitle')}>
      <Stack>
        {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton height={160} aria-label={t('shell.loading')} />}
        {data !== undefined && <Changes preview={data} secondFactor={draft.secondFactor} />}
        {saving.error !== null && <ProblemNote error={saving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('administration.setUp.goOn')}
          </Button>
          <Button disabled={data === undefined} loading={saving.isPending} onClick={save}>
            {t('administration.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Changes(props: {
  readonly preview: SetUpPreview;
  readonly secondFactor: SetUpDraft['secondFactor'];
}) {
  const { t } = useTranslation();
  const { total, changes, withoutSecondFactor } = props.preview;
  return (
    <>
      <Text>
        {total === 0
          ? t('administration.setUp.nothingMoves')
          : t('administration.setUp.changes', { count: total })}
      </Text>
      {props.secondFactor === 'everybody' && withoutSecondFactor > 0 && (
        <Alert variant="light" color="yellow">
          {t('administration.setUp.withoutSecondFactor', { count: withoutSecondFactor })}
        </Alert>
      )}
      {changes.length > 0 && (
        <WideTable
          label={t('administration.setUp.previewTitle')}
          width={600}
          headings={[
            t('administration.calendar.case'),
            t('administration.calendar.duty'),
            t('administration.setUp.what'),
          ]}
        >
          {changes.map(({ dossierId, dutyKey, caseNumber, title, change, from, to, stays }) => (
            <Table.Tr key={`${dossierId} ${dutyKey}`}>
              <Table.Td>{caseNumber === '' ? t('duty.schoolYear') : caseNumber}</Table.Td>
              <Table.Td>{inLanguage(title)}</Table.Td>
              <Table.Td>
                {t(`administration.setUp.change.${change}`, {
                  from: from === null ? '–' : dayWords(from),
                  to: to === null ? '–' : dayWords(to),
                })}
                {stays && ` ${t('administration.setUp.stays')}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </>
  );
}
