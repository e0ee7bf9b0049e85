/** What search of the header finds: learners by name or class, cases by number, in one list. `/` leads into it. */
import { Select, type SelectProps, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameAndClass } from '../parts/learner-words.ts';
import { wallTimeOf } from '../parts/riga-time.ts';
import { learnerQuery, learnerSearchQuery } from '../requests/learners.ts';
import { caseNumberQuery } from '../requests/new-case.ts';
import { useMay } from './may.ts';
import { numberTyped } from './number-typed.ts';

type Props = Pick<SelectProps, 'ref' | 'w' | 'visibleFrom'> & {
  readonly onChosen?: () => void;
  /** While this was being fetched. */
  readonly typedBefore?: string;
  /** In a dialog: where typing begins. */
  readonly 'data-autofocus'?: boolean;
};

type Found = { readonly value: string; readonly label: string; readonly note: string };

export function SearchBox({ onChosen, typedBefore = '', ...rest }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const may = useMay();
  const searches = may('searchLearners');
  const [typed, setTyped] = useState('');
  // The list empties its field when it appears; what was typed comes after that.
  useEffect(() => setTyped(typedBefore), [typedBefore]);
  const [asked] = useDebouncedValue(typed.trim(), 300);
  const number = numberTyped(asked, wallTimeOf(new Date()).day.slice(0, 4));
  const learners = useQuery({
    ...learnerSearchQuery(asked),
    enabled: searches && asked.length >= 2 && number === null,
  });
  const dossiers = useQuery({ ...caseNumberQuery(number ?? ''), enabled: number !== null });
  const unseen = number !== null && dossiers.data?.items.length === 0 && may('takeEmergencyAccess');
  const cases: readonly Found[] = unseen
    ? [{ value: `emergency ${number}`, label: t('emergency.byNumber'), note: '' }]
    : (dossiers.data?.items ?? []).map(({ id, caseNumber, kind, learner }) => ({
        value: `dossier ${id}`,
        label:
          kind === 'concern'
            ? t('shell.concern', { number: caseNumber })
            : t('duty.case', { number: caseNumber }),
        note: learner === null ? '' : nameAndClass(learner),
      }));
  const found: readonly Found[] =
    number === null
      ? (learners.data?.here ?? []).map(({ id, firstName, lastName, className }) => ({
          value: `learner ${id}`,
          label: `${firstName} ${lastName}`,
          note: className,
        }))
      : cases;
  const notes = new Map(found.map(({ value, note }) => [value, note]));
  return (
    <Select
      autoFocus
      aria-label={t('shell.search')}
      placeholder={t('shell.searchHint')}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={<span />}
      rightSectionWidth={8}
      data={found.map(({ value, label }) => ({ value, label }))}
      value={null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={asked.length >= 2 ? t('shell.nothingFound') : undefined}
      selectFirstOptionOnChange
      maxLength={80}
      renderOption={({ option }) => (
        <Text size="sm">
          {option.label}{' '}
          <Text component="span" c="dimmed">
            {notes.get(option.value)}
          </Text>
        </Text>
      )}
      onChange={choose}
      onKeyDown={(event) => {
        // What is found comes after the last key, so that nothing is marked yet: the first one is meant.
        const marked = event.currentTarget.getAttribute('aria-activedescendant');
        const first = found[0];
        if (event.key === 'Enter' && marked === null && first !== undefined) choose(first.value);
      }}
      {...rest}
    />
  );

  function choose(value: string | null): void {
    setTyped('');
    if (value === null) return;
    onChosen?.();
    void open(value);
  }

  /** The one open case of a learner at once; where there are several or none, the page that shows them. */
  async function open(value: string): Promise<void> {
    const [kind, id = ''] = value.split(' ');
    if (kind === 'dossier') return await navigate({ to: `/lietas/${id}` });
    if (kind === 'emergency') return await navigate({ to: '/arkartas-piekluve', search: { numurs: id } });
    const learner = await queries.fetchQuery(learnerQuery(id)).catch(() => null);
    const [only, ...others] = learner?.openWork.dossiers ?? [];
    if (only !== undefined && others.length === 0) return await navigate({ to: `/lietas/${only.id}` });
    return await navigate({ to: '/jauns', search: { izglitojamais: id } });
  }
}
