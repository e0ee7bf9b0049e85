/** The overdue board, and the duties behind one of its numbers. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Board, CorrectionList } from '../../contracts/board.ts';
import type { DutyView } from '../../contracts/duty.ts';
import { ask, queryOf } from './request.ts';

export type { Board } from '../../contracts/board.ts';

export type Correction = CorrectionList['items'][number];

export type BoardSide = 'owes' | 'waits';

export const boardQuery = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => ask<Board>('/board', { signal }),
});

/** Among the duties: what is recorded changes both. */
export const correctionsQuery = queryOptions({
  queryKey: ['duties', 'corrections'],
  queryFn: ({ signal }) => ask<CorrectionList>('/board/corrections', { signal }),
});

type DutyPage = { readonly items: readonly DutyView[]; readonly next: string | null };

/** What is late of one kind at one institution, as far as the reader sees duties. */
export function lateDutiesQuery(side: BoardSide, institutionId: string, kind: string) {
  const whose = side === 'owes' ? 'owedByInstitutionId' : 'owedToInstitutionId';
  return infiniteQueryOptions({
    queryKey: ['duties', 'late', side, institutionId, kind],
    queryFn: ({ pageParam, signal }) =>
      ask<DutyPage>(
        `/duties/overdue${queryOf({ [whose]: institutionId, kind, limit: 50, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
