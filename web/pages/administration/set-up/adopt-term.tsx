import { Button, Checkbox, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import { dayOf } from '../../../parts/day-words.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { inLanguage } from '../../../parts/in-language.ts';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import type { OfferedDuty, SetUpDraft } from '../../../requests/set-up.ts';

type Term = NonNullable<SetUpDraft['adoptedTerms'][string]['due']>;

type Props = {
  readonly duty: OfferedDuty;
  readonly draft: SetUpDraft;
  readonly change: (draft: SetUpDraft) => void;
  readonly close: () => void;
};

const units = ['workingDay', 'day', 'week', 'month', 'hour'] as const satisfies readonly Term['unit'][];

/** A default term becomes the municipality's own: by a document, from a day, perhaps with another length. */
export function AdoptTerm({ duty, draft, change, close }: Props) {
  const { t } = useTranslation();
  const adopted = draft.adoptedTerms[duty.id];
  const form = useForm<{
    documentNo: string;
    from: string;
    other: boolean;
    amount: number;
    unit: Term['unit'];
  }>({
    initialValues: {
      documentNo: adopted?.documentNo ?? '',
      from: adopted?.from ?? dayOf(new Date()),
      other: adopted?.due !== undefined,
      amount: adopted?.due?.amount ?? 5,
      unit: adopted?.due?.unit ?? 'workingDay',
    },
    validate: {
      documentNo: (value) => (value.trim() === '' ? t('administration.setUp.documentNeeded') : null),
      from: (value) => (value === '' ? t('administration.setUp.dayNeeded') : null),
      amount: (value) =>
        Number.isInteger(value) && value > 0 ? null : t('administration.setUp.numberNeeded'),
    },
  });
  const kept = useKeptMantineForm(`adopt:${duty.id}`, form);
  const adopt = form.onSubmit(({ documentNo, from, other, amount, unit }) => {
    const due: Term = { ...(adopted?.due ?? { kind: 'term', landing: 'next' }), amount, unit };
    const term = { documentNo: documentNo.trim(), from, ...(other ? { due } : {}) };
    kept.drop();
    change({ ...draft, adoptedTerms: { ...draft.adoptedTerms, [duty.id]: term } });
    close();
  });
  const drop = () => {
    kept.drop();
    change({
      ...draft,
      adoptedTerms: Object.fromEntries(Object.entries(draft.adoptedTerms).filter(([id]) => id !== duty.id)),
    });
    close();
  };
  return (
    <Dialog opened onClose={close} title={t('administration.setUp.adopt')}>
      <form onSubmit={adopt} noValidate>
        <Stack>
          <Text fw={600}>{inLanguage(duty.title)}</Text>
          <Text size="sm">{t('administration.setUp.adoptText')}</Text>
          {kept.note}
          <TextInput
            label={t('administration.setUp.document')}
            description={t('administration.setUp.documentHint')}
            {...form.getInputProps('documentNo')}
          />
          <DayInput
            label={t('administration.setUp.adoptFrom')}
            required
            withAsterisk={false}
            {...form.getInputProps('from')}
          />
          <Checkbox
            label={t('administration.setUp.otherLength')}
            {...form.getInputProps('other', { type: 'checkbox' })}
          />
          {form.values.other && (
            <Group grow align="flex-start">
              <NumberInput
                label={t('administration.setUp.amount')}
                min={1}
                max={400}
                allowDecimal={false}
                hideControls
                {...form.getInputProps('amount')}
              />
              <NativeSelect
                label={t('administration.setUp.unit')}
                data={units.map((value) => ({ value, label: t(`administration.setUp.units.${value}`) }))}
                {...form.getInputProps('unit')}
              />
            </Group>
          )}
          <Group justify="flex-end">
            {adopted !== undefined && (
              <Button variant="default" onClick={drop} mr="auto">
                {t('administration.setUp.dropAdoption')}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit">{t('administration.setUp.adopt')}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
