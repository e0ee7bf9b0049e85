import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { actFor, type OwnSession } from '../../requests/account.ts';
import { OutsidePage } from './outside-page.tsx';

/** For somebody who works for several institutions and has not said for which today. */
export function ChooseInstitution({ account }: { readonly account: OwnSession }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const choosing = useMutation({ mutationFn: actFor, onSuccess: () => queries.invalidateQueries() });
  return (
    <OutsidePage>
      <Stack>
        <Title order={1}>{t('shell.noInstitution.title')}</Title>
        <Text>{t('shell.noInstitution.text')}</Text>
        {account.institutions.map(({ id, name }) => (
          <Button
            key={id}
            variant="default"
            size="md"
            loading={choosing.isPending && choosing.variables === id}
            onClick={() => choosing.mutate(id)}
          >
            {name}
          </Button>
        ))}
        {choosing.error !== null && <ProblemNote error={choosing.error} />}
      </Stack>
    </OutsidePage>
  );
}
