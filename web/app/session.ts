/** Who is signed in, for every page behind the gate. */
import { createContext, useContext } from 'react';
import type { Entry, OwnSession } from '../requests/account.ts';

export type Institution = OwnSession['institutions'][number];
export type Session = {
  readonly account: OwnSession;
  /** The institution the person acts for. */
  readonly institution: Institution;
  /** Nothing here is real: in the whole product, or in the municipality (rules of conduct 28). */
  readonly training: boolean;
};

/** Filled by the gate, which draws nothing before the person is in and acts for an institution. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Nobody is signed in here');
  return session;
}

/** The session of somebody who is in, with all that pages need; else null. */
export function sessionOf(entry: Entry): Session | null {
  if (entry.stage !== 'in') return null;
  const account = entry.session;
  if (account.secondFactor.required && !account.secondFactor.shown) return null;
  const institution = account.institutions.find(({ id }) => id === account.actingFor);
  if (institution === undefined) return null;
  return { account, institution, training: account.training || institution.training };
}
