import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  /** Smaller where a hand is not in a hurry. */
  readonly size?: 'compact-sm' | 'compact-md';
  readonly onAnew: () => void;
};

/** What was typed earlier stands in the form again; the person may begin anew. */
export function RestoredNote({ size = 'compact-sm', onAnew }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{t('fact.restored')}</Text>
      <Button size={size} variant="default" onClick={onAnew}>
        {t('fact.anew')}
      </Button>
    </Group>
  );
}
