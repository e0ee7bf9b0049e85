import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, dayWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { providersQuery } from '../../requests/account.ts';
import { identitiesQuery, linkIdentity, unlinkIdentity } from '../../requests/own-account.ts';
import { FreshProblem } from './fresh-problem.tsx';
import { WayInLine } from './way-in-line.tsx';

/** Accounts elsewhere with which the person may sign in here; nothing where no provider is set up and none is linked. */
export function Identities() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const providers = useQuery(providersQuery);
  const { data = [], error } = useQuery(identitiesQuery);
  const linking = useMutation({ mutationFn: linkIdentity });
  const unlinking = useMutation({
    mutationFn: unlinkIdentity,
    onSuccess: () => queries.invalidateQueries({ queryKey: identitiesQuery.queryKey }),
  });
  const linked = new Set(data.map(({ provider }) => provider));
  const others = (providers.data?.providers ?? []).filter(({ id }) => !linked.has(id));
  if (error === null && data.length === 0 && others.length === 0) return null;
  return (
    <section aria-label={t('settings.identities.title')}>
      <Stack gap="sm">
        <Title order={2}>{t('settings.identities.title')}</Title>
        <Text size="sm">{t('settings.identities.text')}</Text>
        {error !== null && <ProblemNote error={error} />}
        <List
          listStyleType="none"
          spacing="xs"
          styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
        >
          {data.map(({ provider, name, linkedAt, lastUsedAt }) => (
            <List.Item key={provider}>
              <WayInLine
                name={name}
                since={t('settings.identities.linked', { day: dayWords(dayOf(new Date(linkedAt))) })}
                lastUsedAt={lastUsedAt}
                remove={{
                  words: t('settings.identities.unlink'),
                  label: t('settings.identities.unlinkOf', { name }),
                  loading: unlinking.isPending && unlinking.variables === provider,
                  press: () => unlinking.mutate(provider),
                }}
              />
            </List.Item>
          ))}
        </List>
        <FreshProblem error={linking.error ?? unlinking.error} />
        {others.map(({ id, name }) => (
          <Group key={id}>
            <Button variant="default" loading={linking.isPending} onClick={() => linking.mutate(id)}>
              {t('settings.identities.link', { name })}
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
