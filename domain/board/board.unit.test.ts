import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDay, endOfDay, instant, startOfDay } from '../time.ts';
import { answerTimes, monthsUntil, stageOf } from './answer-times.ts';
import type { BoardDuty } from './board-duty.ts';
import { boardTables } from './figures.ts';
import { causeOf, hangingLongest } from './hanging.ts';

const now = instant('2026-11-20T10:00:00.000Z');
const today = calendarDay('2026-11-20');

const party = (institutionId: string) => ({ party: 'institution', kind: null, institutionId }) as const;

/** A reply that the service owes the school; `late` days past its term. */
function reply(late: number, change: Partial<BoardDuty> = {}): BoardDuty {
  const dueDay = addDays(today, -late);
  const startedDay = addDays(dueDay, -30);
  return {
    key: `reply:${late}`,
    kind: 'reply',
    title: { lv: 'Atbildēt', en: 'Reply' },
    owedBy: party('service'),
    owedTo: [party('school')],
    follower: null,
    force: { act: 'must', term: 'must' },
    danger: false,
    sameDay: false,
    immediate: false,
    startedAt: startOfDay(startedDay),
    startedDay,
    recordedBy: 'somebody',
    knownAt: startOfDay(startedDay),
    opensOn: startedDay,
    due: { day: dueDay, at: endOfDay(dueDay) },
    postponements: [],
    generation: 1,
    settled: null,
    settledBy: [{ type: 'reply.sent', data: {} }],
    takenOver: false,
    answerUnknown: false,
    held: false,
    ballIntervals: [],
    ...change,
  };
}

function answered(late: number, after: number, change: Partial<BoardDuty> = {}): BoardDuty {
  const open = reply(late, change);
  const day = addDays(open.startedDay, after);
  const at = startOfDay(day);
  return { ...open, settled: { how: 'fulfilled', at, day, recordedAt: at, eventIds: [] } };
}

describe('the board counts (R 27)', () => {
  it('no quiet term, nothing taken over, no unknown answer (R 7, 13, 15), nothing recorded later but danger (R 11)', () => {
    const left = [
      reply(9, { force: { act: 'must', term: 'default' } }),
      reply(9, { takenOver: true }),
      reply(9, { answerUnknown: true }),
      reply(9, { knownAt: startOfDay(today) }),
    ];
    expect(hangingLongest(left, now)).toEqual([]);
    expect(boardTables(left, now)).toEqual({
      owes: { cells: [], totals: [] },
      waits: { cells: [], totals: [] },
    });
    expect(hangingLongest([reply(9, { danger: true, knownAt: startOfDay(today) })], now)).toHaveLength(1);
  });

  it('the ten latest first, and only what one institution owes another', () => {
    const own = reply(40, { owedTo: [party('service'), { party: 'family', who: 'parents' }] });
    const lines = hangingLongest([own, ...Array.from({ length: 12 }, (_, index) => reply(index + 1))], now);
    expect(lines.map(({ daysLate }) => daysLate)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
    expect(lines[0]).toMatchObject({ owingId: 'service', waitingIds: ['school'] });
  });

  it('in a table every institution with five or more; days stand at the side that held the ball (R 12)', () => {
    const asked = [{ from: addDays(today, -10), until: null }];
    const duties = [1, 2, 3, 4, 7].map((late) => reply(late, { ballIntervals: asked }));
    const [cell] = boardTables(duties, now).owes.cells;
    expect(cell?.figures).toEqual({
      late: 5,
      longest: 7,
      owingDays: 21 + 22 + 23 + 24 + 27,
      waitingDays: 50,
    });
  });

  it('no figures of a hidden number', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), (owing) => {
        const duties = owing.map((id, index) => reply(index + 1, { owedBy: party(id) }));
        const { owes, waits } = boardTables(duties, now);
        for (const { figures } of [...owes.cells, ...waits.cells])
          expect(figures === null || figures.late >= 5).toBe(true);
        for (const { late } of [...owes.totals, ...waits.totals])
          expect(late === null || late >= 5).toBe(true);
      }),
    );
  });
});

describe('why an answer hangs, by facts alone (R 27)', () => {
  const postponed = (reasonCode: string) => [
    { newDueOn: today, reasonCode, by: 'somebody', recordedAt: now, eventId: 'e' },
  ];

  it('a mail that may be the answer, then whose turn it is, then the reason last given', () => {
    expect(causeOf(reply(3, { held: true }), now)).toBe('notRecorded');
    expect(causeOf(reply(3, { ballIntervals: [{ from: addDays(today, -5), until: null }] }), now)).toBe(
      'waitsForOther',
    );
    expect(causeOf(reply(3, { postponements: postponed('specialistOnLeave') }), now)).toBe('leave');
    expect(causeOf(reply(3, { postponements: postponed('noSpecialist') }), now)).toBe('noSpecialist');
    expect(causeOf(reply(3, { postponements: postponed('parentsAbroad') }), now)).toBe('parentsUnreachable');
    expect(causeOf(reply(3, { postponements: postponed('flood') }), now)).toBe('notKnown');
    expect(causeOf(reply(3), now)).toBe('notKnown');
  });
});

describe('answer times (R 12, 27)', () => {
  it('acknowledgement and answer apart', () => {
    expect(stageOf(reply(1))).toBe('answer');
    expect(stageOf(reply(1, { settledBy: [{ type: 'referral.acknowledged', data: {} }] }))).toBe(
      'acknowledgement',
    );
    expect(stageOf(reply(1, { owedTo: [party('service')] }))).toBeNull();
  });

  it('medians of the days booked to each side; late by the waiting side’s days is in time', () => {
    const waited = (startedDay = addDays(today, -50)) => [
      { from: startedDay, until: addDays(startedDay, 12) },
    ];
    const duties = [
      answered(20, 10),
      answered(20, 20),
      answered(20, 40),
      answered(20, 40, { ballIntervals: waited() }),
      answered(20, 30),
      reply(20),
    ];
    expect(answerTimes(duties, now)).toEqual({
      medianOwingDays: 28,
      medianWaitingDays: 0,
      onTimePercent: 67,
    });
  });

  it('of fewer than five nothing is said', () => {
    expect(answerTimes([answered(20, 10), answered(20, 20), reply(3), reply(4), reply(5)], now)).toBeNull();
  });

  it('twelve months across the turn of the year', () => {
    const months = monthsUntil(calendarDay('2026-02-03'));
    expect([months.length, months[0], months[10], months[11]]).toEqual([12, '2025-03', '2026-01', '2026-02']);
  });
});
