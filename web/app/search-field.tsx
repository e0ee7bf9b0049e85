/** The field of search in the header; what finds is fetched when somebody comes to it. `/` leads into it. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, type Ref, Suspense, startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SearchBox = lazy(async () => ({ default: (await import('./search-box.tsx')).SearchBox }));

/** On a phone it is behind a button. */
const place = { w: { sm: 260, md: 340 }, visibleFrom: 'sm' } as const;

export function SearchField({ inputRef }: { readonly inputRef: Ref<HTMLInputElement> }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const [typed, setTyped] = useState('');
  return (
    <Suspense>
      {wanted ? (
        <SearchBox ref={inputRef} typedBefore={typed} {...place} />
      ) : (
        <TextInput
          ref={inputRef}
          role="combobox"
          aria-expanded={false}
          aria-label={t('shell.search')}
          placeholder={t('shell.searchHint')}
          leftSection={<IconSearch size={18} aria-hidden />}
          maxLength={80}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          // The field stays, with what is typed, until the other is there.
          onFocus={() => startTransition(() => setWanted(true))}
          {...place}
        />
      )}
    </Suspense>
  );
}
