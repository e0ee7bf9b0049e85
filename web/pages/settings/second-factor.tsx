import { Button, Code, Group, List, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { dayOf, dayWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { entryQuery } from '../../requests/account.ts';
import {
  type Passkey,
  passkeysQuery,
  removePasskey,
  removeTotp,
  renewRecoveryCodes,
} from '../../requests/own-account.ts';
import { NewPasskey, NewTotp } from '../sign-in/set-up-factor.tsx';
import { FreshProblem } from './fresh-problem.tsx';
import { WayInLine } from './way-in-line.tsx';

/** Passkeys, the authenticator, recovery codes. Changing them asks for a sign-in of the last half hour. */
export function SecondFactor() {
  const { t } = useTranslation();
  return (
    <section aria-label={t('settings.factor.title')}>
      <Stack gap="sm">
        <Title order={2}>{t('settings.factor.title')}</Title>
        <Text size="sm">{t('settings.factor.text')}</Text>
        <Passkeys />
        <Authenticator />
      </Stack>
    </section>
  );
}

function useRenew() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: entryQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['own'] }),
    ]);
}

function Passkeys() {
  const { t } = useTranslation();
  const renew = useRenew();
  const { data, error, refetch } = useQuery(passkeysQuery);
  const [adding, setAdding] = useState(false);
  const removing = useMutation({ mutationFn: removePasskey, onSuccess: renew });
  return (
    <>
      <Title order={3}>{t('settings.factor.passkeys')}</Title>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={60} aria-label={t('shell.loading')} />}
      {data?.length === 0 && <Text size="sm">{t('settings.factor.noPasskeys')}</Text>}
      <List
        listStyleType="none"
        spacing="xs"
        styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
      >
        {(data ?? []).map((passkey) => (
          <List.Item key={passkey.id}>
            <PasskeyLine passkey={passkey} remove={() => removing.mutate(passkey.id)} />
          </List.Item>
        ))}
      </List>
      <FreshProblem error={removing.error} />
      {adding ? (
        <NewPasskey done={() => setAdding(false)} />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('settings.factor.addPasskey')}
          </Button>
        </Group>
      )}
    </>
  );
}

function PasskeyLine({ passkey, remove }: { readonly passkey: Passkey; readonly remove: () => void }) {
  const { t } = useTranslation();
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <WayInLine
      name={name}
      since={t('settings.factor.added', { day: dayWords(dayOf(new Date(createdAt))) })}
      lastUsedAt={lastUsedAt}
      remove={{
        words: t('settings.factor.remove'),
        label: t('settings.factor.removeOf', { name }),
        press: remove,
      }}
    />
  );
}

function Authenticator() {
  const { t } = useTranslation();
  const renew = useRenew();
  const { totp, recoveryCodes } = useSession().account.secondFactor;
  const [adding, setAdding] = useState(false);
  const removing = useMutation({ mutationFn: removeTotp, onSuccess: renew });
  const renewing = useMutation({ mutationFn: renewRecoveryCodes, onSuccess: renew });
  return (
    <>
      <Title order={3}>{t('settings.factor.totp')}</Title>
      <Text size="sm">
        {totp ? t('settings.factor.hasTotp', { count: recoveryCodes }) : t('settings.factor.noTotp')}
      </Text>
      <FreshProblem error={removing.error ?? renewing.error} />
      {renewing.data !== undefined && (
        <Paper withBorder p="sm">
          <Title order={4}>{t('signIn.factor.recoveryTitle')}</Title>
          <Text size="sm">{t('signIn.factor.recoveryText')}</Text>
          <SimpleGrid cols={2} mt="xs">
            {renewing.data.recoveryCodes.map((code) => (
              <Code key={code} fz="md">
                {code}
              </Code>
            ))}
          </SimpleGrid>
        </Paper>
      )}
      {!totp && adding && <NewTotp done={() => setAdding(false)} />}
      <Group>
        {totp ? (
          <>
            <Button variant="default" loading={renewing.isPending} onClick={() => renewing.mutate()}>
              {t('settings.factor.renewCodes')}
            </Button>
            <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate()}>
              {t('settings.factor.removeTotp')}
            </Button>
          </>
        ) : (
          !adding && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('settings.factor.addTotp')}
            </Button>
          )
        )}
      </Group>
    </>
  );
}
