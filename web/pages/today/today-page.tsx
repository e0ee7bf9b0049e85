import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function TodayPage() {
  const { t } = useTranslation();
  return <Title order={1}>{t('shell.nav.today')}</Title>;
}
