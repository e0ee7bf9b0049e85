/** What changed settings do to open duties (rules of conduct 7; issue 4, section 4). */
import { expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { fact, setting } from '../testing/scenario.ts';
import { calendarDay } from '../time.ts';
import { computeDuties } from './compute-duties.ts';
import type { Duty } from './duty.ts';
import type { MunicipalitySetting } from './setting.ts';
import { changedDuties } from './setting-change.ts';

const facts = [
  fact('risk.identified', '2026-11-02T10:00+02:00', {
    riskCode: 'socialHelp',
    identifiedOn: calendarDay('2026-11-02'),
  }),
];
const duties = (change: Partial<MunicipalitySetting> = {}): readonly Duty[] =>
  computeDuties(national2025, facts, { ...setting, municipality: { ...setting.municipality, ...change } });
const changed = (change: Partial<MunicipalitySetting>) =>
  changedDuties(duties(), duties(change)).map((one) => [one.duty.kind, one.change]);
const adopted = (due?: { amount: number }) => ({
  'first-talk': {
    documentNo: 'Nr. 5',
    from: calendarDay('2026-11-01'),
    ...(due === undefined
      ? {}
      : { due: { kind: 'term', unit: 'workingDay', landing: 'next', amount: due.amount } as const }),
  },
});

it('settings: nothing changes where nothing was changed', () => {
  expect(changed({})).toEqual([]);
});

it('settings: an adopted term binds, and moves where it has another length (R 7)', () => {
  expect(changed({ adoptedTerms: adopted() })).toEqual([['first-talk', 'binds']]);
  expect(changed({ adoptedTerms: adopted({ amount: 2 }) })).toEqual([['first-talk', 'moves']]);
});

it('settings: a row switched off ends, one switched on starts', () => {
  expect(changed({ switchedOff: ['first-talk'] })).toEqual([['first-talk', 'ends']]);
  const back = changedDuties(duties({ switchedOff: ['first-talk'] }), duties());
  expect(back.map(({ duty, change }) => [duty.kind, change])).toEqual([['first-talk', 'starts']]);
});

it('settings: a term of law that would become earlier stays (architecture 3)', () => {
  const [duty] = duties();
  if (duty?.due === undefined || duty.due === null) throw new Error('no duty');
  const law: Duty = { ...duty, force: { act: 'law', term: 'law' } };
  const earlier: Duty = { ...law, due: { ...duty.due, day: calendarDay('2026-11-03') } };
  expect(changedDuties([law], [earlier])).toMatchObject([{ change: 'moves', stays: true }]);
  expect(changedDuties([earlier], [law])).toMatchObject([{ change: 'moves', stays: false }]);
});
