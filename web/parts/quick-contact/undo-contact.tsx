import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordFacts, type Written } from '../../requests/dossiers.ts';
import { withdrawalOf } from '../record-fact/fact-form.ts';

type Props = { readonly said: string; readonly written: Written; readonly onUndone: () => void };

/** What was recorded, and the button that withdraws it: both stay in the history. */
export function UndoContact({ said, written, onUndone }: Props) {
  const { t } = useTranslation();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const undoing = useMutation({
    mutationFn: () =>
      recordFacts(written.dossierId, written.eventIds.slice(0, 1).map(withdrawalOf), {
        idempotencyKey,
        version: written.version,
      }),
    onSuccess: onUndone,
  });
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{undoing.isError ? t('contact.undoFailed') : said}</Text>
      {!undoing.isError && (
        <Button
          size="compact-md"
          variant="default"
          flex="none"
          loading={undoing.isPending}
          onClick={() => undoing.mutate()}
        >
          {t('contact.undo')}
        </Button>
      )}
    </Group>
  );
}
