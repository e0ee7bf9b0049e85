/** The record of a danger: for whoever is signed in; others sign in right here, and their answers stay. */
import { Anchor, Center, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, sessionOf } from '../../../app/session.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { entryQuery } from '../../../requests/account.ts';
import { SignInForm } from '../../sign-in/sign-in-form.tsx';
import type { Answers } from '../questions.ts';
import { RecordForm } from './record-form.tsx';
import { ToldScreen } from './told-screen.tsx';

export function RecordScreen({ answers }: { readonly answers: Answers }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Title order={1} tabIndex={-1}>
        {t('danger.record.title')}
      </Title>
      <Inside>{(session) => <RecordForm session={session} answers={answers} />}</Inside>
    </Stack>
  );
}

export function ToldOfDossier({ dossierId }: { readonly dossierId: string }) {
  return <Inside>{() => <ToldScreen key={dossierId} dossierId={dossierId} />}</Inside>;
}

function Inside({ children }: { readonly children: (session: Session) => ReactNode }) {
  const { t } = useTranslation();
  const { data: entry, error, refetch } = useQuery(entryQuery);
  if (entry === undefined) {
    return error === null ? (
      <Center mih={200}>
        <Loader aria-label={t('shell.loading')} />
      </Center>
    ) : (
      <ProblemNote error={error} again={() => void refetch()} />
    );
  }
  const session = sessionOf(entry);
  if (session !== null) return children(session);
  return (
    <Stack>
      <Text>{t('danger.record.signInFirst')}</Text>
      {entry.stage === 'in' ? (
        <Anchor component={Link} to="/">
          {t('danger.record.finishSignIn')}
        </Anchor>
      ) : (
        <Paper withBorder p="md">
          <SignInForm asked={entry.stage === 'codeAsked' ? 'code' : 'password'} />
        </Paper>
      )}
    </Stack>
  );
}
