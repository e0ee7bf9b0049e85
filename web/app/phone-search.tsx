/** The search of the header on a phone: behind a button, over the whole width; fetched with the first press. */
import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const PhoneSearchDialog = lazy(async () => ({
  default: (await import('./phone-search-dialog.tsx')).PhoneSearchDialog,
}));

export function PhoneSearch() {
  const { t } = useTranslation();
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="default" size={36} hiddenFrom="sm" aria-label={t('shell.search')} onClick={show}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      <Suspense>{open && <PhoneSearchDialog onClose={close} />}</Suspense>
    </>
  );
}
