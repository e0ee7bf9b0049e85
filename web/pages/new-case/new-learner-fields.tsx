/** A learner who is not known yet: the name, and what letters and prints have to obey (rules of conduct 18). */
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Input,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { schoolYearOf } from '../../../contracts/school-year.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { wallTimeOf } from '../../parts/riga-time.ts';
import { classesQuery } from '../../requests/school-classes.ts';
import { AddSibling } from './add-sibling.tsx';
import { KnownElsewhere } from './learner-choice.tsx';
import { freshContact, type TypedContact, type TypedLearner } from './new-learner.ts';

const relations = [
  'mother',
  'father',
  'guardian',
  'fosterFamily',
  'careInstitution',
  'grandparent',
  'otherRelative',
  'other',
] as const satisfies readonly TypedContact['relation'][];
const languages = [
  'lv',
  'ru',
  'uk',
  'en',
  'lt',
  'pl',
  'other',
] as const satisfies readonly TypedContact['language'][];
const custodies = ['yes', 'no', 'unknown'] as const satisfies readonly TypedContact['custody'][];

type Props = {
  readonly value: TypedLearner;
  readonly onChange: (value: TypedLearner) => void;
  /** The person may record the people around; else name and class only. */
  readonly whole: boolean;
  /** Somebody tried to save it. */
  readonly tried: boolean;
};

export function NewLearnerFields({ value, onChange, whole, tried }: Props) {
  const { t } = useTranslation();
  const { day } = wallTimeOf(new Date());
  const { data } = useQuery(classesQuery(schoolYearOf(day)));
  const needed = (text: string) => (tried && text.trim() === '' ? t('newCase.learner.needed') : undefined);
  const put = (part: Partial<TypedLearner>) => onChange({ ...value, ...part });
  const present = data ?? [];
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('newCase.learner.firstName')}
          required
          withAsterisk={false}
          maxLength={100}
          value={value.firstName}
          error={needed(value.firstName)}
          onChange={(event) => put({ firstName: event.currentTarget.value })}
        />
        <TextInput
          label={t('newCase.learner.lastName')}
          required
          withAsterisk={false}
          maxLength={100}
          value={value.lastName}
          error={needed(value.lastName)}
          onChange={(event) => put({ lastName: event.currentTarget.value })}
        />
        {present.length > 0 ? (
          <Select
            label={t('newCase.learner.class')}
            data={present.map(({ id, name }) => ({ value: id, label: name }))}
            value={value.classId === '' ? null : value.classId}
            searchable
            clearable
            nothingFoundMessage={t('fact.notFound')}
            onChange={(id) =>
              put({ classId: id ?? '', className: present.find((one) => one.id === id)?.name ?? '' })
            }
          />
        ) : (
          <TextInput
            label={t('newCase.learner.class')}
            maxLength={20}
            value={value.className}
            onChange={(event) => put({ className: event.currentTarget.value })}
          />
        )}
        {whole && (
          <DayInput
            label={t('newCase.learner.birthDate')}
            description={t('newCase.learner.optional')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={value.birthDate}
            maxDate={day}
            defaultLevel="decade"
            onChange={(birthDate) => put({ birthDate })}
          />
        )}
      </SimpleGrid>
      {whole && (
        <>
          <KnownElsewhere name={`${value.firstName} ${value.lastName}`} birthDate={value.birthDate} />
          <TextInput
            label={t('newCase.learner.residence')}
            description={t('newCase.learner.residenceHint')}
            maxLength={100}
            value={value.municipality}
            onChange={(event) => put({ municipality: event.currentTarget.value })}
          />
          {value.contacts.map((contact, index) => (
            <ContactFields
              key={contact.key}
              n={index + 1}
              value={contact}
              onChange={(changed) =>
                put({ contacts: value.contacts.map((one) => (one.key === contact.key ? changed : one)) })
              }
              onRemove={() => put({ contacts: value.contacts.filter(({ key }) => key !== contact.key) })}
            />
          ))}
          <Button
            variant="default"
            style={{ alignSelf: 'start' }}
            onClick={() => put({ contacts: [...value.contacts, freshContact(crypto.randomUUID())] })}
          >
            {t('newCase.learner.addContact')}
          </Button>
          {value.siblings.length > 0 && (
            <Text size="sm">
              {t('newCase.siblings')}:{' '}
              {value.siblings.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', ')}
            </Text>
          )}
          <AddSibling
            onAdd={(sibling) =>
              put({ siblings: [...value.siblings.filter(({ id }) => id !== sibling.id), sibling] })
            }
          />
        </>
      )}
    </Stack>
  );
}

type ContactProps = {
  readonly n: number;
  readonly value: TypedContact;
  readonly onChange: (value: TypedContact) => void;
  readonly onRemove: () => void;
};

function ContactFields({ n, value, onChange, onRemove }: ContactProps) {
  const { t } = useTranslation();
  const put = (part: Partial<TypedContact>) => onChange({ ...value, ...part });
  return (
    <Fieldset legend={t('newCase.learner.contact', { n })}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('newCase.learner.name')}
          maxLength={100}
          value={value.name}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('newCase.learner.phone')}
          type="tel"
          maxLength={40}
          value={value.phone}
          onChange={(event) => put({ phone: event.currentTarget.value })}
        />
        <Select
          label={t('newCase.learner.relation')}
          data={relations.map((code) => ({ value: code, label: t(`newCase.learner.relations.${code}`) }))}
          value={value.relation}
          allowDeselect={false}
          onChange={(code) => put({ relation: relations.find((one) => one === code) ?? value.relation })}
        />
        <Select
          label={t('newCase.learner.language')}
          data={languages.map((code) => ({ value: code, label: t(`newCase.learner.languages.${code}`) }))}
          value={value.language}
          allowDeselect={false}
          onChange={(code) => put({ language: languages.find((one) => one === code) ?? value.language })}
        />
      </SimpleGrid>
      <Stack gap="xs" mt="sm">
        <Input.Wrapper label={t('newCase.learner.custody')} labelElement="div">
          <SegmentedControl
            mt={4}
            display="flex"
            w="fit-content"
            aria-label={t('newCase.learner.custody')}
            data={custodies.map((code) => ({ value: code, label: t(`newCase.learner.custodies.${code}`) }))}
            value={value.custody}
            onChange={(code) => put({ custody: custodies.find((one) => one === code) ?? value.custody })}
          />
        </Input.Wrapper>
        <Checkbox
          label={t('newCase.learner.noContact')}
          checked={value.noContact}
          onChange={(event) => put({ noContact: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('newCase.learner.addressSecret')}
          checked={value.addressSecret}
          onChange={(event) => put({ addressSecret: event.currentTarget.checked })}
        />
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={onRemove}>
            {t('newCase.learner.removeContact')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
