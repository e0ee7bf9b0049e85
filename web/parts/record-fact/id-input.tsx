/** What an id of a fact names, as a choice among what there is: nobody types an id. */
import { Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { colleaguesQuery, receiversQuery } from '../../requests/directory.ts';
import {
  dossierQuery,
  type FactField,
  factsQuery,
  openCasesQuery,
  type RecordedFact,
  vocabularyQuery,
} from '../../requests/dossiers.ts';
import { dutiesOfDossier } from '../../requests/duties.ts';
import { learnerQuery } from '../../requests/learners.ts';
import { dayOf, shortDayWords } from '../day-words.ts';
import { inLanguage } from '../in-language.ts';
import { useCaseWords } from '../use-case-words.ts';
import type { FieldInputProps } from './fact-field-input.tsx';

type Choice = { readonly value: string; readonly label: string; readonly note?: string };

export function IdInput(props: FieldInputProps) {
  const { field } = props;
  if (field.kind === 'dutyRef' || field.kind === 'dutyRefs') return <DutyChoice {...props} />;
  switch (field.whose) {
    case 'institution':
      return <InstitutionChoice {...props} />;
    case 'person':
      return <PersonChoice {...props} />;
    case 'parent':
      return <ContactChoice {...props} />;
    case 'learner':
      return <LearnerChoice {...props} />;
    case 'referral':
    case 'plan':
    case 'meeting':
    case 'event':
    case 'new':
      return <EarlierFactChoice {...props} />;
    case 'dossier':
      return <CaseChoice {...props} />;
    case 'plain':
    case undefined:
      return <PlainId {...props} />;
  }
}

function Choose(
  props: FieldInputProps & { readonly choices: readonly Choice[]; readonly search?: (typed: string) => void },
) {
  const { t } = useTranslation();
  const { field, value, missing, onChange, choices, search } = props;
  const chosen = typeof value === 'string' ? value : Array.isArray(value) ? value[0] : undefined;
  const notes = new Map(choices.map((choice) => [choice.value, choice.note]));
  return (
    <Select
      label={inLanguage(field.label)}
      description={field.optional ? t('fact.optional') : undefined}
      required={!field.optional}
      withAsterisk={false}
      error={missing ? t('fact.needed') : undefined}
      data={choices.map(({ value: id, label }) => ({ value: id, label }))}
      value={chosen === undefined || chosen === '' ? null : chosen}
      searchable
      clearable={field.optional}
      allowDeselect={field.optional}
      nothingFoundMessage={t('fact.notFound')}
      {...(search === undefined ? {} : { onSearchChange: search, filter: ({ options }) => options })}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          {notes.get(option.value) !== undefined && (
            <Text size="xs" c="dimmed">
              {notes.get(option.value)}
            </Text>
          )}
        </div>
      )}
      onChange={(id) => onChange(field.kind.endsWith('s') ? (id === null ? [] : [id]) : (id ?? ''))}
    />
  );
}

/** With municipality and address, so that nobody writes to the wrong one (rules of conduct 17). */
function InstitutionChoice(props: FieldInputProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const { institution } = useSession();
  const { data, isPlaceholderData } = useQuery({
    ...receiversQuery(props.dossierId, search),
    placeholderData: (before) => before,
  });
  // What fits what was typed before must not stand under the finger until the answer comes (rules of conduct 17).
  const awaited = isPlaceholderData || typed !== search;
  const fits = (name: string) =>
    !awaited || name.toLocaleLowerCase('lv').includes(typed.toLocaleLowerCase('lv'));
  const toOthers = props.field.name === 'receiverId' || props.field.name === 'redirectedToId';
  const offered = (data?.institutions ?? []).filter(
    ({ id, name }) => fits(name) && !(toOthers && id === institution.id),
  );
  const choices = offered.map((one) => ({
    value: one.id,
    label: `${one.name}, ${one.municipality.name}`,
    note: [one.suggested === null ? null : inLanguage(one.suggested), one.address]
      .filter((text) => text !== null)
      .join(' · '),
  }));
  // The chosen one’s name in the box is no search.
  return (
    <Choose
      {...props}
      choices={choices}
      search={(text) => setTyped(choices.some(({ label }) => label === text) ? '' : text)}
    />
  );
}

function PersonChoice(props: FieldInputProps) {
  const { data } = useQuery(colleaguesQuery);
  const choices = (data?.colleagues ?? []).map(({ id, displayName, roles }) => ({
    value: id,
    label: displayName,
    note: roles.map(inLanguage).join(', '),
  }));
  return <Choose {...props} choices={choices} />;
}

function ContactChoice(props: FieldInputProps) {
  const dossier = useQuery(dossierQuery(props.dossierId));
  const learnerId = dossier.data?.learner?.id ?? '';
  const { data } = useQuery({ ...learnerQuery(learnerId), enabled: learnerId !== '' });
  const choices = (data?.contacts ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return <Choose {...props} choices={choices} />;
}

function LearnerChoice(props: FieldInputProps) {
  const { data } = useQuery(dossierQuery(props.dossierId));
  const learner = data?.learner;
  const choices =
    learner === null || learner === undefined
      ? []
      : [{ value: learner.id, label: `${learner.firstName} ${learner.lastName}` }];
  return <Choose {...props} choices={choices} />;
}

function DutyChoice(props: FieldInputProps) {
  const { data } = useQuery(dutiesOfDossier(props.dossierId));
  const choices = (data ?? []).map(({ duty }) => ({ value: duty.key, label: inLanguage(duty.title) }));
  return <Choose {...props} choices={choices} />;
}

function CaseChoice(props: FieldInputProps) {
  const words = useCaseWords();
  const { data } = useQuery(openCasesQuery);
  const choices = (data ?? []).map((row) => ({ value: row.id, label: words(row) }));
  return <Choose {...props} choices={choices} />;
}

/** Referrals, plans, meetings and other facts of the dossier, by what they were and when. */
function EarlierFactChoice(props: FieldInputProps) {
  const vocabulary = useQuery(vocabularyQuery);
  const facts = useInfiniteQuery(factsQuery(props.dossierId));
  const titles = new Map(
    vocabulary.data?.groups.flatMap(({ types }) =>
      types.map(({ type, title }) => [type as string, title] as const),
    ),
  );
  const choices = (facts.data ?? []).flatMap((fact) => {
    const value = offeredBy(fact, props.field);
    const title = titles.get(fact.event.type);
    if (value === undefined) return [];
    const day = shortDayWords(dayOf(new Date(fact.event.occurredAt)));
    return [{ value, label: `${title === undefined ? fact.event.type : inLanguage(title)}, ${day}` }];
  });
  return <Choose {...props} choices={choices.toReversed()} />;
}

/** The id that an earlier fact offers to the field. */
function offeredBy({ event }: RecordedFact, { from = [], whose }: FactField): string | undefined {
  const origin = from.find(({ type }) => type === event.type);
  if (origin === undefined) return from.length === 0 && whose === 'event' ? event.id : undefined;
  if (origin.field === undefined) return event.id;
  const data: Readonly<Record<string, unknown>> = { ...event.data };
  const value = data[origin.field];
  return typeof value === 'string' ? value : undefined;
}

/** Of something outside the product: a number or sign as it stands there. */
function PlainId({ field, value, missing, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={inLanguage(field.label)}
      description={field.optional ? t('fact.optional') : undefined}
      required={!field.optional}
      withAsterisk={false}
      error={missing ? t('fact.needed') : undefined}
      maxLength={64}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
