import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** For whoever opens an address that their roles do not allow: what it is for, who may, and where to go. */
export function NoRight() {
  const { t } = useTranslation();
  return (
    <Stack maw={560}>
      <Title order={1}>{t('administration.noRight.title')}</Title>
      <Text>{t('administration.noRight.text')}</Text>
      <Anchor component={Link} to="/">
        {t('shell.notFound.home')}
      </Anchor>
    </Stack>
  );
}
