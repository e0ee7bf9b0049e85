import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../parts/day-words.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Refused } from '../requests/request.ts';
import { dropUnsent, tryAgain, type UnsentNote } from './unsent.ts';

type Props = {
  readonly personId: string;
  readonly notes: readonly UnsentNote[];
  readonly onClose: () => void;
};

/** What waits: about whom, since when, and why where the API did not take it. */
export function UnsentList({ personId, notes, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('unsent.count', { count: notes.length })}>
      <Stack gap="sm">
        <Text size="sm">{t('unsent.text')}</Text>
        {notes.map((note) => (
          <Line key={note.idempotencyKey} personId={personId} note={note} />
        ))}
      </Stack>
    </Dialog>
  );
}

function Line({ personId, note }: { readonly personId: string; readonly note: UnsentNote }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const renew = () => queries.invalidateQueries({ queryKey: ['unsent'] });
  const acting = { networkMode: 'always', onSuccess: renew } as const;
  const again = useMutation({ mutationFn: () => tryAgain(personId, note), ...acting });
  const dropping = useMutation({ mutationFn: () => dropUnsent(personId, note), ...acting });
  const words = note.facts.flatMap((fact) => (fact.words === undefined ? [] : [fact.words])).join('\n');
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text fw={600}>{note.said}</Text>
        <Text size="sm" c="dimmed">
          {momentWords(note.madeAt)}
        </Text>
        {words !== '' && <Text size="sm">{words}</Text>}
        {note.refusal !== null && <ProblemNote error={new Refused(note.refusal)} />}
        <Group gap="xs">
          {note.refusal !== null && (
            <Button variant="default" onClick={() => again.mutate()}>
              {t('shell.again')}
            </Button>
          )}
          <Button
            variant="subtle"
            onClick={() => {
              if (sure) dropping.mutate();
              else setSure(true);
            }}
          >
            {t(sure ? 'unsent.dropSure' : 'unsent.drop')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
