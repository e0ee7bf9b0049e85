/** Who is told during a leave (issue 4, section 1; rules of conduct 3). */
import { expect, it } from 'vitest';
import { instant } from '../time.ts';
import type { Told } from './duty.ts';
import { type RoleHolder, recipientsOf, type StaffDirectory } from './recipients.ts';

const at = instant('2026-11-10T00:00:00.000Z');
const always = { institutionId: 'school', from: instant('2026-11-01T00:00:00.000Z'), until: null };
const holder = (personId: string, role: RoleHolder['role']): RoleHolder => ({
  institutionId: 'school',
  personId,
  role,
});
const directory: StaffDirectory = {
  holders: [holder('teacher', 'classTeacher'), holder('B', 'teacher'), holder('head', 'principal')],
  serving: {},
  onLeave: {
    leave: {
      absences: [{ ...always, personId: 'teacher' }],
      substitutes: [
        { ...always, personId: 'teacher', substituteId: 'B' },
        { ...always, personId: 'B', substituteId: 'C' },
      ],
    },
    at,
  },
};
const owes: readonly Told[] = [
  { as: 'owes', to: { party: 'person', role: 'classTeacher', institutionId: 'school', personId: 'teacher' } },
];
const told = (staff: StaffDirectory, excluded: readonly string[] = []) =>
  recipientsOf(owes, staff, excluded).map(({ personId }) => personId);

it('substitute: during a leave notices go to the substitute, not to the absent one (issue 4, 1)', () => {
  expect(told(directory)).toEqual(['B']);
  expect(told({ holders: directory.holders, serving: {} })).toEqual(['teacher']);
});

it('substitute: where nobody stands in, the absent one is told: nothing is lost', () => {
  const alone = { absences: [{ ...always, personId: 'teacher' }], substitutes: [] };
  expect(told({ ...directory, onLeave: { leave: alone, at } })).toEqual(['teacher']);
});

it('excluded: the next in the chain is told; in the place of an excluded person nobody is (R 3)', () => {
  expect(told(directory, ['B'])).toEqual(['C']);
  expect(told(directory, ['teacher'])).toEqual(['head']);
});
