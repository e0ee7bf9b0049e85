/** What of the inbox is shown, as it stands in the address. Pure. */
import type { ReferralQuestion } from '../../requests/referrals.ts';

const waits = ['mus', 'citus', 'neviens'] as const;
const sides = ['sanemtie', 'nosutitie'] as const;

export type InboxFilter = {
  /** For whom it waits: for the own institution where left out. */
  readonly gaida?: (typeof waits)[number];
  readonly puse?: (typeof sides)[number];
  /** A kind of referral, as the API calls it. */
  readonly veids?: string;
  /** A part of the case number. */
  readonly numurs?: string;
};

/** Passes over what is none of the filters. */
export function inboxFilterOf(search: Record<string, unknown>): InboxFilter {
  const gaida = waits.find((one) => one === search['gaida']);
  const puse = sides.find((one) => one === search['puse']);
  const { veids, numurs: typed } = search;
  // A number of four digits comes out of the address as a number.
  const numurs = (typeof typed === 'number' ? String(typed) : typeof typed === 'string' ? typed : '')
    .replaceAll(/[^\d-]/g, '')
    .slice(0, 20);
  return {
    ...(gaida === undefined ? {} : { gaida }),
    ...(puse === undefined ? {} : { puse }),
    ...(typeof veids === 'string' && /^[a-zA-Z]{1,40}$/.test(veids) ? { veids } : {}),
    ...(numurs === '' ? {} : { numurs }),
  };
}

const statusOf = { mus: 'waitsForUs', citus: 'waitsForOthers', neviens: 'closed' } as const;
const sideOf = { sanemtie: 'in', nosutitie: 'out' } as const;

export function questionOf({ gaida = 'mus', puse, veids, numurs }: InboxFilter): ReferralQuestion {
  return {
    status: statusOf[gaida],
    side: puse === undefined ? undefined : sideOf[puse],
    kindCode: veids,
    caseNumber: numurs,
  };
}
