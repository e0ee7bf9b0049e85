/** Writing a danger down, also before signing in and without a network; what is told of a dossier needs both. */
import { Anchor, Center, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionOf } from '../../../app/session.ts';
import { hereQuery } from '../../../offline/at-hand.ts';
import { useKeptForm } from '../../../offline/use-kept-form.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { type Entry, entryQuery } from '../../../requests/account.ts';
import { SignInForm } from '../../sign-in/sign-in-form.tsx';
import type { Answers } from '../questions.ts';
import { keptUnder, RecordForm, type TypedDanger } from './record-form.tsx';
import { ToldScreen } from './told-screen.tsx';

export function RecordScreen({ answers, wait }: { readonly answers: Answers; readonly wait: () => void }) {
  const { t } = useTranslation();
  const { data: here, error, refetch } = useQuery(hereQuery);
  return (
    <Stack gap="md">
      <Title order={1} tabIndex={-1}>
        {t('danger.record.title')}
      </Title>
      {here !== undefined ? (
        <Kept answers={answers} wait={wait} session={here.session} reached={here.reached} />
      ) : error === null ? (
        <Waiting />
      ) : (
        <ProblemNote error={error} again={() => void refetch()} />
      )}
    </Stack>
  );
}

type KeptProps = Omit<Parameters<typeof RecordForm>[0], 'typed' | 'signIn'>;

function Kept(props: KeptProps) {
  const typed = useKeptForm(keptUnder, props.session?.account.personId) as TypedDanger | null | undefined;
  const { data: entry } = useQuery(entryQuery);
  if (typed === undefined) return <Waiting />;
  return (
    <RecordForm {...props} typed={typed} signIn={entry === undefined ? null : <SignInHere entry={entry} />} />
  );
}

export function ToldOfDossier({ dossierId }: { readonly dossierId: string }) {
  const { data: entry, error, refetch } = useQuery(entryQuery);
  if (entry === undefined)
    return error === null ? <Waiting /> : <ProblemNote error={error} again={() => void refetch()} />;
  if (sessionOf(entry) !== null) return <ToldScreen key={dossierId} dossierId={dossierId} />;
  return <SignInHere entry={entry} />;
}

function SignInHere({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  return entry.stage === 'in' ? (
    <Anchor component={Link} to="/">
      {t('danger.record.finishSignIn')}
    </Anchor>
  ) : (
    <Paper withBorder p="md">
      <Stack>
        <Text>{t('danger.record.signInFirst')}</Text>
        <SignInForm asked={entry.stage === 'codeAsked' ? 'code' : 'password'} />
      </Stack>
    </Paper>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Center mih={200}>
      <Loader aria-label={t('shell.loading')} />
    </Center>
  );
}
