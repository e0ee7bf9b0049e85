import { expect, it } from 'vitest';
import { institutionKinds, roles } from '../../domain/procedure/party.ts';
import { needsSecondFactor } from './second-factor-policy.ts';

const rule = 'whoMust';

it('administrators and data-protection officers need a second factor, whatever their institution', () => {
  for (const kind of institutionKinds) {
    for (const role of ['administrator', 'dataProtectionOfficer'] as const)
      expect(needsSecondFactor([{ kind, role, policy: rule }])).toBe(true);
  }
});

it('a school’s own staff reads its own records; everybody elsewhere reads others’', () => {
  const ordinary = roles.filter((role) => role !== 'administrator' && role !== 'dataProtectionOfficer');
  for (const role of ordinary) {
    for (const kind of institutionKinds)
      expect(needsSecondFactor([{ kind, role, policy: rule }])).toBe(kind !== 'school');
  }
});

it('a municipality may ask everybody, and nothing less than the rule', () => {
  expect(needsSecondFactor([{ kind: 'school', role: 'teacher', policy: 'everybody' }])).toBe(true);
  expect(needsSecondFactor([{ kind: 'school', role: 'administrator', policy: 'whoMust' }])).toBe(true);
});

it('one post that needs it is enough, and nobody without a post does', () => {
  const teacher = { kind: 'school', role: 'teacher', policy: rule } as const;
  const board = { kind: 'educationBoard', role: 'specialist', policy: rule } as const;
  expect(needsSecondFactor([teacher, board])).toBe(true);
  expect(needsSecondFactor([])).toBe(false);
});
