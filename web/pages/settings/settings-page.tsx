/** The own sign-in and language. */
import { Radio, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, languages } from '../../app/language.ts';
import { ChangePassword } from './change-password.tsx';
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
      <Radio.Group
        label={t('shell.language')}
        description={t('settings.languageText')}
        value={currentLanguage()}
        onChange={(value) => void changeLanguage(value === 'en' ? 'en' : 'lv')}
      >
        <Stack gap="xs" mt="xs">
          {languages.map((language) => (
            <Radio key={language} value={language} lang={language} label={t(`shell.languages.${language}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Stack>
  );
}
