/** The own sign-in and language. */
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangePassword } from './change-password.tsx';
import { Identities } from './identities.tsx';
import { OwnLanguage } from './own-language.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

export function SettingsPage() {
  const { t } = useTranslation();
  return (
    <Stack maw={720} gap="xl">
      <Title order={1}>{t('settings.title')}</Title>
      <Sessions />
      <ChangePassword />
      <SecondFactor />
      <Identities />
      <OwnLanguage />
    </Stack>
  );
}
