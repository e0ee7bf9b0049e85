import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import { isWorkingDay, makeCalendar } from '../calendar/index.ts';
import { decide } from '../dossier/decide.ts';
import type { DossierEvent, EventData, EventType } from '../dossier/event.ts';
import { computeDossier } from '../duty/compute-duties.ts';
import { recipientsOf } from '../duty/recipients.ts';
import type { DossierSetting } from '../duty/setting.ts';
import { staff } from '../testing/history.ts';
import { asked as letter, postponed, replied } from '../testing/referral-story.ts';
import { fact, setting as plain, school, socialService, teacher, toInstant } from '../testing/scenario.ts';
import { play } from '../testing/told-rows.ts';
import { addDays, addMinutes, type CalendarDay, calendarDay, dayOf } from '../time.ts';
import { beforeComplaint } from './before-complaint.ts';

const { duty, rows } = play(national2025);
const key = 'reply:received-1';
const setting: DossierSetting = {
  ...plain,
  institutionOfPerson: { [teacher]: school, p2: school, p4: socialService },
};

/** Due on Wednesday, 2 December 2026; late from Thursday on. */
const question = fact(
  'answer.asked',
  '2026-12-08T09:00+02:00',
  { dutyKey: key },
  { id: 'asked-1', by: 'p3' },
);
const call = fact(
  'receiver.called',
  '2026-12-08T11:00+02:00',
  { dutyKey: key, resultCode: 'noAnswer' },
  { id: 'called-1' },
);
const draft = fact(
  'complaint.drafted',
  '2026-12-10T14:00+02:00',
  { complaintId: 'c1', dutyIds: [key] },
  { id: 'draft-1', by: 'p2' },
);
const account = fact(
  'account.added',
  '2026-12-11T10:00+02:00',
  { dutyKey: key },
  { id: 'account-1', institution: socialService, by: 'p4' },
);
const prepared = [...letter, question, call, draft];

function standing(events: readonly DossierEvent[], complaintId: string | null = null) {
  const computed = computeDossier(national2025, events, setting);
  const late = computed.duties.find((one) => one.key === key);
  if (late === undefined) throw new Error('no reply is owed');
  return beforeComplaint(late, { ...computed, setting }, complaintId);
}

function record<T extends EventType>(
  events: readonly DossierEvent[],
  at: string,
  type: T,
  data: EventData<T>,
  institution = school,
) {
  return decide(
    { procedure: national2025, setting, events },
    { facts: [{ id: 'new', type, data }], by: teacher, institution, freshIds: ['fresh'] },
    toInstant(at),
  );
}

const file = (events: readonly DossierEvent[], at: string, more: object = {}) =>
  record(events, at, 'complaint.filed', { complaintId: 'c1', groundCode: 'noInformation', ...more });

describe('R 14: what stands before a complaint', () => {
  it('delivery state: sent, received and accepted are told apart', () => {
    expect(standing(letter).delivery).toEqual({
      referralId: 'r1',
      channelCode: 'product',
      regNo: null,
      sentOn: '2026-11-02',
      receivedOn: '2026-11-02',
      acknowledged: null,
    });
  });

  it('everybody asked, the head rung, a draft: each is missing until it is done', () => {
    expect(standing(letter)).toMatchObject({ missing: ['asked', 'called', 'draft'], mayGoFrom: null });
    expect(standing([...letter, question]).missing).toEqual(['called', 'draft']);
    expect(standing([...letter, question, call]).missing).toEqual(['draft']);
    expect(standing(prepared).missing).toEqual([]);
  });

  it('two working days of the receiver after the day of the draft: Thursday’s draft waits until Monday 24.00', () => {
    const { window, mayGoFrom } = standing(prepared);
    expect(window?.day).toBe('2026-12-14');
    expect(mayGoFrom).toBe(toInstant('2026-12-15T00:00+02:00'));
  });

  it('they are counted in the receiver’s own calendar', () => {
    const day = calendarDay('2026-12-11');
    const name = { lv: 'Brīvdiena', en: 'Free day' };
    const calendarOf = {
      [socialService]: makeCalendar({ changes: [{ kind: 'holidayAdded', day, name, source: 'likums' }] }),
    };
    const computed = computeDossier(national2025, prepared, { ...setting, calendarOf });
    const late = computed.duties.find((one) => one.key === key);
    const ground = { ...computed, setting: { ...setting, calendarOf } };
    expect(late === undefined ? null : beforeComplaint(late, ground).window?.day).toBe('2026-12-15');
  });

  it('what was asked, rung or drafted before the duty was postponed counts no more', () => {
    const later = postponed('2026-12-11T15:00+02:00', '2026-12-18', 'p-1');
    expect(standing([...prepared, later]).missing).toEqual(['asked', 'called', 'draft']);
  });

  it('the receiver’s own account is kept with it, to be printed beside the school’s', () => {
    expect(standing([...prepared, account]).accounts).toMatchObject([{ eventId: 'account-1', by: 'p4' }]);
  });
});

describe('R 14: facts about a complaint keep an order', () => {
  it('nothing is drafted about a duty that is not late', () => {
    const drafted = (events: readonly DossierEvent[], at: string) =>
      record(events, at, 'complaint.drafted', { complaintId: 'c1', dutyIds: [key] });
    expect(drafted(letter, '2026-12-02T23:00+02:00')).toMatchObject({ refused: 'dutyNotLate' });
    expect(drafted(letter, '2026-12-03T08:00+02:00')).toHaveProperty('events');
  });

  it('what is missing is named', () => {
    expect(file(letter, '2026-12-10T12:00+02:00')).toMatchObject({
      refused: 'complaintNotPrepared',
      detail: { missing: 'answer.asked, receiver.called, complaint.drafted' },
    });
    expect(file([...letter, question, draft], '2026-12-16T12:00+02:00')).toMatchObject({
      refused: 'complaintNotPrepared',
      detail: { missing: 'receiver.called' },
    });
  });

  it('inside the window it is refused with the moment from which it may be sent, and from then on taken', () => {
    expect(file(prepared, '2026-12-14T23:59+02:00')).toMatchObject({
      refused: 'receiverWindowOpen',
      detail: { from: '2026-12-14T22:00:00.000Z', lastDay: '2026-12-14' },
    });
    expect(file(prepared, '2026-12-15T00:00+02:00')).toHaveProperty('events');
  });

  it('an answer meanwhile withdraws the draft: the complaint is refused', () => {
    const answered = [...prepared, replied('2026-12-11T12:00+02:00')];
    expect(file(answered, '2026-12-15T09:00+02:00')).toMatchObject({ refused: 'answerKnown' });
  });

  it('a reply by mail that waits for a word stops draft and complaint (R 20)', () => {
    const reply = fact('mailReply.received', '2026-12-11T12:00+02:00', { dutyKey: key });
    expect(file([...prepared, reply], '2026-12-15T09:00+02:00')).toMatchObject({
      refused: 'replyUnconfirmed',
    });
  });

  it('it never goes to the one who owes: about the education board to another one, who then assesses it', () => {
    const asking = fact(
      'consultation.requested',
      '2026-11-02T09:00+02:00',
      { consultationId: 'k1' },
      { id: 'consultation-1' },
    );
    const dutyKey =
      computeDossier(national2025, [asking], setting).duties.find(({ kind }) => kind === 'consultation')
        ?.key ?? '';
    const events = [
      asking,
      fact('answer.asked', '2026-12-08T09:00+02:00', { dutyKey }),
      fact('receiver.called', '2026-12-08T11:00+02:00', { dutyKey, resultCode: 'noAnswer' }),
      fact('complaint.drafted', '2026-12-10T14:00+02:00', { complaintId: 'c1', dutyIds: [dutyKey] }),
    ];
    const at = '2026-12-15T09:00+02:00';
    expect(file(events, at)).toMatchObject({ refused: 'complaintToOwner' });
    expect(file(events, at, { toInstitutionId: 'education-board' })).toMatchObject({
      refused: 'complaintToOwner',
    });
    const filed = file(events, at, { toInstitutionId: 'cooperation-group' });
    const after = 'events' in filed ? [...events, ...filed.events] : [];
    const owed = computeDossier(national2025, after, setting).duties.find(
      ({ kind }) => kind === 'board-assess',
    );
    expect(owed?.owedBy).toMatchObject({ kind: 'cooperationGroup', institutionId: 'cooperation-group' });
  });

  it('a complaint needs its own draft: another one’s window does not open it', () => {
    const other = { complaintId: 'c2', dutyIds: [key] };
    expect(record(prepared, '2026-12-15T09:00+02:00', 'complaint.filed', other)).toMatchObject({
      refused: 'complaintNotPrepared',
      detail: { missing: 'complaint.drafted' },
    });
  });

  it('a rung that a person decides waits for the same; the rungs before do not (duties page, section 4)', () => {
    const rung = (events: readonly DossierEvent[], at: string, step: number) =>
      record(events, at, 'duty.escalated', { dutyKey: key, step, decidedBy: 'p2' });
    expect(rung(letter, '2026-12-10T12:00+02:00', 2)).toHaveProperty('events');
    expect(rung(letter, '2026-12-10T12:00+02:00', 3)).toMatchObject({ refused: 'complaintNotPrepared' });
    expect(rung(prepared, '2026-12-14T12:00+02:00', 3)).toMatchObject({ refused: 'receiverWindowOpen' });
    expect(rung(prepared, '2026-12-15T09:00+02:00', 3)).toHaveProperty('events');
  });

  it('a data breach is complained of without any late duty (K 4.3 L1953)', () => {
    const breach = { complaintId: 'c9', groundCode: 'dataBreach' } as const;
    expect(record(letter, '2026-11-10T12:00+02:00', 'complaint.filed', breach)).toHaveProperty('events');
  });

  it('only the receiver adds its own account', () => {
    const add = (institution: string) =>
      record(prepared, '2026-12-11T12:00+02:00', 'account.added', { dutyKey: key }, institution);
    expect(add(school)).toMatchObject({ refused: 'notReceiver' });
    expect(add(socialService)).toHaveProperty('events');
  });

  it('danger skips all of it (R 14)', () => {
    const suspected = fact(
      'danger.suspected',
      '2026-12-02T14:00+02:00',
      { kindCode: 'emotionalViolenceSevere' },
      { id: 'danger-1' },
    );
    const danger = computeDossier(national2025, [suspected], setting).duties.find((one) => one.danger);
    const dutyKey = danger?.key ?? '';
    const ground = computeDossier(national2025, [suspected], setting);
    expect(danger === undefined ? null : beforeComplaint(danger, { ...ground, setting })).toMatchObject({
      skipped: true,
      missing: [],
    });
    const filed = { complaintId: 'c1', dutyIds: [dutyKey] };
    expect(record([suspected], '2026-12-02T14:05+02:00', 'complaint.filed', filed)).toHaveProperty('events');
    expect(
      record([suspected], '2026-12-02T14:05+02:00', 'duty.escalated', { dutyKey, step: 4, decidedBy: 'p2' }),
    ).toHaveProperty('events');
  });
});

describe('R 14: at whatever minute', () => {
  const late = toInstant('2026-12-08T12:00+02:00');
  const minutes = fc.nat(40 * 24 * 60);

  it('the window holds exactly two whole working days, and the complaint goes at its end, not before (R 14)', () => {
    fc.assert(
      fc.property(minutes, minutes, (drafted, waited) => {
        const draftedAt = addMinutes(late, drafted);
        const events = [
          ...letter,
          question,
          call,
          fact('complaint.drafted', draftedAt, { complaintId: 'c1', dutyIds: [key] }, { id: 'draft-1' }),
        ];
        const { window } = standing(events);
        if (window === null) throw new Error('no window');
        const days: CalendarDay[] = [];
        for (let day = addDays(dayOf(draftedAt), 1); day <= window.day; day = addDays(day, 1)) days.push(day);
        expect(days.filter((day) => isWorkingDay(setting.calendar, day))).toHaveLength(2);
        expect(days.at(-1)).toBe(window.day);
        expect(isWorkingDay(setting.calendar, window.day)).toBe(true);
        const now = addMinutes(draftedAt, waited);
        const result = file(events, now);
        if (now < window.until) expect(result).toMatchObject({ refused: 'receiverWindowOpen' });
        else expect(result).toHaveProperty('events');
      }),
      { numRuns: 200 },
    );
  });
});

describe('R 14: who is told', () => {
  const farOff = '2026-12-31T00:00+02:00';
  const said = (events: readonly DossierEvent[], ...names: readonly string[]) =>
    rows('reply', events, farOff, setting).filter((row) => names.some((name) => row.includes(name)));

  it('“Vai kāds ir saņēmis atbildi?”: one press, everybody on the case, each once, but not the one who asks', () => {
    const [telling] = duty('reply', [...letter, question], setting).tellings ?? [];
    const told = recipientsOf(telling?.tell ?? [], staff, []);
    expect(told.map(({ personId, as }) => `${personId} ${as}`)).toEqual([
      `secretary-of-${socialService} owes`,
      'p2 waits',
      `${teacher} manager`,
    ]);
  });

  it('excluded persons are not asked (R 3)', () => {
    const [telling] = duty('reply', [...letter, question], setting).tellings ?? [];
    const told = recipientsOf(telling?.tell ?? [], staff, [teacher]).map(({ personId }) => personId);
    expect(told).not.toContain(teacher);
  });

  it('the receiver and its head hear of the draft at once, the drafter when the window is over', () => {
    expect(said(prepared, 'accountAsked', 'windowOver')).toEqual([
      '2026-12-10 14.00 accountAsked owes,head',
      '2026-12-15 0.00 windowOver manager,principal,onCase',
    ]);
  });

  it('an answer meanwhile: the drafter hears that the draft is withdrawn, and nothing of the window', () => {
    const answered = [...prepared, replied('2026-12-11T12:00+02:00')];
    expect(said(answered, 'accountAsked', 'windowOver', 'draftWithdrawn')).toEqual([
      '2026-12-11 12.00 draftWithdrawn manager,principal,onCase',
    ]);
  });

  it('a second press is a second question; one taken back leaves the rank of the next as it was', () => {
    const again = fact('answer.asked', '2026-12-09T09:00+02:00', { dutyKey: key }, { id: 'asked-2' });
    const back = fact('fact.withdrawn', '2026-12-09T10:00+02:00', {
      eventId: 'asked-1',
      reasonCode: 'mistake',
    });
    const ranks = (events: readonly DossierEvent[]) =>
      (duty('reply', events, setting).tellings ?? []).map(({ n }) => n);
    expect(ranks([...letter, question, again])).toEqual([0, 1]);
    expect(ranks([...letter, question, again, back])).toEqual([1]);
  });

  it('the board hears nothing of a draft (rules of conduct 2 and 19)', () => {
    const { duties } = computeDossier(national2025, prepared, setting);
    expect(duties.map(({ kind }) => kind)).not.toContain('board-assess');
  });
});
