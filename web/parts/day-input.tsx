import { useTranslation } from 'react-i18next';
import { DateInput, type DateInputProps } from './dates.ts';

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** `2026-11-21`, or empty. */
  readonly value?: string;
  readonly onChange?: (day: string) => void;
};

/** A day, typed as 21.11.2026. or chosen; `form.getInputProps` fits. */
export function DayInput({ value = '', onChange, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <DateInput
      clearable={rest.required !== true}
      clearButtonProps={{ 'aria-label': t('shell.clearDay'), style: { minWidth: 24, minHeight: 24 } }}
      hideOutsideDates
      value={value === '' ? null : value}
      onChange={(day) => onChange?.(day ?? '')}
      {...rest}
    />
  );
}
