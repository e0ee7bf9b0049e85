import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, dayWords } from '../../parts/day-words.ts';

type Props = {
  readonly name: string;
  /** Since when it is there, in words. */
  readonly since: string;
  /** A moment; null where it was never used. */
  readonly lastUsedAt: string | null;
  readonly remove: {
    readonly words: string;
    readonly label: string;
    readonly loading?: boolean;
    readonly press: () => void;
  };
};

/** One way into the own account: a passkey, an account elsewhere. */
export function WayInLine({ name, since, lastUsedAt, remove }: Props) {
  const { t } = useTranslation();
  const used =
    lastUsedAt === null
      ? ''
      : ` · ${t('settings.factor.used', { day: dayWords(dayOf(new Date(lastUsedAt))) })}`;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {since}
            {used}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={remove.label}
          loading={remove.loading ?? false}
          onClick={remove.press}
        >
          {remove.words}
        </Button>
      </Group>
    </Paper>
  );
}
