import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { PersonToChange, StaffPerson } from '../../../requests/staff.ts';

export type PersonValues = { displayName: string; language: 'lv' | 'en'; mail: string; phone: string };

export const noPerson: PersonValues = { displayName: '', language: 'lv', mail: '', phone: '' };

export function valuesOf({ displayName, language, mail, phone }: StaffPerson): PersonValues {
  return { displayName, language, mail: mail ?? '', phone: phone ?? '' };
}

/** As the API takes it: what is left empty is left out, and so becomes empty. */
export function personBody({ displayName, language, mail, phone }: PersonValues): PersonToChange {
  return {
    displayName: displayName.trim(),
    language,
    ...(mail.trim() === '' ? {} : { mail: mail.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  };
}

type Form = Pick<UseFormReturnType<PersonValues>, 'key' | 'getInputProps'>;

export function PersonFields({ form }: { readonly form: Form }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('administration.people.fullName')}
        required
        withAsterisk={false}
        autoComplete="off"
        key={form.key('displayName')}
        {...form.getInputProps('displayName')}
      />
      <TextInput
        type="email"
        label={t('administration.people.workMail')}
        description={t('administration.people.workMailHint')}
        autoComplete="off"
        key={form.key('mail')}
        {...form.getInputProps('mail')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="tel"
          label={t('administration.phone')}
          autoComplete="off"
          key={form.key('phone')}
          {...form.getInputProps('phone')}
        />
        <NativeSelect
          label={t('administration.people.language')}
          data={[
            { value: 'lv', label: t('shell.languages.lv') },
            { value: 'en', label: t('shell.languages.en') },
          ]}
          key={form.key('language')}
          {...form.getInputProps('language')}
        />
      </SimpleGrid>
    </>
  );
}
