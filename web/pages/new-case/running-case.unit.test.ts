import { describe, expect, it } from 'vitest';
import { runningToRecord as contract } from '../../../contracts/running.ts';
import { freshReferral, freshRunning, missingIn, runningToRecord } from './running-case.ts';

const id = '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f';

describe('the two-minute form for a running case (R 15)', () => {
  it('needs who leads it and since when; a meeting its time, a referral to whom and when', () => {
    expect(missingIn(freshRunning(''))).toEqual(['managerId', 'openedOn']);
    const typed = {
      ...freshRunning(id),
      openedOn: '2026-09-14',
      meetingDay: '2026-12-01',
      referrals: [freshReferral('1')],
    };
    expect(missingIn(typed)).toEqual(['nextMeetingAt', 'referrals[0].receiverId', 'referrals[0].sentOn']);
  });

  it('goes out as the API wants it; what is empty is left out', () => {
    const least = runningToRecord(id, { ...freshRunning(id), openedOn: '2026-09-14' });
    expect(contract.parse(least)).toEqual({
      learnerId: id,
      managerId: id,
      level: '1',
      openedOn: '2026-09-14',
    });
    const whole = runningToRecord(id, {
      ...freshRunning(id),
      openedOn: '2026-09-14',
      lastTalkOn: '2026-09-20',
      reviewOn: '2026-10-20',
      meetingDay: '2026-12-01',
      meetingTime: '14:30',
      referrals: [{ ...freshReferral('1'), receiverId: id, sentOn: '2026-10-01', regNo: ' 12 ' }],
    });
    expect(contract.parse(whole)).toMatchObject({
      lastReview: { heldOn: '2026-10-20', resultCode: 'same' },
      nextMeetingAt: '2026-12-01T12:30:00.000Z',
      referrals: [{ receiverId: id, kindCode: 'letter', regNo: '12' }],
    });
  });
});
