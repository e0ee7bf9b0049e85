import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TimePicker } from './dates.ts';

type Props = {
  readonly label: ReactNode;
  /** `08:30`, or empty. */
  readonly value?: string;
  readonly onChange?: (time: string) => void;
  readonly error?: ReactNode;
  readonly w?: number;
};

/** A time of the day, with 24 hours whatever the browser is set to; `form.getInputProps` fits. */
export function TimeInput({ label, value = '', onChange, error, w }: Props) {
  const { t } = useTranslation();
  return (
    <TimePicker
      label={label}
      format="24h"
      value={value}
      onChange={(time) => onChange?.(time.slice(0, 5))}
      error={error}
      hoursInputLabel={t('fact.hours')}
      minutesInputLabel={t('fact.minutes')}
      {...(w === undefined ? {} : { w })}
    />
  );
}
