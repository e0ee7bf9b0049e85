import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Said as soon as the browser has no network; gone when it is back. */
export function OfflineNote() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert role="status" color="gray" icon={<IconCloudOff />} mb="md">
      {t('shell.offline')}
    </Alert>
  );
}
