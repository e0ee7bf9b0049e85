import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput, type DateInputProps } from './dates.ts';
import { dayWords } from './day-words.ts';
import { dayTrouble } from './typed-day.ts';

type Props = Omit<
  DateInputProps,
  'value' | 'onChange' | 'defaultValue' | 'minDate' | 'maxDate' | 'fixOnBlur' | 'clearable'
> & {
  /** `2026-11-21`, or empty. */
  readonly value?: string;
  readonly onChange?: (day: string) => void;
  /** The first and the last day that may be meant. */
  readonly minDate?: string;
  readonly maxDate?: string;
};

/**
 * A day, typed as 21.11.2026. or chosen; `form.getInputProps` fits. What cannot be read as a day stays and is told, and its
 * form is not sent: nobody would notice an earlier day in its place.
 */
export function DayInput(props: Props) {
  const { value = '', onChange, minDate, maxDate, error, onBlur, required = false, ...rest } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  /** What stands in the field since somebody typed; null where it is the value. */
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState(false);
  /** Whoever types needs no calendar, which would lie over the buttons below. */
  const [typing, setTyping] = useState(false);
  const trouble = typed === null ? null : dayTrouble(typed, { required, minDate, maxDate });
  useEffect(() => {
    const form = field.current?.form;
    if (trouble === null || form == null) return;
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      setTold(true);
      field.current?.focus();
    };
    form.addEventListener('submit', stop);
    return () => form.removeEventListener('submit', stop);
  }, [trouble]);
  return (
    <DateInput
      ref={field}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('shell.clearDay'), style: { minWidth: 24, minHeight: 24 } }}
      hideOutsideDates
      required={required}
      {...(minDate === undefined ? {} : { minDate })}
      {...(maxDate === undefined ? {} : { maxDate })}
      value={value === '' ? null : value}
      onInput={(event: FormEvent<HTMLInputElement>) => {
        const text = event.currentTarget.value;
        setTyped(text);
        setTyping(true);
        const readable = dayTrouble(text, { required, minDate, maxDate }) === null;
        if (readable) setTold(false);
        else if (!required && value !== '') onChange?.('');
      }}
      onChange={(day) => {
        setTyped(null);
        setTold(false);
        onChange?.(day ?? '');
      }}
      onMouseDown={() => setTyping(false)}
      onBlur={(event) => {
        setTyping(false);
        setTold(trouble !== null);
        onBlur?.(event);
      }}
      fixOnBlur={trouble === null}
      data-unreadable={trouble !== null || undefined}
      error={told && trouble !== null ? wordsOf(trouble) : error}
      {...(typing ? { popoverProps: { opened: false } } : {})}
      {...rest}
    />
  );

  function wordsOf(one: NonNullable<typeof trouble>): string {
    switch (one) {
      case 'unreadable':
        return t('shell.field.noDay');
      case 'tooEarly':
        return t('shell.field.dayTooEarly', { day: dayWords(minDate ?? '') });
      case 'tooLate':
        return t('shell.field.dayTooLate', { day: dayWords(maxDate ?? '') });
    }
  }
}
