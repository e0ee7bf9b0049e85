import { useQueryClient } from '@tanstack/react-query';
import { type Entry, entryQuery, rememberTour } from '../../requests/account.ts';

/**
 * Ends the tour, or offers it again on the page “Today”. Shown at once; where the API could not be told, it is offered
 * again at the next visit, which harms nobody.
 */
export function useTourMark(): (seen: boolean) => void {
  const queries = useQueryClient();
  return (tourSeen) => {
    queries.setQueryData(entryQuery.queryKey, (entry: Entry | undefined) =>
      entry?.stage === 'in' ? { ...entry, session: { ...entry.session, tourSeen } } : entry,
    );
    rememberTour(tourSeen).catch(() => {});
  };
}
