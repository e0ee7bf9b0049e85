import { DateInput, type DateInputProps } from '@mantine/dates';

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** `2026-11-21`, or empty. */
  readonly value?: string;
  readonly onChange?: (day: string) => void;
};

/** A day, typed as 21.11.2026. or chosen; `form.getInputProps` fits. */
export function DayInput({ value = '', onChange, ...rest }: Props) {
  return (
    <DateInput
      clearable={rest.required !== true}
      value={value === '' ? null : value}
      onChange={(day) => onChange?.(day ?? '')}
      {...rest}
    />
  );
}
