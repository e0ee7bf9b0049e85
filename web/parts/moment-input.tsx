import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from './day-input.tsx';
import type { WallTime } from './riga-time.ts';
import { TimeInput } from './time-input.tsx';

type Props = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** Each part may be empty while somebody fills it in. */
  readonly value: WallTime;
  readonly onChange: (value: WallTime) => void;
  readonly required?: boolean;
  /** The last day that may be meant. */
  readonly maxDate?: string;
  readonly error?: ReactNode;
};

/** A day and the time of it. */
export function MomentInput({ label, description, value, onChange, required, maxDate, error }: Props) {
  const { t } = useTranslation();
  const { day, time } = value;
  return (
    <Group gap="sm" align="start" wrap="nowrap">
      <DayInput
        label={label}
        description={description}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={day}
        onChange={(changed) => onChange({ day: changed, time })}
        {...(required === true ? { required, withAsterisk: false } : {})}
        {...(maxDate === undefined ? {} : { maxDate })}
        error={day === '' ? error : undefined}
        w={180}
      />
      <TimeInput
        label={t('fact.time')}
        value={time}
        onChange={(changed) => onChange({ day, time: changed })}
        error={day === '' ? undefined : error}
        w={120}
      />
    </Group>
  );
}
