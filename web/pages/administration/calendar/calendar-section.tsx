import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useKeptTyping } from '../../../parts/use-kept-typing.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import { type CalendarChange, calendarTableQuery } from '../../../requests/set-up.ts';
import { ConflictNote } from '../conflict-note.tsx';
import { CalendarPreviewDialog } from './calendar-preview.tsx';
import { useChangeWords } from './change-words.ts';
import { ComingDays } from './coming-days.tsx';
import { LineForm } from './line-form.tsx';
import { linesLaidOver, sameLine, sameLines } from './lines.ts';

type SavedTable = {
  readonly version: number;
  readonly changes: readonly CalendarChange[];
  readonly dossiersBehind: number;
};

export function CalendarSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(calendarTableQuery);
  return (
    <Stack>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={160} aria-label={t('shell.loading')} />}
      {data !== undefined && <Editor saved={data} />}
      <ComingDays />
    </Stack>
  );
}

function Editor({ saved }: { readonly saved: SavedTable }) {
  const { t } = useTranslation();
  const words = useChangeWords();
  const [base, setBase] = useState(() => baseOf(saved));
  const [draft, setDraft] = useState(saved.changes);
  const [adding, setAdding] = useState(false);
  const [looking, setLooking] = useState(false);
  /** The version that was saved from here: nobody else's. */
  const [own, setOwn] = useState<number>();
  const changed = !sameLines(draft, base.changes);
  const overtaken = saved.version !== base.version;
  const rebase = (lines: readonly CalendarChange[]) => {
    setBase(baseOf(saved));
    setDraft(lines);
  };
  const { note } = useKeptTyping('calendar', {
    values: { base, draft },
    changed,
    restore: (kept) => {
      setBase(kept.base);
      setDraft(kept.draft);
    },
    begin: () => rebase(saved.changes),
  });
  if (overtaken && (!changed || saved.version === own)) rebase(saved.changes);
  return (
    <>
      <Text size="sm">{t('administration.calendar.text')}</Text>
      {note}
      {saved.dossiersBehind > 0 && (
        <Text size="sm" role="status">
          {t('administration.setUp.behind', { count: saved.dossiersBehind })}
        </Text>
      )}
      {overtaken && changed && (
        <ConflictNote
          now={saved.changes.map(words)}
          takeTheirs={() => rebase(saved.changes)}
          keepMine={() => rebase(linesLaidOver(draft, base.changes, saved.changes))}
        />
      )}
      <Group justify="space-between">
        <Title order={2}>{t('administration.calendar.changes')}</Title>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('administration.calendar.add')}
        </Button>
      </Group>
      {draft.length === 0 ? (
        <Text>{t('administration.calendar.none')}</Text>
      ) : (
        <WideTable
          label={t('administration.calendar.changes')}
          width={560}
          headings={[t('administration.calendar.line'), t('administration.calendar.source'), '']}
        >
          {draft.map((line) => (
            <Table.Tr key={JSON.stringify(line)}>
              <Table.Td>
                {words(line)}
                {!base.changes.some((one) => sameLine(one, line)) &&
                  ` (${t('administration.calendar.unsaved')})`}
              </Table.Td>
              <Table.Td>{line.source}</Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('administration.calendar.removeOf', { line: words(line) })}
                  onClick={() => setDraft(draft.filter((one) => one !== line))}
                >
                  {t('administration.calendar.remove')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {changed && !overtaken && (
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setDraft(base.changes)}>
            {t('administration.setUp.discard')}
          </Button>
          <Button onClick={() => setLooking(true)}>{t('administration.calendar.preview')}</Button>
        </Group>
      )}
      {adding && <LineForm close={() => setAdding(false)} add={(line) => setDraft([...draft, line])} />}
      {looking && (
        <CalendarPreviewDialog
          version={base.version}
          changes={draft}
          onSaved={setOwn}
          close={() => setLooking(false)}
        />
      )}
    </>
  );
}

/** What a draft is laid over: the lines as they were, and their version. */
function baseOf({ version, changes }: SavedTable): Pick<SavedTable, 'version' | 'changes'> {
  return { version, changes };
}
