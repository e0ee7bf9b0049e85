import { Button, Fieldset, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../parts/day-input.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import { institutionsQuery } from '../../requests/directory.ts';
import { factTypeIn, vocabularyQuery } from '../../requests/dossiers.ts';
import { channels, referralKinds, type TypedReferral } from './running-case.ts';

type Props = {
  readonly n: number;
  readonly value: TypedReferral;
  readonly errorAt: (field: string) => string | undefined;
  readonly onChange: (value: TypedReferral) => void;
  readonly onRemove: () => void;
};

/** Something that was sent before the start and that nobody has answered yet. */
export function RunningReferral({ n, value, errorAt, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const { data } = useQuery({ ...institutionsQuery(asked), placeholderData: (before) => before });
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const put = (part: Partial<TypedReferral>) => onChange({ ...value, ...part });
  const fields = factTypeIn(vocabulary, 'referral.sent')?.fields ?? [];
  const choices = <T extends string>(field: string, codes: readonly T[]) => {
    const known = fields.find(({ name }) => name === field)?.codes ?? [];
    return codes.map((code) => {
      const label = known.find((one) => one.code === code)?.label;
      return { value: code, label: label === undefined ? code : inLanguage(label) };
    });
  };
  return (
    <Fieldset legend={t('newCase.running.referral', { n })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('newCase.running.receiver')}
          data={(data?.institutions ?? []).map(({ id, name, address, municipality }) => ({
            value: id,
            label: [name, address ?? municipality.name].join(', '),
          }))}
          value={value.receiverId === '' ? null : value.receiverId}
          searchable
          filter={({ options }) => options}
          onSearchChange={setSearch}
          nothingFoundMessage={t('fact.notFound')}
          error={errorAt('receiverId')}
          onChange={(id) => put({ receiverId: id ?? '' })}
        />
        <DayInput
          label={t('newCase.running.sentOn')}
          value={value.sentOn}
          error={errorAt('sentOn')}
          onChange={(sentOn) => put({ sentOn })}
        />
        <Select
          label={t('newCase.running.kind')}
          data={choices('kindCode', referralKinds)}
          value={value.kindCode}
          allowDeselect={false}
          onChange={(code) => put({ kindCode: referralKinds.find((one) => one === code) ?? value.kindCode })}
        />
        <Select
          label={t('newCase.running.channel')}
          data={choices('channelCode', channels)}
          value={value.channelCode}
          allowDeselect={false}
          onChange={(code) => put({ channelCode: channels.find((one) => one === code) ?? value.channelCode })}
        />
        <TextInput
          label={t('newCase.running.regNo')}
          maxLength={100}
          value={value.regNo}
          onChange={(event) => put({ regNo: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Button size="compact-sm" variant="subtle" mt="xs" onClick={onRemove}>
        {t('newCase.running.remove')}
      </Button>
    </Fieldset>
  );
}
