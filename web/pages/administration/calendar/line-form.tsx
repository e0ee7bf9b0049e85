import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import type { CalendarChange } from '../../../requests/set-up.ts';

type Values = {
  kind: CalendarChange['kind'];
  day: string;
  worked: string;
  lv: string;
  en: string;
  source: string;
};

const kinds = ['movedDayAdded', 'movedDayRemoved', 'holidayAdded', 'holidayRemoved'] as const;

/** One more line of the table. Nothing is saved yet. */
export function LineForm(props: {
  readonly close: () => void;
  readonly add: (line: CalendarChange) => void;
}) {
  const { t } = useTranslation();
  const { close, add } = props;
  const needed = (value: string) => (value.trim() === '' ? t('administration.calendar.needed') : null);
  const form = useForm<Values>({
    initialValues: { kind: 'movedDayAdded', day: '', worked: '', lv: '', en: '', source: '' },
    validate: {
      day: needed,
      source: needed,
      worked: (value, { kind }) => (kind === 'movedDayAdded' ? needed(value) : null),
      lv: (value, { kind }) => (kind === 'holidayAdded' ? needed(value) : null),
      en: (value, { kind }) => (kind === 'holidayAdded' ? needed(value) : null),
    },
  });
  const { note, drop } = useKeptMantineForm('calendar:line', form);
  const { kind } = form.values;
  return (
    <Dialog opened onClose={close} title={t('administration.calendar.add')}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          drop();
          add(lineOf(values));
          close();
        })}
      >
        <Stack>
          {note}
          <NativeSelect
            label={t('administration.calendar.what')}
            data={kinds.map((value) => ({ value, label: t(`administration.calendar.kinds.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <DayInput
            label={t(
              kind === 'movedDayAdded' || kind === 'movedDayRemoved'
                ? 'administration.calendar.free'
                : 'administration.calendar.day',
            )}
            required
            withAsterisk={false}
            {...form.getInputProps('day')}
          />
          {kind === 'movedDayAdded' && (
            <DayInput
              label={t('administration.calendar.worked')}
              required
              withAsterisk={false}
              {...form.getInputProps('worked')}
            />
          )}
          {kind === 'holidayAdded' && (
            <Group grow align="flex-start">
              <TextInput label={t('administration.setUp.years.nameLv')} {...form.getInputProps('lv')} />
              <TextInput label={t('administration.setUp.years.nameEn')} {...form.getInputProps('en')} />
            </Group>
          )}
          <TextInput
            label={t('administration.calendar.source')}
            description={t('administration.calendar.sourceHint')}
            {...form.getInputProps('source')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit">{t('administration.calendar.addSubmit')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function lineOf({ kind, day, worked, lv, en, source }: Values): CalendarChange {
  switch (kind) {
    case 'holidayAdded':
      return { kind, day, name: { lv, en }, source };
    case 'holidayRemoved':
      return { kind, day, source };
    case 'movedDayAdded':
      return { kind, free: day, worked, source };
    case 'movedDayRemoved':
      return { kind, free: day, source };
  }
}
