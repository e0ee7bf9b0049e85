import { createContext, useContext } from 'react';
import type { FactToAsk } from '../../parts/record-fact/record-fact.tsx';

/** Opens the form of a fact of this case; filled by the page, which shows one form at a time. */
export const RecordingContext = createContext<((asked: Omit<FactToAsk, 'dossierId'>) => void) | null>(null);

export function useRecording() {
  const record = useContext(RecordingContext);
  if (record === null) throw new Error('No case is open here');
  return record;
}
