import { Button } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Rings 110. A link, so that it works wherever a phone does. */
export function CallButton({ small = false }: { readonly small?: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href="tel:110"
      color="danger"
      size={small ? 'md' : 'xl'}
      h={small ? 44 : 72}
      fz={small ? 'md' : 26}
      fullWidth={!small}
      leftSection={<IconPhoneCall size={small ? 20 : 30} aria-hidden />}
    >
      {t('danger.call')}
    </Button>
  );
}
