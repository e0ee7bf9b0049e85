import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { makeCalendar } from '../calendar/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { staff } from '../testing/history.ts';
import { asked, postponed, replied, withInstitutions, withMunicipality } from '../testing/referral-story.ts';
import { fact, school, setting, teacher } from '../testing/scenario.ts';
import { play } from '../testing/told-rows.ts';
import { calendarDay } from '../time.ts';
import { recipientsOf } from './recipients.ts';
import { owing } from './told.ts';

const { duties, duty, rows } = play(national2025);
const day = calendarDay;
const farOff = '2027-06-01T00:00+03:00';

describe('R 19: no mail to families or where nobody can read it', () => {
  const followed = withMunicipality({ switchedOn: ['parent-reports-absence'] });
  const noted = fact('absence.noted', '2026-11-02T08:30+02:00', {
    date: day('2026-11-02'),
    reasonKnown: true,
  });

  it('what parents owe is told to the follower', () => {
    const found = duty('parent-reports-absence', [noted], followed);
    expect(found.owedBy.party).toBe('family');
    expect(owing(found)).toEqual({
      as: 'follows',
      to: { party: 'person', role: 'classTeacher', institutionId: school, personId: teacher },
    });
    expect(recipientsOf([owing(found)], staff, []).map(({ personId }) => personId)).toEqual([teacher]);
  });

  it('a follower who cannot be told either leaves whoever recorded the fact', () => {
    const noCourt = withInstitutions({ 'orphans-court': { hasActiveUser: false } });
    const term = fact('court.termSet', '2026-11-02T10:00+02:00', { termOn: day('2026-11-20') }, { by: 'p3' });
    const told = recipientsOf([owing(duty('parent-term', [term], noCourt))], staff, []);
    expect(told).toMatchObject([{ personId: 'p3', institutionId: school, as: 'follows' }]);
  });

  it('where the municipality has named no such institution, the recorder hears of it', () => {
    const nobody = { ...setting, serving: {} };
    const ground = fact('art58.groundFound', '2026-11-02T10:00+02:00', { groundNo: '5' }, { by: 'p3' });
    const told = recipientsOf([owing(duty('prevention-file', [ground], nobody))], staff, []);
    expect(told.map(({ personId }) => personId)).toEqual(['p3']);
  });

  it('the outcome of what a family owed is told to the other side of its follower only', () => {
    const term = fact('court.termSet', '2026-11-02T10:00+02:00', { termOn: day('2026-11-20') });
    const remedied = fact(
      'court.termRemedied',
      '2026-11-18T10:00+02:00',
      {},
      { institution: 'orphans-court' },
    );
    expect(rows('parent-term', [term, remedied], farOff)).toEqual([]);
  });
});

describe('R 20: hitting Reply works', () => {
  const key = 'reply:received-1';
  const mail = fact('mailReply.received', '2026-12-02T15:00+02:00', { dutyKey: key }, { id: 'mail-1' });
  const verdict = (isAnswer: boolean, at = '2026-12-08T10:00+02:00', more: object = {}) =>
    fact('mailReply.confirmed', at, { dutyKey: key, isAnswer, ...more });

  it('a received reply stops late notices and rungs, and asks the waiting person to confirm', () => {
    expect(rows('reply', [...asked, mail], farOff)).toEqual([
      '2026-11-02 10.00 first owes',
      '2026-12-01 0.00 remindBefore owes',
      '2026-12-02 0.00 remindToday owes',
      '2026-12-02 15.00 replyReceived waits',
    ]);
  });

  it('it was not the answer: they go on', () => {
    expect(rows('reply', [...asked, mail, verdict(false)], farOff)).toHaveLength(7);
  });

  it('it was the answer: the duty is settled as of the day of the reply, without a second entry', () => {
    const { settled, held } = duty('reply', [...asked, mail, verdict(true)]);
    expect(held).toBe(false);
    expect(settled).toMatchObject({
      how: 'fulfilled',
      day: '2026-12-02',
      at: '2026-12-02T13:00:00.000Z',
      recordedAt: '2026-12-08T08:00:00.000Z',
    });
  });

  it('a reply read late settles as of the day on which it came, in time', () => {
    const read = fact(
      'mailReply.received',
      '2026-11-30T15:00+02:00',
      { dutyKey: key },
      { id: 'mail-1', recordedAt: '2026-12-07T09:00+02:00' },
    );
    expect(duty('reply', [...asked, read, verdict(true)]).settled?.day).toBe('2026-11-30');
  });

  it('of several replies the one named is the answer, else the last that had come', () => {
    const second = fact('mailReply.received', '2026-12-04T09:00+02:00', { dutyKey: key }, { id: 'mail-2' });
    const both = [...asked, mail, second];
    expect(duty('reply', [...both, verdict(true)]).settled?.day).toBe('2026-12-04');
    const first = verdict(true, '2026-12-08T10:00+02:00', { replyId: 'mail-1' });
    expect(duty('reply', [...both, first]).settled?.day).toBe('2026-12-02');
  });

  it('a word on one reply leaves another waiting', () => {
    const second = fact('mailReply.received', '2026-12-09T09:00+02:00', { dutyKey: key }, { id: 'mail-2' });
    const no = verdict(false, '2026-12-08T10:00+02:00');
    expect(duty('reply', [...asked, mail, no, second]).held).toBe(true);
  });

  it('the word taken back: owed again, in a new generation, and asked about again', () => {
    const back = fact('fact.withdrawn', '2026-12-10T10:00+02:00', {
      eventId: 'verdict',
      reasonCode: 'mistake',
    });
    const yes = { ...verdict(true), id: 'verdict' };
    const again = duty('reply', [...asked, mail, yes, back]);
    expect([again.settled, again.held, again.generation]).toEqual([null, true, 1]);
    expect(rows('reply', [...asked, mail, yes, back], farOff)).toContain(
      '2026-12-10 10.00 replyReceived waits',
    );
  });

  it('after a reopening the word that came before counts no more (R 20)', () => {
    const reopened = fact('duty.reopened', '2026-12-10T10:00+02:00', { dutyKey: key, reasonCode: 'mistake' });
    expect(duty('reply', [...asked, mail, verdict(true), reopened]).settled).toBeNull();
  });

  it('a mail never settles danger and never stops its notices (R 2, R 20)', () => {
    const suspected = fact(
      'danger.suspected',
      '2026-12-02T14:00+02:00',
      { kindCode: 'emotionalViolenceSevere' },
      { id: 'danger-1' },
    );
    const danger = (events: readonly DossierEvent[]) => duties(events).filter((one) => one.danger);
    const [one] = danger([suspected]);
    const dangerKey = one?.key ?? '';
    const reply = fact('mailReply.received', '2026-12-02T15:00+02:00', { dutyKey: dangerKey });
    const yes = fact('mailReply.confirmed', '2026-12-02T16:00+02:00', { dutyKey: dangerKey, isAnswer: true });
    const [after] = danger([suspected, reply, yes]);
    expect([one?.key === undefined, after?.settled, after?.held]).toEqual([false, null, false]);
  });

  it('holds its own duty only', () => {
    expect(duty('evaluate', [...asked, mail]).held).toBe(false);
  });
});

describe('postponing', () => {
  it('postponed twice: the newest day holds, counted from the origin, and every link is kept', () => {
    const events = [
      ...asked,
      postponed('2026-11-25T10:00+02:00', '2026-12-14', 'p-1'),
      postponed('2026-12-10T10:00+02:00', '2026-12-21', 'p-2'),
    ];
    const found = duty('reply', events);
    expect(found.due?.day).toBe('2026-12-21');
    expect(found.generation).toBe(2);
    expect(found.postponements.map(({ newDueOn }) => newDueOn)).toEqual(['2026-12-14', '2026-12-21']);
    expect(found.explanation.basis).toEqual(duty('reply', asked).explanation.basis);
  });

  it('late a second time is told again: the ladder of the new generation', () => {
    const events = [...asked, postponed('2026-12-10T10:00+02:00', '2026-12-14', 'p-1')];
    expect(rows('reply', events, farOff)).toEqual([
      '2026-12-10 10.00 first owes',
      '2026-12-11 0.00 remindBefore owes',
      '2026-12-14 0.00 remindToday owes',
      '2026-12-15 0.00 late owes,waits',
      '2026-12-16 0.00 head head',
      '2026-12-18 0.00 waitingSide manager,principal',
      '2026-12-22 0.00 propose manager,principal',
    ]);
  });

  it('a postponement taken back: the first day again, a new generation, one working day of grace', () => {
    const link = postponed('2026-11-25T10:00+02:00', '2027-01-14', 'p-1');
    const back = fact('fact.withdrawn', '2026-12-10T10:00+02:00', { eventId: 'p-1', reasonCode: 'mistake' });
    const found = duty('reply', [...asked, link, back]);
    expect([found.due?.day, found.generation]).toEqual(['2026-12-02', 2]);
    expect(rows('reply', [...asked, link, back], farOff)[1]).toMatch(/^2026-12-11 10\.00/);
  });

  it('recorded after the answer it moves nothing: a late answer stays late', () => {
    const events = [
      ...asked,
      replied('2026-12-20T10:00+02:00'),
      postponed('2026-12-21T10:00+02:00', '2027-01-14', 'p-1'),
    ];
    expect(duty('reply', events).due?.day).toBe('2026-12-02');
  });
});

it('a holiday declared overnight moves the day and re-tells nothing (architecture 1.6)', () => {
  const free = day('2026-11-06');
  const calendar = makeCalendar({
    changes: [
      {
        kind: 'holidayAdded',
        day: free,
        name: { lv: 'Ārkārtas brīvdiena', en: 'Extra holiday' },
        source: 'likums',
      },
    ],
  });
  const before = duty('acknowledge-handover', asked);
  const after = duty('acknowledge-handover', asked, { ...setting, calendar });
  expect([before.due?.day, after.due?.day]).toEqual(['2026-11-09', '2026-11-10']);
  expect([after.key, after.generation]).toEqual([before.key, before.generation]);
});
