import { describe, expect, it } from 'vitest';
import { setting, toInstant } from '../testing/scenario.ts';
import { localText } from '../testing/told-rows.ts';
import type { Step } from './duty.ts';
import { type DutyStep, planNotices } from './plan-notices.ts';

const step = (name: Step['name'], n: number, at: string, urgency: Step['urgency']): DutyStep => ({
  dutyKey: 'reply:r1',
  generation: 0,
  step: { name, n, at: toInstant(at), urgency, tell: [] },
});

/** `late 0 p1 2026-11-30 8.00`; `digest` where it waits for one. */
function planned(taken: readonly DutyStep[], now: string): readonly string[] {
  return planNotices(taken, {
    recipients: () => [
      { personId: 'p1', institutionId: 'i1', as: 'owes' },
      { personId: 'p2', institutionId: 'i2', as: 'waits' },
    ],
    hoursOf: () => ({ calendar: setting.calendar, hours: setting.workingHours }),
    now: toInstant(now),
  })
    .filter(({ recipientId }) => recipientId === 'p1')
    .map(({ name, n, sendAt }) => `${name} ${n} ${sendAt === null ? 'digest' : localText(sendAt)}`);
}

describe('when a step becomes a mail (architecture 1.8)', () => {
  it('late at 24.00, told in the next working hours', () => {
    const late = step('late', 0, '2026-11-28T00:00+02:00', 'own');
    expect(planned([late], '2026-11-28T00:00+02:00')).toEqual(['late 0 2026-11-30 8.00']);
  });

  it('danger at any hour, at once', () => {
    const nag = step('dangerNag', 0, '2026-11-28T23:00+02:00', 'danger');
    expect(planned([nag], '2026-11-28T23:00+02:00')).toEqual(['dangerNag 0 2026-11-28 23.00']);
  });

  it('taken late it is sent from now on, not from the past', () => {
    const late = step('late', 0, '2026-11-24T00:00+02:00', 'own');
    expect(planned([late], '2026-11-26T12:30+02:00')).toEqual(['late 0 2026-11-26 12.30']);
  });

  it('the rest waits for the digest', () => {
    const remind = step('remindToday', 0, '2026-11-27T00:00+02:00', 'digest');
    expect(planned([remind], '2026-11-27T00:00+02:00')).toEqual(['remindToday 0 digest']);
  });

  it('of a row that repeats only the last one missed is told, after however long a stop', () => {
    const nags = [7, 9, 11].map((hour, slot) =>
      step('dangerNag', 100 + slot, `2026-11-28T${String(hour).padStart(2, '0')}:00+02:00`, 'danger'),
    );
    const late = step('late', 0, '2026-11-28T00:00+02:00', 'danger');
    expect(planned([late, ...nags], '2026-11-28T11:20+02:00')).toEqual([
      'late 0 2026-11-28 11.20',
      'dangerNag 102 2026-11-28 11.20',
    ]);
  });

  it('generations are rows of their own', () => {
    const first = step('late', 0, '2026-11-24T00:00+02:00', 'own');
    const second = { ...first, generation: 1 };
    expect(planned([first, second], '2026-11-24T09:00+02:00')).toHaveLength(2);
  });

  it('everybody told gets one of their own', () => {
    const notices = planNotices([step('late', 0, '2026-11-24T00:00+02:00', 'own')], {
      recipients: () => [
        { personId: 'p1', institutionId: 'i1', as: 'owes' },
        { personId: 'p2', institutionId: 'i2', as: 'waits' },
      ],
      hoursOf: () => ({ calendar: setting.calendar, hours: setting.workingHours }),
      now: toInstant('2026-11-24T09:00+02:00'),
    });
    expect(notices.map(({ recipientId, toldAs }) => [recipientId, toldAs])).toEqual([
      ['p1', 'owes'],
      ['p2', 'waits'],
    ]);
  });
});
