/** Behind the links in mails of sign-in: accepting an invitation, choosing a new password. */
import { Alert, Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../parts/password-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { acceptInvitation, entryQuery, readInvitation, resetPassword } from '../../requests/account.ts';
import { OutsidePage } from './outside-page.tsx';

/**
 * The token stands behind `#`, which browsers send to nobody; taken out of the address at once, so that it stays
 * neither in the history nor on a picture of the screen.
 */
function useToken(): string {
  const [token] = useState(() => globalThis.location.hash.slice(1));
  if (globalThis.location.hash !== '')
    globalThis.history.replaceState(null, '', globalThis.location.pathname);
  return token;
}

export function InvitationPage() {
  const { t } = useTranslation();
  const token = useToken();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    enabled: token !== '',
    retry: false,
  });
  const accepting = useMutation({
    mutationFn: (password: string) => acceptInvitation(token, password),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: entryQuery.queryKey });
      await navigate({ to: '/' });
    },
  });
  return (
    <ChoosePassword
      invalid={token === '' || invitation.isError ? t('signIn.choose.invitationOver') : null}
      choosing={accepting}
    >
      {invitation.data !== undefined && <Text>{t('signIn.choose.invited', invitation.data)}</Text>}
    </ChoosePassword>
  );
}

export function ResetPage() {
  const { t } = useTranslation();
  const token = useToken();
  const resetting = useMutation({ mutationFn: (password: string) => resetPassword(token, password) });
  if (!resetting.isSuccess)
    return (
      <ChoosePassword invalid={token === '' ? t('signIn.choose.resetOver') : null} choosing={resetting} />
    );
  return (
    <OutsidePage>
      <Alert color="accent">{t('signIn.choose.done')}</Alert>
      <Anchor component={Link} to="/">
        {t('signIn.title')}
      </Anchor>
    </OutsidePage>
  );
}

type Choosing = {
  readonly mutate: (password: string) => void;
  readonly error: Error | null;
  readonly isPending: boolean;
};

function ChoosePassword(props: {
  /** Why the link opens nothing, and the way on; null where it does. */
  readonly invalid: string | null;
  readonly choosing: Choosing;
  readonly children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { invalid, choosing } = props;
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', again: '' },
    validate: { again: (again, { password }) => (again === password ? null : t('signIn.choose.differ')) },
  });
  return (
    <OutsidePage>
      <Paper withBorder p="lg">
        <Title order={1} mb="md">
          {t(invalid === null ? 'signIn.choose.title' : 'signIn.choose.overTitle')}
        </Title>
        {invalid !== null ? (
          <Stack>
            <Text role="alert">{invalid}</Text>
            <Anchor component={Link} to="/">
              {t('signIn.reset.back')}
            </Anchor>
          </Stack>
        ) : (
          <form onSubmit={form.onSubmit(({ password }) => choosing.mutate(password))}>
            <Stack>
              {props.children}
              <PasswordField
                label={t('signIn.password')}
                description={t('signIn.choose.hint')}
                autoComplete="new-password"
                required
                withAsterisk={false}
                key={form.key('password')}
                {...form.getInputProps('password')}
              />
              <PasswordField
                label={t('signIn.choose.again')}
                autoComplete="new-password"
                required
                withAsterisk={false}
                key={form.key('again')}
                {...form.getInputProps('again')}
              />
              {choosing.error !== null && <ProblemNote error={choosing.error} />}
              <Button type="submit" loading={choosing.isPending}>
                {t('signIn.choose.submit')}
              </Button>
            </Stack>
          </form>
        )}
      </Paper>
    </OutsidePage>
  );
}
