import { Alert, Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  /** What stands there now, line by line. */
  readonly now: readonly string[];
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
};

/** Somebody else was quicker: what they saved is shown, what was typed stays, and the person chooses. */
export function ConflictNote({ now, keepMine, takeTheirs }: Props) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" variant="light" color="yellow" title={t('administration.conflict.title')}>
      <Text size="sm">{t('administration.conflict.text')}</Text>
      <List size="sm" my="xs">
        {now.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={takeTheirs}>
          {t('administration.conflict.take')}
        </Button>
        <Button size="xs" onClick={keepMine}>
          {t('administration.conflict.keep')}
        </Button>
      </Group>
    </Alert>
  );
}
