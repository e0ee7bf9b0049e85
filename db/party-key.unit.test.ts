import { expect, it } from 'vitest';
import { keysAsTeacher } from './party-key.ts';

it('a teacher’s day is narrowed where nothing but teaching is held (R 25; recipients: bound to the case)', () => {
  const [school, other] = ['s', 'o'];
  expect(keysAsTeacher([{ institutionId: school, role: 'principal' }])).toEqual([]);
  expect(
    keysAsTeacher([
      { institutionId: school, role: 'teacher' },
      { institutionId: school, role: 'supportStaff' },
      { institutionId: other, role: 'classTeacher' },
    ]),
  ).toEqual(['i:s:teacher', 'i:o:classTeacher', 'i:o']);
});
