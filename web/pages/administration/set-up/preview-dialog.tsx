import { Alert, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../../../parts/day-words.ts';
import { isConflict } from '../../../parts/field-errors.ts';
import { inLanguage } from '../../../parts/in-language.ts';
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
import { PreviewFrame } from '../preview-frame.tsx';

type Props = {
  readonly version: number;
  readonly draft: SetUpDraft;
  /** Told the version that came of it, before the page behind shows it. */
  readonly onSaved: (version: number) => void;
  readonly close: () => void;
};

/** What saving would do to open duties, and the button that saves. */
export function PreviewDialog({ version, draft, onSaved, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const preview = useQuery({
    queryKey: ['set-up-preview', draft],
    queryFn: () => previewSetUp(draft),
    gcTime: 0,
    staleTime: 0,
  });
  const { data } = preview;
  const saving = useAct(saveSetUp, async (saved) => {
    onSaved(saved.version);
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
    <PreviewFrame
      title={t('administration.setUp.previewTitle')}
      preview={preview}
      saving={saving}
      onSave={save}
      onClose={close}
    >
      {data !== undefined && <Changes preview={data} secondFactor={draft.secondFactor} />}
    </PreviewFrame>
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
