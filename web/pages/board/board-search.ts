/** What of the board is open, as it stands in the address: the side, and the number behind which one looks. */
import type { BoardSide } from '../../requests/board.ts';

export type BoardSearch = {
  readonly puse?: 'gaida' | undefined;
  readonly iestade?: string | undefined;
  readonly pienakums?: string | undefined;
};

export function boardSearch(search: Record<string, unknown>): BoardSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    puse: search['puse'] === 'gaida' ? 'gaida' : undefined,
    iestade: text(search['iestade']),
    pienakums: text(search['pienakums']),
  };
}

export function sideOf({ puse }: BoardSearch): BoardSide {
  return puse === 'gaida' ? 'waits' : 'owes';
}
