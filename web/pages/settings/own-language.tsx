import { Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, languages } from '../../app/language.ts';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { entryQuery } from '../../requests/account.ts';
import { chooseLanguage } from '../../requests/own-account.ts';

/** The language of the mails to the person, and of the page in this browser. */
export function OwnLanguage() {
  const { t } = useTranslation();
  const { account } = useSession();
  const queries = useQueryClient();
  const choosing = useMutation({
    mutationFn: chooseLanguage,
    onSuccess: () => queries.invalidateQueries({ queryKey: entryQuery.queryKey }),
  });
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('settings.mailLanguage')}
        description={t('settings.mailLanguageText')}
        value={choosing.isPending ? choosing.variables : account.language}
        onChange={(value) => choosing.mutate(value === 'en' ? 'en' : 'lv')}
      >
        <Choices />
      </Radio.Group>
      {choosing.error !== null && <ProblemNote error={choosing.error} />}
      <Radio.Group
        label={t('shell.language')}
        description={t('settings.languageText')}
        value={currentLanguage()}
        onChange={(value) => void changeLanguage(value === 'en' ? 'en' : 'lv')}
      >
        <Choices />
      </Radio.Group>
    </Stack>
  );
}

function Choices() {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" mt="xs">
      {languages.map((language) => (
        <Radio key={language} value={language} lang={language} label={t(`shell.languages.${language}`)} />
      ))}
    </Stack>
  );
}
