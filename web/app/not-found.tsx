import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** There is no such page, or none for this person: the two look the same. */
export function NotFound() {
  return (
    <main>
      <NotFoundText />
    </main>
  );
}

/** The same inside a page that has its frame. */
export function NotFoundText() {
  const { t } = useTranslation();
  return (
    <Stack p="md" maw={640}>
      <Title order={1}>{t('shell.notFound.title')}</Title>
      <Text>{t('shell.notFound.text')}</Text>
      <Anchor component={Link} to="/">
        {t('shell.notFound.home')}
      </Anchor>
    </Stack>
  );
}
