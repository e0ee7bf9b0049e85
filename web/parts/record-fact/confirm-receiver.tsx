import { Button, Group, Paper, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DirectoryAnswer } from '../../../contracts/directory.ts';
import type { FactValues } from './fact-form.ts';

type Props = {
  readonly dossierId: string;
  readonly receiverId: string;
  readonly onConfirm: () => void;
  readonly onChange: () => void;
};

/** The receiver that is chosen, or null. */
export function receiverOf({ fields }: FactValues): string | null {
  const id = fields['receiverId'];
  return typeof id === 'string' && id !== '' ? id : null;
}

/** Name, municipality and address once more before it leaves (rules of conduct 17). */
export function ConfirmReceiver({ dossierId, receiverId, onConfirm, onChange }: Props) {
  const { t } = useTranslation();
  // Chosen from the directory, so it is among what was fetched of it.
  const fetched = useQueryClient().getQueriesData<DirectoryAnswer>({ queryKey: ['directory', dossierId] });
  const receiver = fetched
    .flatMap(([, answer]) => answer?.institutions ?? [])
    .find(({ id }) => id === receiverId);
  return (
    <Paper withBorder p="sm" role="alertdialog" aria-label={t('fact.receiver.title')}>
      <Text fw={600}>{t('fact.receiver.title')}</Text>
      {receiver !== undefined && (
        <>
          <Text>
            {receiver.name}, {receiver.municipality.name}
          </Text>
          <Text size="sm">{receiver.address ?? t('fact.receiver.noAddress')}</Text>
        </>
      )}
      <Group mt="xs">
        <Button data-autofocus autoFocus onClick={onConfirm}>
          {t('fact.receiver.confirm')}
        </Button>
        <Button variant="default" onClick={onChange}>
          {t('fact.receiver.change')}
        </Button>
      </Group>
    </Paper>
  );
}
