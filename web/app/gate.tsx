/**
 * Lets people in. Whoever is out signs in on the very page they wanted; a session that ends later is asked for above
 * the page, which stays as it is, with what was typed.
 */
import { Center, Loader, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseInstitution } from '../pages/sign-in/choose-institution.tsx';
import { SetUpFactor } from '../pages/sign-in/set-up-factor.tsx';
import { SignInForm } from '../pages/sign-in/sign-in-form.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { type Entry, entryQuery } from '../requests/account.ts';
import { Away } from './away.tsx';
import { type Session, SessionContext, sessionOf } from './session.ts';

export function Gate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { data: entry, error, refetch } = useQuery(entryQuery);
  const [last, setLast] = useState<{ readonly entry: Entry; readonly session: Session }>();
  const session = entry === undefined ? null : sessionOf(entry);
  if (entry !== undefined && session !== null && last?.entry !== entry) setLast({ entry, session });

  const shown = session ?? last?.session;
  if (shown !== undefined && (entry === undefined || session !== null || entry.stage !== 'in')) {
    const { personId, actingFor } = shown.account;
    return (
      <SessionContext value={shown}>
        {/* Somebody else, or another institution: nothing of the earlier page stays. */}
        <div key={`${personId} ${actingFor}`}>{children}</div>
        <Modal
          opened={entry !== undefined && session === null}
          onClose={() => {}}
          withCloseButton={false}
          closeOnEscape={false}
          closeOnClickOutside={false}
          title={t('signIn.ended')}
        >
          {entry !== undefined && <SignInForm asked={entry.stage === 'codeAsked' ? 'code' : 'password'} />}
        </Modal>
      </SessionContext>
    );
  }
  if (entry === undefined) {
    return (
      <Center component="main" mih="60vh" p="md">
        {error === null ? (
          <Loader aria-label={t('shell.loading')} />
        ) : (
          <Away error={error} again={() => void refetch()} />
        )}
      </Center>
    );
  }
  if (entry.stage !== 'in') return <SignInPage asked={entry.stage === 'codeAsked' ? 'code' : 'password'} />;
  const { secondFactor } = entry.session;
  return secondFactor.required && !secondFactor.shown ? (
    <SetUpFactor />
  ) : (
    <ChooseInstitution account={entry.session} />
  );
}
