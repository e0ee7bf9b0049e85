import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DutyButton } from '../../parts/duty-row.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import { vocabularyQuery } from '../../requests/dossiers.ts';
import type { DutyView } from '../../requests/duties.ts';

/** Fetched with the first press: the page itself is there sooner. */
const RecordFact = lazy(async () => ({
  default: (await import('../../parts/record-fact/record-fact.tsx')).RecordFact,
}));

/** The one button that settles a duty; of several ways the first, the others are in the case. */
export function SettleButton({ view }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(vocabularyQuery);
  const { duty, dossierId } = view;
  const done = new Set(duty.parts.filter(({ doneBy }) => doneBy !== null).map(({ part }) => part));
  const next = (duty.settledBy ?? []).find(({ part }) => part === undefined || !done.has(part));
  if (next === undefined) return null;
  const type = data?.groups.flatMap(({ types }) => types).find((one) => one.type === next.type);
  return (
    <>
      <DutyButton onClick={() => setOpen(true)}>
        {type === undefined ? t('duty.act') : inLanguage(type.act)}
      </DutyButton>
      {open && (
        <Suspense>
          <RecordFact
            asked={{ dossierId, type: next.type, known: next.data, settles: [duty.key] }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
