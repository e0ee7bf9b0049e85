import { Button, Checkbox, Group, Loader, NativeSelect, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { colleaguesQuery } from '../../../requests/directory.ts';

type Props = {
  readonly suspects: boolean;
  readonly excluded: readonly string[];
  readonly onChange: (changed: {
    readonly suspects?: boolean;
    readonly excluded?: readonly string[];
  }) => void;
  /** The person who records; nobody excludes themselves by mistake. */
  readonly own: string | undefined;
  /** May the API be asked who works here? */
  readonly canAsk: boolean;
};

/** Whether somebody of the own institution is suspected, and must not know (R 3). */
export function Suspects({ suspects, excluded, onChange, own, canAsk }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery({ ...colleaguesQuery, enabled: suspects && canAsk });
  const others = (data?.colleagues ?? []).filter(({ id }) => id !== own);
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('danger.record.suspects')}
        checked={suspects}
        onChange={(event) => onChange({ suspects: event.currentTarget.checked, excluded: [] })}
      />
      {suspects && !canAsk && data === undefined && <Text size="sm">{t('danger.record.suspectsLater')}</Text>}
      {suspects && canAsk && data === undefined && error === null && (
        <Loader size="sm" aria-label={t('shell.loading')} />
      )}
      {error !== null && <ProblemNote error={error} />}
      {suspects && data !== undefined && (
        <NativeSelect
          label={t('danger.record.suspectsWho')}
          description={t('danger.record.suspectsHint')}
          size="md"
          value=""
          onChange={(event) => onChange({ excluded: [...excluded, event.currentTarget.value] })}
          data={[
            { value: '', label: t('danger.record.suspectsChoose') },
            ...others
              .filter(({ id }) => !excluded.includes(id))
              .map(({ id, displayName, roles }) => ({
                value: id,
                label: [displayName, ...roles.map(inLanguage)].join(', '),
              })),
          ]}
        />
      )}
      <Group gap="xs">
        {others
          .filter(({ id }) => excluded.includes(id))
          .map(({ id, displayName }) => (
            <Button
              key={id}
              variant="default"
              rightSection={<IconX size={16} aria-hidden />}
              aria-label={t('danger.record.suspectsRemove', { name: displayName })}
              onClick={() => onChange({ excluded: excluded.filter((one) => one !== id) })}
            >
              {displayName}
            </Button>
          ))}
      </Group>
    </Stack>
  );
}
