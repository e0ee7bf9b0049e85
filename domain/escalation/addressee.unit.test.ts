import { describe, expect, it } from 'vitest';
import type { RoleHolder } from '../duty/recipients.ts';
import { addresseeOf } from './addressee.ts';

const serving = { educationBoard: 'board', cooperationGroup: 'group', municipality: 'council' } as const;
const head = (institutionId: string, personId: string): RoleHolder => ({
  institutionId,
  personId,
  role: 'head',
});
const holders = [
  head('service', 'p1'),
  head('board', 'p2'),
  head('group', 'p3'),
  head('council', 'p4'),
] as const;

const from = (
  institutionId: string,
  excluded: readonly string[] = [],
  others = holders as readonly RoleHolder[],
) =>
  addresseeOf(
    { owedBy: { party: 'institution', kind: null, institutionId } },
    { holders: others, serving },
    excluded,
  );

describe('R 14: the way up follows the ladder (duties page, section 4)', () => {
  it('to the education board', () => {
    expect(from('service')).toBe('board');
    expect(from('service', [], [])).toBe('board');
  });

  it('never to the one who owes: from the board to the group, from the group to the board', () => {
    expect(from('board')).toBe('group');
    expect(from('group')).toBe('board');
  });

  it('nor to a group that the owing board’s head leads: to the municipality', () => {
    const same = [head('board', 'p2'), head('group', 'p2'), head('council', 'p4')];
    expect(from('board', [], same)).toBe('council');
  });

  it('R 3: a rung whose head is excluded passes to the next one; with none left there is none', () => {
    expect(from('service', ['p2'])).toBe('group');
    expect(from('service', ['p2', 'p3'])).toBe('council');
    expect(from('service', ['p2', 'p3', 'p4'])).toBeNull();
  });
});
