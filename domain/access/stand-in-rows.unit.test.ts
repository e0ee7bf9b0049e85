/** Access of the next in a chain of substitutes (rules of conduct 3). */
import { expect, it } from 'vitest';
import { type Instant, instant } from '../time.ts';
import type { AccessRow } from './access-rows.ts';
import { standInRows } from './stand-in-rows.ts';

const at = instant('2026-11-10T00:00:00.000Z');
const end = instant('2026-11-20T00:00:00.000Z');
const holders = [{ institutionId: 'school', personId: 'A', role: 'principal' as const }];
const always = { institutionId: 'school', from: instant('2026-11-01T00:00:00.000Z') };
const leave = {
  absences: [{ ...always, personId: 'A', until: end }],
  substitutes: [
    { ...always, personId: 'A', substituteId: 'B', until: null },
    { ...always, personId: 'B', substituteId: 'C', until: null },
  ],
};
const held = (party: AccessRow['party'], relation: AccessRow['relation'] = 'manager'): AccessRow => ({
  party,
  relation,
  view: relation === 'excluded' ? 'none' : 'full',
  from: always.from,
  until: null as Instant | null,
});
const rows = [
  held({ kind: 'person', id: 'A' }),
  held({ kind: 'institution', id: 'school', role: 'leadership' }, 'managersHead'),
  held({ kind: 'institution', id: 'school', role: 'classTeacher' }, 'colleague'),
  held({ kind: 'institution', id: 'other', role: 'leadership' }, 'receiver'),
];

it('substitute: the first in the chain holds the roles and needs no row (issue 4, 1)', () => {
  expect(standInRows(rows, { holders, leave, at, excluded: [] })).toEqual([]);
});

it('excluded: where the first substitute must not know, the next one may what the absent one might (R 3)', () => {
  const found = standInRows([...rows, held({ kind: 'person', id: 'B' }, 'excluded')], {
    holders,
    leave,
    at,
    excluded: ['B'],
  });
  expect(found.map(({ party, relation, until }) => [party.id, relation, until])).toEqual([
    ['C', 'manager', end],
    ['C', 'managersHead', end],
  ]);
});

it('excluded: in the place of an excluded person nobody gets in (R 3)', () => {
  expect(standInRows(rows, { holders, leave, at, excluded: ['A'] })).toEqual([]);
  expect(standInRows(rows, { holders, leave, at, excluded: ['B', 'C'] })).toEqual([]);
});
