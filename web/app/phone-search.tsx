/** The search of the header on a phone: behind a button, over the whole width. */
import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { SearchBox } from './search-box.tsx';

export function PhoneSearch() {
  const { t } = useTranslation();
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon variant="default" size={36} hiddenFrom="sm" aria-label={t('shell.search')} onClick={show}>
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      <Dialog opened={open} onClose={close} title={t('shell.search')} yOffset="1dvh">
        <SearchBox data-autofocus onChosen={close} />
      </Dialog>
    </>
  );
}
