import { describe, expect, it } from 'vitest';
import type { OfferedDuty, SetUpDraft } from '../../../requests/set-up.ts';
import { isChanged, isOn, laidOver, withSwitched } from './draft.ts';

const saved: SetUpDraft = {
  movedDaysOn: true,
  workingHours: { from: { hour: 8, minute: 0 }, until: { hour: 17, minute: 0 } },
  startDate: null,
  switchedOn: ['offered'],
  switchedOff: [],
  adoptedTerms: {},
  escalation: null,
  replyCeilingMonths: 4,
  schoolYears: [],
  secondFactor: 'whoMust',
};

function duty(id: string, starterSet: boolean): OfferedDuty {
  return { id, starterSet } as OfferedDuty;
}

describe('a draft of settings', () => {
  it('a row of the starter set is on unless it is named as off', () => {
    const row = duty('starter', true);
    expect(isOn(row, saved)).toBe(true);
    const off = withSwitched(row, false, saved);
    expect(off.switchedOff).toEqual(['starter']);
    expect(isOn(row, off)).toBe(false);
    expect(isChanged(withSwitched(row, true, off), saved)).toBe(false);
  });

  it('an offered row is off unless it is named as on', () => {
    const row = duty('offered', false);
    expect(isOn(row, saved)).toBe(true);
    expect(withSwitched(row, false, saved).switchedOn).toEqual([]);
    expect(isOn(duty('another', false), saved)).toBe(false);
  });

  it('what somebody else saved meanwhile stays, but for the settings changed here', () => {
    const mine = { ...saved, replyCeilingMonths: 2 };
    const theirs = { ...saved, replyCeilingMonths: 6, movedDaysOn: false };
    expect(laidOver(mine, saved, theirs)).toEqual({ ...saved, replyCeilingMonths: 2, movedDaysOn: false });
  });
});
