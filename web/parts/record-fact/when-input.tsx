import { Group, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { type WallTime, wallTimeOf } from '../riga-time.ts';

type Props = { readonly value: WallTime; readonly onChange: (value: WallTime) => void };

/** When something happened: now, unless changed. Never later than now. */
export function WhenInput({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" align="end" wrap="nowrap">
      <DateInput
        label={t('fact.when')}
        value={value.day}
        onChange={(day) => {
          if (day !== null) onChange({ ...value, day });
        }}
        maxDate={wallTimeOf(new Date()).day}
        w={180}
      />
      <TextInput
        label={t('fact.time')}
        type="time"
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.currentTarget.value })}
        w={120}
      />
    </Group>
  );
}
