import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OutsidePage } from './outside-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The first page of somebody who is not in. */
export function SignInPage({ asked }: { readonly asked: 'password' | 'code' }) {
  const { t } = useTranslation();
  return (
    <OutsidePage>
      <Paper withBorder p="lg">
        <Stack>
          <Title order={1}>{t(asked === 'code' ? 'signIn.code.title' : 'signIn.title')}</Title>
          <SignInForm asked={asked} />
        </Stack>
      </Paper>
      <Text size="sm" c="dimmed">
        {t('signIn.noAccount')}
      </Text>
    </OutsidePage>
  );
}
