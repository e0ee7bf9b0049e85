/** For roles that need more than a password: a passkey, or an authenticator app with recovery codes. */
import { Button, Code, Group, Paper, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addPasskey, beginTotp, confirmTotp, entryQuery } from '../../requests/account.ts';
import { OutsidePage } from './outside-page.tsx';

export function SetUpFactor() {
  const { t } = useTranslation();
  return (
    <OutsidePage>
      <Title order={1}>{t('signIn.factor.title')}</Title>
      <Text>{t('signIn.factor.text')}</Text>
      <NewPasskey />
      <NewTotp />
    </OutsidePage>
  );
}

type Done = { readonly done?: () => void };

function useEntering(done: Done['done']) {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: entryQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['own'] }),
    ]);
    done?.();
  };
}

/** Adds this device as a passkey. */
export function NewPasskey({ done }: Done) {
  const { t } = useTranslation();
  const [name, setName] = useState(t('signIn.factor.passkeyDefault'));
  const adding = useMutation({ mutationFn: addPasskey, onSuccess: useEntering(done) });
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2}>{t('signIn.factor.passkeyTitle')}</Title>
        <Text size="sm">{t('signIn.factor.passkeyText')}</Text>
        <TextInput
          label={t('signIn.factor.passkeyName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {adding.error !== null && <ProblemNote error={adding.error} />}
        <Button loading={adding.isPending} disabled={name.trim() === ''} onClick={() => adding.mutate(name)}>
          {t('signIn.factor.passkeyAdd')}
        </Button>
      </Stack>
    </Paper>
  );
}

/** Sets an authenticator app up and shows its recovery codes once. */
export function NewTotp({ done }: Done) {
  const { t } = useTranslation();
  const enter = useEntering(done);
  const beginning = useMutation({ mutationFn: beginTotp });
  const confirming = useMutation({ mutationFn: confirmTotp });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('code');
    if (typeof typed === 'string') confirming.mutate(typed.replaceAll(' ', ''));
  };
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Title order={2}>{t('signIn.factor.totpTitle')}</Title>
        {confirming.data !== undefined ? (
          <>
            <Title order={3}>{t('signIn.factor.recoveryTitle')}</Title>
            <Text size="sm">{t('signIn.factor.recoveryText')}</Text>
            <SimpleGrid cols={2}>
              {confirming.data.recoveryCodes.map((code) => (
                <Code key={code} fz="md">
                  {code}
                </Code>
              ))}
            </SimpleGrid>
            <Button onClick={() => void enter()}>{t('signIn.factor.recoveryDone')}</Button>
          </>
        ) : beginning.data === undefined ? (
          <>
            <Text size="sm">{t('signIn.factor.totpAbout')}</Text>
            {beginning.error !== null && <ProblemNote error={beginning.error} />}
            <Button variant="default" loading={beginning.isPending} onClick={() => beginning.mutate()}>
              {t('signIn.factor.totpStart')}
            </Button>
          </>
        ) : (
          <form onSubmit={send}>
            <Stack>
              <Text size="sm">{t('signIn.factor.totpText')}</Text>
              <Group justify="center" bg="white" p="md">
                <QRCodeSVG value={beginning.data.uri} size={180} title={t('signIn.factor.totpTitle')} />
              </Group>
              {/* The picture cannot be scanned by the phone that shows it. */}
              <Button component="a" href={beginning.data.uri} variant="default" hiddenFrom="sm">
                {t('signIn.factor.totpHere')}
              </Button>
              <Text size="sm">
                {t('signIn.factor.totpSecret')}: <Code>{beginning.data.secret}</Code>
              </Text>
              <TextInput
                name="code"
                label={t('signIn.factor.totpCode')}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                withAsterisk={false}
              />
              {confirming.error !== null && <ProblemNote error={confirming.error} />}
              <Button type="submit" loading={confirming.isPending}>
                {t('signIn.factor.totpConfirm')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}
