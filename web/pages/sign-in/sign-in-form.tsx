/** Passkey first, then an identity provider, then mail and password; a code where it is asked. */
import { Anchor, Button, Divider, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../parts/password-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import {
  askForReset,
  entryQuery,
  providersQuery,
  sendCode,
  signInByPasskey,
  signInByPassword,
  signInByProvider,
  signOut,
} from '../../requests/account.ts';
import { Refused, Unreachable } from '../../requests/request.ts';

export function SignInForm({ asked }: { readonly asked: 'password' | 'code' }) {
  const [forgotten, setForgotten] = useState(false);
  // Typed once, whichever of the two forms asked for it.
  const [mail, setMail] = useState('');
  if (asked === 'code') return <CodeForm />;
  const turn = (typed: string) => {
    setMail(typed);
    setForgotten(!forgotten);
  };
  return forgotten ? <ForgottenForm mail={mail} back={turn} /> : <PasswordForm mail={mail} forget={turn} />;
}

/** What to do once the API has let the person in, or asks for a code. */
function useEntering() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: entryQuery.queryKey });
}

function PasswordForm({ mail, forget }: { readonly mail: string; readonly forget: (mail: string) => void }) {
  const { t } = useTranslation();
  const enter = useEntering();
  const { data } = useQuery(providersQuery);
  const form = useForm({ mode: 'uncontrolled', initialValues: { mail, password: '' } });
  const byPassword = useMutation({
    mutationFn: (typed: { readonly mail: string; readonly password: string }) =>
      signInByPassword(typed.mail.trim(), typed.password),
    onSuccess: enter,
  });
  const byProvider = useMutation({ mutationFn: signInByProvider });
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: enter });
  return (
    <Stack>
      <Button
        size="md"
        leftSection={<IconFingerprint aria-hidden />}
        loading={byPasskey.isPending}
        onClick={() => byPasskey.mutate()}
      >
        {t('signIn.passkey')}
      </Button>
      <Text size="xs" c="dimmed" ta="center" mt={-8}>
        {t('signIn.passkeyHint')}
      </Text>
      {byPasskey.error !== null && <PasskeyProblem error={byPasskey.error} />}
      {data?.providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          loading={byProvider.isPending && byProvider.variables === id}
          onClick={() => byProvider.mutate(id)}
        >
          {t('signIn.provider', { name })}
        </Button>
      ))}
      {byProvider.error !== null && <ProblemNote error={byProvider.error} />}
      <Divider label={t('signIn.or')} />
      <form onSubmit={form.onSubmit((typed) => byPassword.mutate(typed))}>
        <Stack>
          <TextInput
            label={t('signIn.mail')}
            type="email"
            autoComplete="username webauthn"
            required
            withAsterisk={false}
            key={form.key('mail')}
            {...form.getInputProps('mail')}
          />
          <PasswordField
            label={t('signIn.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          {byPassword.error !== null && <ProblemNote error={byPassword.error} />}
          <Button type="submit" variant="default" loading={byPassword.isPending}>
            {t('signIn.submit')}
          </Button>
          <Anchor component="button" type="button" size="sm" onClick={() => forget(form.getValues().mail)}>
            {t('signIn.forgotten')}
          </Anchor>
        </Stack>
      </form>
    </Stack>
  );
}

/** Backing out of the browser's dialog is no fault; what the API says is told as it is. */
function PasskeyProblem({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  return error instanceof Refused || error instanceof Unreachable ? (
    <ProblemNote error={error} />
  ) : (
    <Text size="sm" role="alert">
      {t('signIn.passkeyFailed')}
    </Text>
  );
}

function CodeForm() {
  const { t } = useTranslation();
  const enter = useEntering();
  const form = useForm({ mode: 'uncontrolled', initialValues: { code: '' } });
  const sending = useMutation({ mutationFn: sendCode, onSuccess: enter });
  const leaving = useMutation({ mutationFn: signOut, onSettled: enter });
  return (
    <form onSubmit={form.onSubmit(({ code }) => sending.mutate(code.replaceAll(' ', '')))}>
      <Stack>
        <Text size="sm">{t('signIn.code.text')}</Text>
        <TextInput
          label={t('signIn.code.label')}
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          withAsterisk={false}
          autoFocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        {sending.error !== null && <ProblemNote error={sending.error} />}
        <Button type="submit" loading={sending.isPending}>
          {t('signIn.code.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => leaving.mutate()}>
          {t('signIn.code.leave')}
        </Anchor>
      </Stack>
    </form>
  );
}

function ForgottenForm({ mail, back }: { readonly mail: string; readonly back: (mail: string) => void }) {
  const { t } = useTranslation();
  const form = useForm({ mode: 'uncontrolled', initialValues: { mail } });
  const asking = useMutation({ mutationFn: askForReset });
  return (
    <form onSubmit={form.onSubmit((typed) => asking.mutate(typed.mail.trim()))}>
      <Stack>
        <Title order={2} size="h3">
          {t('signIn.reset.title')}
        </Title>
        <Text size="sm" role="status">
          {t(asking.isSuccess ? 'signIn.reset.sent' : 'signIn.reset.text')}
        </Text>
        {!asking.isSuccess && (
          <>
            <TextInput
              label={t('signIn.mail')}
              type="email"
              autoComplete="username"
              autoFocus
              required
              withAsterisk={false}
              key={form.key('mail')}
              {...form.getInputProps('mail')}
            />
            {asking.error !== null && <ProblemNote error={asking.error} />}
            <Button type="submit" loading={asking.isPending}>
              {t('signIn.reset.submit')}
            </Button>
          </>
        )}
        <Anchor component="button" type="button" size="sm" onClick={() => back(form.getValues().mail)}>
          {t('signIn.reset.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
