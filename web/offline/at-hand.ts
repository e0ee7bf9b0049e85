/**
 * What is at hand without a network after one sign-in: who is signed in on this device, and whom to ring. Work phones
 * only, and no learner; gone at sign-out (R 25).
 */
import { queryOptions } from '@tanstack/react-query';
import { type Session, sessionOf } from '../app/session.ts';
import { readEntry } from '../requests/account.ts';
import { Unreachable } from '../requests/request.ts';
import { keep, keptAs, wipe } from './vault.ts';

/** What belongs to whoever is signed in here. */
const device = 'phone';
const sessionName = 'session';
const numbersName = 'numbers';

export type NumberToRing = { readonly name: string; readonly phone: string };
export type NumbersToRing = {
  /** Head, on-call person and support staff of the own institution, with what they are there. */
  readonly people: readonly (NumberToRing & { readonly roles: readonly Bilingual[] })[];
  /** Institutions of the municipality, the own one first. */
  readonly institutions: readonly NumberToRing[];
};
type Bilingual = { readonly lv: string; readonly en: string };

export async function keepSession(session: Session): Promise<void> {
  await keep(device, sessionName, session);
}

export async function keepNumbers(numbers: NumbersToRing): Promise<void> {
  await keep(device, numbersName, numbers);
}

export const keptNumbersQuery = queryOptions({
  queryKey: ['kept-numbers'],
  queryFn: async () => (await keptAs<NumbersToRing>(device, numbersName)) ?? null,
  networkMode: 'always',
  staleTime: 0,
});

/** Who works at this device: as the API says, or, where it cannot be reached, who was signed in last and has not left. */
export const hereQuery = queryOptions({
  queryKey: ['entry', 'here'],
  queryFn: async () => {
    try {
      return { session: sessionOf(await readEntry()), reached: true };
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      return { session: (await keptAs<Session>(device, sessionName)) ?? null, reached: false };
    }
  },
  networkMode: 'always',
  refetchOnReconnect: 'always',
  retry: false,
  staleTime: 60_000,
});

/** Nothing of a person stays on a device that they leave; what others wrote there waits for them. */
export async function wipeOf(personId: string): Promise<void> {
  await wipe((owner) => owner === personId || owner === device || owner.startsWith(tabPrefix));
}

const tabPrefix = 'tab ';
const tabKey = 'terminsargs.tab';

/** Owns what is typed before anybody is signed in: only this tab finds it again. */
export function thisTab(): string {
  const known = sessionStorage.getItem(tabKey);
  if (known !== null) return known;
  const fresh = tabPrefix + crypto.randomUUID();
  sessionStorage.setItem(tabKey, fresh);
  return fresh;
}
