/** Pages of lists, between the query string and the application. */
import type { Page, Paging } from '../../application/application.ts';
import type { PagingQuery } from '../../contracts/paging.ts';

/** The paging of a query, and the rest of it: the filter. */
export function pagingAndFilter<Q extends PagingQuery>(query: Q) {
  const { limit, cursor, ...filter } = query;
  const paging: Paging = cursor === undefined ? { limit } : { limit, cursor };
  return { paging, filter };
}

/** The same page with a list of its own. */
export function pageToSend<T>({ items, next }: Page<T>): { items: T[]; next: string | null } {
  return { items: [...items], next };
}
