import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { asked, received, replied, sent } from '../testing/referral-story.ts';
import { fact, socialService, toInstant } from '../testing/scenario.ts';
import { play } from '../testing/told-rows.ts';
import { calendarDay } from '../time.ts';
import { statusAt } from './status.ts';

const { duties, duty, rows } = play(national2025);
const farOff = '2027-06-01T00:00+03:00';
const key = 'reply:received-1';
const answer = replied('2026-12-01T10:00+02:00');

const withdrawn = (at: string, eventId: string, id = `back-${eventId}`) =>
  fact('fact.withdrawn', at, { eventId, reasonCode: 'mistake' }, { id });
const closed = (at: string, id = 'closed-1') => fact('case.closed', at, { reasonCode: 'other' }, { id });
const reopened = (at: string, id = 'reopened-1') =>
  fact('case.reopened', at, { reasonCode: 'other' }, { id });

/** The ladder of the reply once it is open again from 10 December. */
const toldAgain = [
  '2026-12-10 10.00 first owes',
  '2026-12-11 10.00 propose owes,waits,head,manager,principal',
];

describe('a duty that is open again is told again (architecture 1.6)', () => {
  it('its answer was withdrawn', () => {
    const events = [...asked, answer, withdrawn('2026-12-10T10:00+02:00', 'reply-1')];
    expect(duty('reply', events)).toMatchObject({ settled: null, generation: 1 });
    expect(rows('reply', events, farOff)).toEqual(toldAgain);
  });

  it('its waiver was withdrawn', () => {
    const waived = fact(
      'duty.waived',
      '2026-12-01T10:00+02:00',
      { dutyKey: key, reasonCode: 'notNeeded' },
      { id: 'waived-1' },
    );
    expect(duty('reply', [...asked, waived]).settled).toMatchObject({
      how: 'waived',
      eventIds: ['waived-1'],
    });
    const events = [...asked, waived, withdrawn('2026-12-10T10:00+02:00', 'waived-1')];
    expect(duty('reply', events)).toMatchObject({ settled: null, generation: 1 });
    expect(rows('reply', events, farOff)).toEqual(toldAgain);
  });

  it('the declining of its referral was withdrawn', () => {
    const declined = fact(
      'referral.acknowledged',
      '2026-11-04T10:00+02:00',
      { referralId: 'r1', outcomeCode: 'declined' },
      { id: 'declined-1', institution: socialService },
    );
    expect(duty('reply', [...asked, declined]).settled?.how).toBe('superseded');
    const events = [...asked, declined, withdrawn('2026-12-10T10:00+02:00', 'declined-1')];
    expect(duty('reply', events)).toMatchObject({ settled: null, generation: 1 });
  });

  it('somebody reopened it: what was recorded before does not count, what comes after does', () => {
    const again = fact('duty.reopened', '2026-12-10T10:00+02:00', { dutyKey: key, reasonCode: 'incomplete' });
    expect(duty('reply', [...asked, answer, again])).toMatchObject({ settled: null, generation: 1 });
    expect(rows('reply', [...asked, answer, again], farOff)).toEqual(toldAgain);
    const second = { ...replied('2026-12-14T10:00+02:00'), id: 'reply-2' };
    expect(duty('reply', [...asked, answer, again, second]).settled?.eventIds).toEqual(['reply-2']);
  });

  it('a reopening of what is open changes nothing', () => {
    const again = fact('duty.reopened', '2026-11-10T10:00+02:00', { dutyKey: key, reasonCode: 'mistake' });
    expect(duty('reply', [...asked, again]).generation).toBe(0);
  });

  it('a second answer holds where the first is withdrawn: still settled, nothing told anew', () => {
    const events = [
      ...asked,
      answer,
      { ...replied('2026-12-03T10:00+02:00'), id: 'reply-2' },
      withdrawn('2026-12-10T10:00+02:00', 'reply-1'),
    ];
    expect(duty('reply', events)).toMatchObject({ generation: 0, settled: { eventIds: ['reply-2'] } });
  });

  it('the withdrawal itself withdrawn: settled as before', () => {
    const events = [
      ...asked,
      answer,
      withdrawn('2026-12-10T10:00+02:00', 'reply-1'),
      withdrawn('2026-12-11T10:00+02:00', 'back-reply-1'),
    ];
    expect(duty('reply', events)).toMatchObject({ generation: 1, settled: { eventIds: ['reply-1'] } });
  });
});

describe('closing and reopening the dossier', () => {
  const first = [...asked, closed('2026-11-20T10:00+02:00')];

  it('closing ends what is open, without a rung (zammad #904)', () => {
    expect(duty('reply', first).settled).toMatchObject({ how: 'closed', eventIds: ['closed-1'] });
    for (const kind of ['reply', 'evaluate', 'acknowledge-handover']) {
      expect(rows(kind, first, farOff)).toEqual([]);
    }
  });

  it('what was settled before keeps its own end', () => {
    const events = [...asked, replied('2026-11-10T10:00+02:00'), closed('2026-11-20T10:00+02:00')];
    expect(duty('reply', events).settled?.how).toBe('fulfilled');
    const open = [...events, reopened('2026-12-10T10:00+02:00')];
    expect(duty('reply', open)).toMatchObject({ generation: 0, settled: { how: 'fulfilled' } });
  });

  it('reopened: what was open is owed again, in a new generation, so that lateness is told again', () => {
    const events = [...first, reopened('2026-12-10T10:00+02:00')];
    expect(duty('reply', events)).toMatchObject({ settled: null, generation: 1 });
    expect(rows('reply', events, farOff)).toEqual(toldAgain);
  });

  it('closed and reopened twice is two generations', () => {
    const events = [
      ...first,
      reopened('2026-12-10T10:00+02:00'),
      closed('2026-12-11T10:00+02:00', 'closed-2'),
      reopened('2026-12-14T10:00+02:00', 'reopened-2'),
    ];
    expect(duty('reply', events).generation).toBe(2);
  });

  it('a row that closing ends by name is owed again too', () => {
    const risk = fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' });
    const before = [risk, closed('2026-11-20T10:00+02:00')];
    expect(duty('involve-external', before).settled?.how).toBe('superseded');
    const after = [...before, reopened('2026-12-10T10:00+02:00')];
    expect(duty('involve-external', after)).toMatchObject({ settled: null, generation: 1 });
  });

  it('danger outlives closing', () => {
    const danger = fact('danger.suspected', '2026-11-19T10:00+02:00', {});
    expect(duty('report-danger', [danger, closed('2026-11-20T10:00+02:00')]).settled).toBeNull();
  });
});

describe('a ground that disappears supersedes its duty, with the fact that did it (architecture 3)', () => {
  it('the starting fact was withdrawn', () => {
    const events = [...asked, withdrawn('2026-11-10T10:00+02:00', 'received-1')];
    expect(duty('reply', events)).toMatchObject({
      key,
      settled: { how: 'superseded', day: '2026-11-10', eventIds: ['back-received-1'] },
    });
    expect(rows('reply', events, farOff)).toEqual([]);
    expect(statusAt(duty('reply', events), toInstant('2027-01-01T10:00+02:00'))).toBe('superseded');
  });

  it('the referral that the starting fact names was withdrawn as a fact', () => {
    const events = [...asked, withdrawn('2026-11-10T10:00+02:00', 'sent-1')];
    expect(duty('reply', events).settled).toMatchObject({ how: 'superseded', eventIds: ['back-sent-1'] });
  });

  it('a correction (withdrawn and recorded anew at once) has a duty of its own beside it', () => {
    const corrected = received('2026-11-10T10:00+02:00', { receivedOn: '2026-11-05' }, { id: 'received-2' });
    const events = [...asked, withdrawn('2026-11-10T10:00+02:00', 'received-1'), corrected];
    const replies = duties(events).filter(({ kind }) => kind === 'reply');
    expect(replies.map(({ key: one, settled, due }) => [one, settled?.how ?? 'open', due?.day])).toEqual([
      ['reply:received-1', 'superseded', '2026-12-02'],
      ['reply:received-2', 'open', '2026-12-07'],
    ]);
  });

  it('the withdrawal itself withdrawn: owed again, told again', () => {
    const events = [
      ...asked,
      withdrawn('2026-11-10T10:00+02:00', 'received-1'),
      withdrawn('2026-12-10T10:00+02:00', 'back-received-1'),
    ];
    expect(duty('reply', events)).toMatchObject({ settled: null, generation: 1 });
    expect(rows('reply', events, farOff)).toEqual(toldAgain);
  });

  it('the same referral recorded anew brings its duties back', () => {
    const events = [
      ...asked,
      withdrawn('2026-11-10T10:00+02:00', 'sent-1'),
      sent('2026-11-02T10:00+02:00', {}, { id: 'sent-2', recordedAt: '2026-12-10T10:00+02:00' }),
    ];
    expect(duty('reply', events)).toMatchObject({ settled: null, generation: 1 });
    expect(rows('reply', events, farOff)).toEqual(toldAgain);
  });

  it('a wrong recipient is told of nothing more (R 17)', () => {
    const wrong = fact('referral.withdrawn', '2026-11-04T10:00+02:00', {
      referralId: 'r1',
      reasonCode: 'wrongRecipient',
    });
    for (const kind of ['reply', 'evaluate', 'acknowledge-handover', 'keep-supporting']) {
      expect(duty(kind, [...asked, wrong]).settled?.how).toBe('superseded');
      expect(rows(kind, [...asked, wrong], farOff)).toEqual([]);
    }
    expect(duty('breach-record', [...asked, wrong]).settled).toBeNull();
  });
});

describe('a series: the monthly review', () => {
  const agreed = (at: string, id: string, data = {}) =>
    fact('plan.agreed', at, { planId: 'plan-1', ...data }, { id });
  const review = (at: string, id: string, data = {}, options = {}) =>
    fact('review.held', at, { resultCode: 'same', ...data }, { id, ...options });
  const reviewsOf = (events: readonly DossierEvent[]) =>
    duties(events)
      .filter(({ kind }) => kind === 'monthly-review')
      .map(({ key: one, settled, due }) => [
        one.slice('monthly-review:'.length),
        settled?.how ?? 'open',
        due?.day,
      ])
      .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));

  it('every review settles the one before and starts the next', () => {
    expect(
      reviewsOf([agreed('2026-10-01T10:00+03:00', 'p1'), review('2026-10-28T10:00+02:00', 'v1')]),
    ).toEqual([
      ['p1', 'fulfilled', '2026-10-30'],
      ['v1', 'open', '2026-11-27'],
    ]);
  });

  it('a plan agreed a second time takes the place of the first', () => {
    expect(
      reviewsOf([agreed('2026-10-01T10:00+03:00', 'p1'), agreed('2026-10-14T10:00+03:00', 'p2')]),
    ).toEqual([
      ['p1', 'superseded', '2026-10-30'],
      ['p2', 'open', '2026-11-13'],
    ]);
  });

  it('the second agreement withdrawn: the first review is owed again and told again', () => {
    const events = [
      agreed('2026-10-01T10:00+03:00', 'p1'),
      agreed('2026-10-14T10:00+03:00', 'p2'),
      withdrawn('2026-11-20T10:00+02:00', 'p2'),
    ];
    expect(reviewsOf(events)).toEqual([
      ['p1', 'open', '2026-10-30'],
      ['p2', 'superseded', '2026-11-13'],
    ]);
    const again = duties(events).find(({ key: one }) => one === 'monthly-review:p1');
    expect(again?.generation).toBe(1);
  });

  it('a review entered late settles as of its real day and renames nothing', () => {
    const before = [agreed('2026-10-01T10:00+03:00', 'p1'), review('2026-11-25T10:00+02:00', 'v2')];
    const late = review('2026-11-26T10:00+02:00', 'v1', { heldOn: calendarDay('2026-10-28') });
    expect(reviewsOf(before)[0]).toEqual(['p1', 'fulfilled', '2026-10-30']);
    expect(reviewsOf([...before, late])).toEqual([
      ['p1', 'fulfilled', '2026-10-30'],
      ['v1', 'fulfilled', '2026-11-27'],
      ['v2', 'open', '2026-12-23'],
    ]);
  });

  it('a review on the day of the agreement never settles itself', () => {
    expect(reviewsOf([review('2026-10-01T10:00+03:00', 'v1')])).toEqual([['v1', 'open', '2026-10-30']]);
  });

  it('an agreed date before the month is over holds, and lands on the working day before', () => {
    expect(reviewsOf([agreed('2026-12-01T10:00+02:00', 'p1', { nextMeetingOn: '2026-12-12' })])).toEqual([
      ['p1', 'open', '2026-12-11'],
    ]);
  });
});
