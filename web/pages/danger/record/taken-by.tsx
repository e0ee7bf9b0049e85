import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Who at the other end took or confirmed a report: a name, a post, a number. */
export function TakenBy({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={label}
      description={t('danger.told.takenByHint')}
      autoComplete="off"
      maxLength={300}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** As the words of the fact say it; nothing where nobody was named. */
export function useTakenByWords(): (who: string) => { readonly words?: string } {
  const { t } = useTranslation();
  return (who) => (who.trim() === '' ? {} : { words: t('danger.told.takenByWords', { who: who.trim() }) });
}
