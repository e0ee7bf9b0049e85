import { Button } from '@mantine/core';
import { usePrefetchQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../requests/dossiers.ts';
import type { DutyView } from '../../requests/duties.ts';

/** Fetched with the first press. */
const QuickContact = lazy(async () => ({ default: (await import('./quick-contact.tsx')).QuickContact }));

type Props = {
  readonly dossierId: string;
  readonly learner: NonNullable<DutyView['learner']>;
};

/** A contact attempt with the parents in three taps: this one, who, how it ended (rules of conduct 25). */
export function ContactButton({ dossierId, learner }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  // Without a network it is too late to ask how contacts are called.
  usePrefetchQuery(vocabularyQuery);
  const who = `${learner.firstName} ${learner.initial}.`;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        flex="none"
        fz="inherit"
        mih={{ base: 28, sm: 24 }}
        aria-label={t('contact.buttonOf', { who })}
        onClick={() => setOpen(true)}
      >
        {t('contact.button')}
      </Button>
      {open && (
        <Suspense>
          <QuickContact dossierId={dossierId} learnerWords={who} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
