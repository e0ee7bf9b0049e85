/** Changes by others appear without a reload: the API says which dossiers changed, and what is shown is asked anew. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Keys of what is made from many dossiers. */
const lists = ['duties', 'dossiers', 'my-cases', 'referrals', 'board'];
/** Keys of what belongs to one dossier, its id second. */
const ofOne = ['dossier', 'facts', 'what-if'];

/** Listens while the page is looked at: a browser gives a host few connections, and a hidden page needs none. */
export function useLiveChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    const follow = () => {
      source?.close();
      source = undefined;
      if (document.visibilityState === 'hidden') return;
      source = new EventSource('/api/v1/live');
      source.addEventListener('message', ({ data }) =>
        refresh(queries, JSON.parse(String(data)) as string[]),
      );
      // A stream that the API ended for good: the session is over, which the gate finds out.
      source.addEventListener('error', () => {
        if (source?.readyState === EventSource.CLOSED)
          void queries.invalidateQueries({ queryKey: ['entry'] });
      });
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      source?.close();
    };
  }, [queries]);
}

function refresh(queries: QueryClient, dossierIds: readonly string[]): void {
  for (const list of lists) void queries.invalidateQueries({ queryKey: [list] });
  for (const name of ofOne)
    for (const id of dossierIds) void queries.invalidateQueries({ queryKey: [name, id] });
}
