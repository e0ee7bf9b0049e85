import { expect, it } from 'vitest';
import { municipalitySettingOf } from './municipality-setting.ts';

it('an adopted term keeps the length that the municipality gave it (R 7)', () => {
  const due = { kind: 'term', amount: 3, unit: 'workingDay', landing: 'next' };
  const stored = { adoptedTerms: { 'convene-group': { documentNo: '1-9/25', from: '2025-01-01', due } } };
  expect(municipalitySettingOf('m', stored).adoptedTerms['convene-group']).toEqual({
    documentNo: '1-9/25',
    from: '2025-01-01',
    due,
  });
});

it('where nothing is chosen the shipped choices hold', () => {
  expect(municipalitySettingOf('m', null)).toMatchObject({ startDate: null, replyCeilingMonths: 4 });
});
