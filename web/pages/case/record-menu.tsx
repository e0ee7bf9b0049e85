/** “Pierakstīt”: what happens most often first, all else by group, and a search over both. */
import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../parts/in-language.ts';
import { type DossierDetail, type FactType, vocabularyQuery } from '../../requests/dossiers.ts';
import { mayRecord } from './case-rights.ts';
import { useRecording } from './recording.ts';

type Group = { readonly title: string; readonly types: readonly FactType[] };

export function RecordMenu({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const record = useRecording();
  const { data } = useQuery(vocabularyQuery);
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const all = (data?.groups ?? []).map(({ title, types }) => ({
    title: inLanguage(title),
    types: types.filter((type) => offered(type, dossier)),
  }));
  // Whoever opens a closed case most likely goes on with it.
  const first = [...(dossier.status === 'closed' ? ['case.reopened'] : []), ...(data?.ordinary ?? [])];
  const ordinary = first.flatMap(
    (name) => all.flatMap(({ types }) => types).find(({ type }) => type === name) ?? [],
  );
  const groups: readonly Group[] = [
    { title: t('casePage.ordinary'), types: ordinary },
    ...all.map(({ title, types }) => ({ title, types: types.filter(({ type }) => !first.includes(type)) })),
  ];
  const shown = groups
    .map(({ title, types }) => ({ title, types: types.filter((type) => fits(type, search)) }))
    .filter(({ types }) => types.length > 0);
  if (data !== undefined && all.every(({ types }) => types.length === 0)) return null;
  return (
    <Combobox
      store={combobox}
      width="min(380px, calc(100vw - 24px))"
      position="bottom-end"
      withinPortal
      onOptionSubmit={(type) => {
        combobox.closeDropdown();
        record({ type });
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <Button
          rightSection={<IconChevronDown size={18} aria-hidden />}
          loading={data === undefined}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {t('casePage.record')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          role="combobox"
          aria-expanded
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
          placeholder={t('casePage.find')}
          aria-label={t('casePage.find')}
        />
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label={t('casePage.record')}>
          {shown.length === 0 && <Combobox.Empty>{t('casePage.nothingToRecord')}</Combobox.Empty>}
          {shown.map(({ title, types }) => (
            <Combobox.Group key={title} label={title}>
              {types.map((type) => (
                <Combobox.Option key={type.type} value={type.type}>
                  {inLanguage(type.act)}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What is about one duty or one record stands beside it, where it is known which. */
const besideItsObject: readonly string[] = [
  'fact.withdrawn',
  'duty.postponed',
  'duty.waived',
  'duty.reopened',
  'duty.takenOver',
  'mailReply.received',
  'mailReply.confirmed',
  'answer.asked',
  'correction.asked',
  'correction.answered',
];

function offered(type: FactType, dossier: DossierDetail): boolean {
  if (besideItsObject.includes(type.type) || !mayRecord(dossier, type)) return false;
  const { status, kind } = dossier;
  if (type.type === 'case.closed') return status === 'open' && kind === 'case';
  if (type.type === 'concern.closed') return status === 'open' && kind === 'concern';
  return type.type !== 'case.reopened' || status === 'closed';
}

/** Any parts of the words, in any order, with or without diacritics. */
function fits({ act, title }: FactType, search: string): boolean {
  const words = plain(`${inLanguage(act)} ${inLanguage(title)}`);
  return plain(search)
    .split(/\s+/)
    .every((part) => words.includes(part));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
