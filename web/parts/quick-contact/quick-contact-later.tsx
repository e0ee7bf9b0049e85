import { usePrefetchQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { vocabularyQuery } from '../../requests/dossiers.ts';
import type { DutyView } from '../../requests/duties.ts';
import { shortName } from '../learner-words.ts';
import { Opening } from '../opening.tsx';

const QuickContact = lazy(async () => ({ default: (await import('./quick-contact.tsx')).QuickContact }));

type Props = {
  readonly opened: boolean;
  readonly dossierId: string;
  readonly learner: NonNullable<DutyView['learner']>;
  readonly onClose: () => void;
};

/** The quick note of a contact, fetched with the first press. */
export function QuickContactLater({ opened, dossierId, learner, onClose }: Props) {
  // Without a network it is too late to ask how contacts are called.
  usePrefetchQuery(vocabularyQuery);
  if (!opened) return null;
  return (
    <Suspense fallback={<Opening />}>
      <QuickContact dossierId={dossierId} learnerWords={shortName(learner)} onClose={onClose} />
    </Suspense>
  );
}
