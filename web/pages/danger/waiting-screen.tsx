import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallButton } from './call-button.tsx';

/** The record waits on this device: nobody knows of it yet, not even the product (R 2). */
export function WaitingScreen({ tell }: { readonly tell: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Alert role="status" variant="outline" color="danger" icon={<IconAlertTriangle />}>
        <Title order={1} size="h2" tabIndex={-1}>
          {t('danger.waiting.title')}
        </Title>
        <Text>{t('danger.waiting.text')}</Text>
      </Alert>
      <CallButton />
      <Button size="lg" h={56} variant="default" onClick={tell}>
        {t('danger.result.title')}
      </Button>
    </Stack>
  );
}
