import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Session, useSession } from '../app/session.ts';
import { colleaguesQuery } from '../requests/directory.ts';
import { ownDirectoryQuery } from '../requests/staff.ts';
import { keepNumbers, keepSession, keptNumbersQuery } from './at-hand.ts';

/** Milliseconds that the page itself has before anything is fetched ahead. */
const pauseMs = 1500;

/** Lays at hand what is needed where the network is gone. A browser that keeps nothing works with a network. */
export function useAtHand(): void {
  const queries = useQueryClient();
  const session = useSession();
  useEffect(() => {
    keepSession(session).catch(() => {});
    const timer = setTimeout(() => void layNumbers(queries, session).catch(() => {}), pauseMs);
    return () => clearTimeout(timer);
  }, [queries, session]);
}

async function layNumbers(queries: QueryClient, { institution }: Session): Promise<void> {
  const { colleagues } = await queries.fetchQuery(colleaguesQuery);
  const institutions = await queries.fetchQuery(ownDirectoryQuery);
  const own = institutions.filter(({ id }) => id === institution.id);
  const others = institutions.filter(({ id }) => id !== institution.id);
  await keepNumbers({
    people: colleagues.flatMap(({ displayName: name, phone, roles }) =>
      phone === null ? [] : [{ name, phone, roles }],
    ),
    institutions: [...own, ...others].flatMap(({ name, phone }) => (phone === null ? [] : [{ name, phone }])),
  });
  await queries.invalidateQueries({ queryKey: keptNumbersQuery.queryKey });
}
