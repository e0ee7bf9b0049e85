/** One field of a fact: the input that fits its kind, with its label and the codes in words. */
import { Checkbox, Chip, Group, Input, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FactField } from '../../requests/dossiers.ts';
import { DayInput } from '../day-input.tsx';
import { inLanguage } from '../in-language.ts';
import { MomentInput } from '../moment-input.tsx';
import { type FieldValue, momentText, wallTimeIn } from './fact-form.ts';
import { IdInput } from './id-input.tsx';

export type FieldInputProps = {
  readonly field: FactField;
  readonly dossierId: string;
  readonly value: FieldValue | undefined;
  /** Empty, and the person tried to send it. */
  readonly missing: boolean;
  readonly onChange: (value: FieldValue) => void;
};

/** Up to so many codes stand side by side, where a phone shows each whole; others are chosen from a list. */
const fewCodes = 4;
const longestChip = 34;

export function FactFieldInput(props: FieldInputProps) {
  const { t } = useTranslation();
  const { field, value, missing, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? [...value] : [];
  const common = {
    label: inLanguage(field.label),
    required: !field.optional,
    withAsterisk: false,
    error: missing ? t('fact.needed') : undefined,
    ...(field.optional ? { description: t('fact.optional') } : {}),
  };
  const options = (field.codes ?? field.suggestions ?? []).map(({ code, label }) => ({
    value: code,
    label: inLanguage(label),
  }));
  switch (field.kind) {
    case 'code':
      return options.length <= fewCodes && options.every(({ label }) => label.length <= longestChip) ? (
        <Input.Wrapper {...common} labelElement="div">
          <Chip.Group value={text} onChange={(chosen) => onChange(chosen)}>
            <Group gap={6} mt={4}>
              {options.map((option) => (
                <Chip key={option.value} value={option.value} variant="outline">
                  {option.label}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
      ) : (
        <Select
          {...common}
          data={options}
          value={text === '' ? null : text}
          searchable={options.length > 8}
          clearable={field.optional}
          allowDeselect={field.optional}
          nothingFoundMessage={t('fact.notFound')}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'codes':
      return options.length <= 8 ? (
        <Checkbox.Group {...common} value={list} onChange={(chosen) => onChange(chosen)}>
          <Stack gap={6} mt={4}>
            {options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label} />
            ))}
          </Stack>
        </Checkbox.Group>
      ) : (
        <MultiSelect
          {...common}
          data={options}
          value={list}
          searchable
          onChange={(chosen) => onChange(chosen)}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={common.label}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'day':
      return <DayInput {...common} value={text} onChange={(day) => onChange(day)} />;
    case 'moment':
      return (
        <MomentInput
          {...common}
          value={wallTimeIn(text)}
          onChange={(moment) => onChange(momentText(moment))}
        />
      );
    case 'count':
      return (
        <TextInput
          {...common}
          inputMode="numeric"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
      );
    case 'label':
      return options.length > 0 ? (
        <Select
          {...common}
          data={options}
          value={text === '' ? null : text}
          clearable={field.optional}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      ) : (
        <TextInput
          {...common}
          maxLength={60}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'labels':
      return (
        <MultiSelect
          {...common}
          data={options}
          value={list}
          searchable
          onChange={(chosen) => onChange(chosen)}
        />
      );
    case 'id':
    case 'ids':
    case 'dutyRef':
    case 'dutyRefs':
      return <IdInput {...props} />;
  }
}
