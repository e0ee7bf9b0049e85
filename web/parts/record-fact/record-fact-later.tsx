import { lazy, Suspense } from 'react';
import { Opening } from '../opening.tsx';
import type { FactToAsk } from './record-fact.tsx';

/** Fetched with the first press: the page itself is there sooner. */
const RecordFact = lazy(async () => ({ default: (await import('./record-fact.tsx')).RecordFact }));

/** The form of a fact, opened by a press. */
export function RecordFactLater(props: { readonly asked: FactToAsk; readonly onClose: () => void }) {
  return (
    <Suspense fallback={<Opening />}>
      <RecordFact {...props} />
    </Suspense>
  );
}
