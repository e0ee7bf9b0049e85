import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInput } from '../dates.ts';
import { type WallTime, wallTimeOf } from '../riga-time.ts';
import { TimeInput } from '../time-input.tsx';

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
      <TimeInput
        label={t('fact.time')}
        value={value.time}
        onChange={(time) => {
          if (time !== '') onChange({ ...value, time });
        }}
        w={120}
      />
    </Group>
  );
}
