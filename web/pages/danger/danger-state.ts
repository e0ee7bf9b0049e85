/**
 * Where somebody is on the danger page: kept with the browser's history, so that “back” of a phone goes one question
 * back and a reload loses nothing; never in the address. It names nobody.
 */
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import type { Answers } from './questions.ts';

/** Nothing is chosen on the first screen; `sight` asks what was seen. */
export type DangerState =
  | { readonly screen: 'sight' }
  | { readonly screen: 'numbers' }
  | { readonly screen: 'answers' | 'record' | 'waiting'; readonly answers: Answers };

declare module '@tanstack/react-router' {
  interface HistoryState {
    readonly danger?: DangerState;
  }
}

export function useDangerState(): {
  readonly state: DangerState | undefined;
  /** The dossier whose danger is shown: an id that says nothing to others. */
  readonly dossierId: string | undefined;
  readonly go: (next: DangerState | undefined) => void;
} {
  const navigate = useNavigate();
  const state = useLocation({ select: (location) => location.state.danger });
  const { lieta } = useSearch({ from: '/briesmas' });
  return {
    state,
    dossierId: lieta,
    go: (next) => void navigate({ to: '/briesmas', state: next === undefined ? {} : { danger: next } }),
  };
}
