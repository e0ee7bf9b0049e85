/** The button of the own account; its menu is fetched with the first press. */
import { ActionIcon, type ActionIconProps } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { type ComponentProps, lazy, Suspense, startTransition, useState } from 'react';
import { useTranslation } from 'react-i18next';

const AccountMenuList = lazy(async () => ({
  default: (await import('./account-menu-list.tsx')).AccountMenuList,
}));

export function AccountMenu() {
  const [wanted, setWanted] = useState(false);
  return (
    <Suspense>
      {wanted ? (
        <AccountMenuList />
      ) : (
        <AccountButton aria-haspopup="menu" onClick={() => startTransition(() => setWanted(true))} />
      )}
    </Suspense>
  );
}

export function AccountButton(props: ActionIconProps & ComponentProps<'button'>) {
  const { t } = useTranslation();
  return (
    <ActionIcon variant="default" size={36} aria-label={t('shell.account')} {...props}>
      <IconUser size={20} aria-hidden />
    </ActionIcon>
  );
}
