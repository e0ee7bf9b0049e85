/** Opened without a network: what works all the same, and what waits. */
import { Button, Stack, Title } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hereQuery } from '../offline/at-hand.ts';
import { UnsentNote } from '../offline/unsent-note.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';

export function Away({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(hereQuery);
  const personId = data?.session?.account.personId;
  return (
    <Stack w="100%" maw={480}>
      <Title order={1}>{t('shell.product')}</Title>
      {personId !== undefined && <UnsentNote personId={personId} />}
      <ProblemNote error={error} again={again} />
      <Button
        component={Link}
        to="/briesmas"
        color="danger"
        size="lg"
        leftSection={<IconPhoneCall size={20} aria-hidden />}
      >
        {t('shell.danger')}
      </Button>
    </Stack>
  );
}
