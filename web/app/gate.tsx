/**
 * Lets people in. Whoever is out signs in on the very page they wanted; a session that ends later is asked for above
 * the page, which stays as it is, with what was typed.
 */
import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Entry, entryQuery } from '../requests/account.ts';
import { Away } from './away.tsx';
import { type Session, SessionContext, sessionOf } from './session.ts';

/** Whoever is in needs none of these. */
const SignInPage = lazy(async () => ({
  default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage,
}));
const SetUpFactor = lazy(async () => ({
  default: (await import('../pages/sign-in/set-up-factor.tsx')).SetUpFactor,
}));
const ChooseInstitution = lazy(async () => ({
  default: (await import('../pages/sign-in/choose-institution.tsx')).ChooseInstitution,
}));
const fetchSessionEnded = async () => ({ default: (await import('./session-ended.tsx')).SessionEnded });
const SessionEnded = lazy(fetchSessionEnded);

/** How long after somebody came in what they need at the end of the session is fetched. */
const aWhileMs = 10_000;

export function Gate({ children }: { readonly children: ReactNode }) {
  const { data: entry, error, refetch } = useQuery(entryQuery);
  const [last, setLast] = useState<{ readonly entry: Entry; readonly session: Session }>();
  const session = entry === undefined ? null : sessionOf(entry);
  if (entry !== undefined && session !== null && last?.entry !== entry) setLast({ entry, session });

  // A day later the server may hold another build, which no longer has it.
  useEffect(() => {
    const timer = setTimeout(() => void fetchSessionEnded().catch(() => {}), aWhileMs);
    return () => clearTimeout(timer);
  }, []);

  const shown = session ?? last?.session;
  if (shown !== undefined && (entry === undefined || session !== null || entry.stage !== 'in')) {
    const { personId, actingFor } = shown.account;
    return (
      <SessionContext value={shown}>
        {/* Somebody else, or another institution: nothing of the earlier page stays. */}
        <div key={`${personId} ${actingFor}`}>{children}</div>
        {entry !== undefined && session === null && (
          <Suspense>
            <SessionEnded entry={entry} />
          </Suspense>
        )}
      </SessionContext>
    );
  }
  if (entry === undefined) {
    if (error === null) return <Waiting />;
    return (
      <Center component="main" mih="60vh" p="md">
        <Away error={error} again={() => void refetch()} />
      </Center>
    );
  }
  return <Suspense fallback={<Waiting />}>{wayIn(entry)}</Suspense>;
}

function wayIn(entry: Entry): ReactNode {
  if (entry.stage !== 'in') return <SignInPage asked={entry.stage === 'codeAsked' ? 'code' : 'password'} />;
  const { secondFactor } = entry.session;
  return secondFactor.required && !secondFactor.shown ? (
    <SetUpFactor />
  ) : (
    <ChooseInstitution account={entry.session} />
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Center component="main" mih="60vh" p="md">
      <Loader aria-label={t('shell.loading')} />
    </Center>
  );
}
