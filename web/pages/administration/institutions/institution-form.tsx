import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindWords } from '../../../../contracts/office.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { fieldErrorsOf, isConflict } from '../../../parts/field-errors.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { TimeInput } from '../../../parts/time-input.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptTyping } from '../../../parts/use-kept-typing.tsx';
import { addInstitution, changeInstitution, type KeptInstitution } from '../../../requests/staff.ts';
import { ConflictNote } from '../conflict-note.tsx';
import { clockTimeOf, clockWords } from './clock-time.ts';

type Values = {
  kind: KeptInstitution['kind'];
  name: string;
  schoolType: '' | 'general' | 'vocational' | 'preschool';
  address: string;
  phone: string;
  mail: string;
  movedDays: 'municipality' | 'on' | 'off';
  opens: string;
  closes: string;
  active: boolean;
};

function valuesOf(kept: KeptInstitution | null): Values {
  const hours = kept?.workingHours ?? null;
  return {
    kind: kept?.kind ?? 'school',
    name: kept?.name ?? '',
    schoolType: kept?.schoolType ?? '',
    address: kept?.address ?? '',
    phone: kept?.phone ?? '',
    mail: kept?.mail ?? '',
    movedDays: kept?.movedDaysOn == null ? 'municipality' : kept.movedDaysOn ? 'on' : 'off',
    opens: hours === null ? '' : clockWords(hours.from),
    closes: hours === null ? '' : clockWords(hours.until),
    active: kept?.active ?? true,
  };
}

/** As the API takes it: what is left empty is left out, and so becomes empty. */
function detailsOf(values: Values) {
  const { name, schoolType, address, phone, mail, movedDays, opens, closes } = values;
  const from = clockTimeOf(opens);
  const until = clockTimeOf(closes);
  return {
    name: name.trim(),
    ...(schoolType === '' ? {} : { schoolType }),
    ...(address.trim() === '' ? {} : { address: address.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(mail.trim() === '' ? {} : { mail: mail.trim() }),
    ...(movedDays === 'municipality' ? {} : { movedDaysOn: movedDays === 'on' }),
    ...(from === null || until === null ? {} : { workingHours: { from, until } }),
  };
}

type Props = { readonly kept: KeptInstitution | null; readonly close: () => void };

/** Adds an institution, or changes one; its kind never changes. */
export function InstitutionForm({ kept, close }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(kept?.version ?? 0);
  const form = useForm<Values>({ initialValues: valuesOf(kept) });
  const { note, drop } = useKeptTyping(`institution:${kept?.id ?? 'new'}`, {
    values: { seen, typed: form.values },
    changed: form.isDirty(),
    restore: (before) => {
      setSeen(before.seen);
      form.setValues(before.typed);
    },
    begin: () => takeTheirs(),
  });
  const takeTheirs = () => {
    setSeen(kept?.version ?? 0);
    form.setValues(valuesOf(kept));
    form.resetDirty(valuesOf(kept));
    saving.reset();
  };
  const saving = useAct(
    async ({ values, version }: { readonly values: Values; readonly version: number }, key) =>
      kept === null
        ? await addInstitution({ kind: values.kind, ...detailsOf(values) }, key)
        : await changeInstitution(
            { id: kept.id, version, body: { ...detailsOf(values), active: values.active } },
            key,
          ),
    async () => {
      drop();
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['institutions'] }),
        queries.invalidateQueries({ queryKey: ['directory'] }),
      ]);
      tellDone(t('administration.saved'));
      close();
    },
  );
  const save = (version: number) =>
    saving.mutate(
      { values: form.values, version },
      {
        onError: (error) => {
          form.setErrors(fieldErrorsOf(error));
          if (isConflict(error)) void queries.invalidateQueries({ queryKey: ['institutions'] });
        },
      },
    );
  const behind = kept !== null && isConflict(saving.error) && kept.version !== seen;
  return (
    <Dialog opened onClose={close} size="lg" title={kept?.name ?? t('administration.institutions.add')}>
      <form onSubmit={form.onSubmit(() => save(seen))}>
        <Stack>
          {note}
          {kept === null && (
            <NativeSelect
              label={t('administration.institutions.kind')}
              data={Object.entries(kindWords).map(([value, words]) => ({ value, label: inLanguage(words) }))}
              {...form.getInputProps('kind')}
            />
          )}
          <TextInput
            label={t('administration.institutions.name')}
            required
            withAsterisk={false}
            {...form.getInputProps('name')}
          />
          {form.values.kind === 'school' && (
            <NativeSelect
              label={t('administration.institutions.schoolType')}
              data={(['', 'general', 'vocational', 'preschool'] as const).map((value) => ({
                value,
                label: value === '' ? '–' : t(`administration.institutions.schoolTypes.${value}`),
              }))}
              {...form.getInputProps('schoolType')}
            />
          )}
          <TextInput label={t('administration.institutions.address')} {...form.getInputProps('address')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput type="email" label={t('administration.mail')} {...form.getInputProps('mail')} />
            <TextInput type="tel" label={t('administration.phone')} {...form.getInputProps('phone')} />
            <TimeInput label={t('administration.institutions.opens')} {...form.getInputProps('opens')} />
            <TimeInput label={t('administration.institutions.closes')} {...form.getInputProps('closes')} />
          </SimpleGrid>
          <NativeSelect
            label={t('administration.institutions.movedDays')}
            data={(['municipality', 'on', 'off'] as const).map((value) => ({
              value,
              label: t(`administration.institutions.movedDaysChoices.${value}`),
            }))}
            {...form.getInputProps('movedDays')}
          />
          {kept !== null && (
            <Checkbox
              label={t('administration.institutions.active')}
              description={t('administration.institutions.activeHint')}
              {...form.getInputProps('active', { type: 'checkbox' })}
            />
          )}
          {behind ? (
            <ConflictNote
              now={[kept.name, kept.address ?? '', kept.mail ?? '', kept.phone ?? ''].filter(
                (line) => line !== '',
              )}
              keepMine={() => {
                setSeen(kept.version);
                save(kept.version);
              }}
              takeTheirs={takeTheirs}
            />
          ) : (
            saving.error !== null && <ProblemNote error={saving.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {t(kept === null ? 'administration.institutions.addSubmit' : 'administration.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
