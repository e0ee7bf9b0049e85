import { useTranslation } from 'react-i18next';
import { MomentInput } from '../moment-input.tsx';
import { type WallTime, wallTimeOf } from '../riga-time.ts';

type Props = { readonly value: WallTime; readonly onChange: (value: WallTime) => void };

/** When something happened: now, unless changed. Never later than now. */
export function WhenInput({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <MomentInput
      label={t('fact.when')}
      value={value}
      onChange={({ day, time }) => onChange({ day, time: time === '' ? value.time : time })}
      required
      maxDate={wallTimeOf(new Date()).day}
    />
  );
}
