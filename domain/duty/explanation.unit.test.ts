import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../calendar/index.ts';
import type { CountedTerm, DueRule, Landing, TermUnit } from '../procedure/due-rule.ts';
import { atTime, calendarDay } from '../time.ts';
import { type DueMoment, type DueStart, dueMoment, postpone } from './due-moment.ts';
import type { Ground } from './explanation.ts';
import { countWords, daysAccusative } from './explanation-grammar.ts';
import { explainEn, explainLv } from './explanation-sentence.ts';
import { dueInWords, forceWord, latenessWord } from './explanation-words.ts';

const calendar = makeCalendar();
const recommended: Ground = { force: 'recommended', source: 'K 4.2' };
const quiet: Ground = { force: 'default', source: 'K table 3.2' };

function term(amount: number, unit: TermUnit, landing: Landing = 'next', ceiling = false): CountedTerm {
  return { kind: 'term', amount, unit, landing, ceiling };
}

function due(rule: DueRule, day: string, ground: Ground, fields: DueStart['fields'] = {}): DueMoment {
  const start = { at: atTime(calendarDay(day), 14, 5), day: calendarDay(day), fields };
  return dueMoment(rule, start, calendar, ground);
}

const review: DueRule = {
  kind: 'agreed',
  field: 'nextReviewOn',
  landing: 'next',
  otherwise: term(1, 'month', 'previous'),
};
const postponed = postpone(due(term(1, 'month'), '2026-10-18', { force: 'recommended', source: 'K 4.3' }), [
  {
    newDueOn: calendarDay('2026-12-01'),
    reasonCode: 'missingInformation',
    by: 'p7',
    recordedAt: atTime(calendarDay('2026-11-16'), 10, 0),
  },
  {
    newDueOn: calendarDay('2027-01-08'),
    reasonCode: 'illness',
    by: 'p7',
    recordedAt: atTime(calendarDay('2026-11-30'), 10, 0),
  },
]);

const CASES: readonly (readonly [string, DueMoment, string, string])[] = [
  [
    'acknowledge-handover: working days over a holiday (K 4.2)',
    due(term(5, 'workingDay'), '2026-11-12', recommended),
    '5 darbdienas no 12.11.; 18.11. ir svētku diena → 20.11. (K 4.2, ieteikums)',
    '5 working days from 12 Nov; 18 Nov is a public holiday → 20 Nov (K 4.2, recommendation)',
  ],
  [
    'no holiday on the way',
    due(term(2, 'workingDay'), '2026-11-19', { force: 'agreed', source: 'Nr. 5/2026' }),
    '2 darbdienas no 19.11. → 23.11. (Nr. 5/2026, vienošanās)',
    '2 working days from 19 Nov → 23 Nov (Nr. 5/2026, agreement)',
  ],
  [
    'first-talk with a default term, over moved days and the year’s end',
    due(term(5, 'workingDay'), '2024-12-20', quiet),
    '5 darbdienas no 20.12.; 24.–26.12., 31.12. un 01.01.2025. ir svētku dienas; 23.12. un 30.12. ir pārceltās brīvdienas; 28.12. ir pārceltā darbdiena → 06.01.2025. (K table 3.2; avotā termiņa nav, noklusējums)',
    '5 working days from 20 Dec; 24–26 Dec, 31 Dec and 1 Jan 2025 are public holidays; 23 Dec and 30 Dec are days off moved by order; 28 Dec is a working day moved by order → 6 Jan 2025 (K table 3.2; no term in the source, default)',
  ],
  [
    'reply: one month, moved past a holiday (K 4.3)',
    due(term(1, 'month'), '2026-10-18', { force: 'recommended', source: 'K 4.3' }),
    '1 mēnesis no 18.10.; 18.11. ir svētku diena → 19.11. (K 4.3, ieteikums)',
    '1 month from 18 Oct; 18 Nov is a public holiday → 19 Nov (K 4.3, recommendation)',
  ],
  [
    'landing on the previous working day',
    due(term(1, 'month', 'previous'), '2026-10-21', { force: 'must', source: 'K table 3.5' }),
    '1 mēnesis no 21.10.; 21.11. ir sestdiena, tāpēc iepriekšējā darbdiena → 20.11. (K table 3.5, avota prasība)',
    '1 month from 21 Oct; 21 Nov is a Saturday, so the working day before → 20 Nov (K table 3.5, required by the source)',
  ],
  [
    'a ceiling stays',
    due(term(1, 'month', 'next', true), '2026-10-21', { force: 'law', source: 'K table 11 C' }),
    '1 mēnesis no 21.10.; 21.11. ir sestdiena, bet termiņš uz vēlāku dienu nepāriet → 21.11. (K table 11 C, likums)',
    '1 month from 21 Oct; 21 Nov is a Saturday, but the term never moves later → 21 Nov (K table 11 C, law)',
  ],
  [
    'report-danger: immediate',
    due({ kind: 'immediate' }, '2026-11-21', { force: 'law', source: 'K 4.2 L990' }),
    'nekavējoties, vēlākais 21.11. plkst. 24.00 (K 4.2 L990, likums)',
    'at once, at the latest 21 Nov 24:00 (K 4.2 L990, law)',
  ],
  [
    'contact-parents-absence: same day',
    due({ kind: 'sameDay' }, '2026-11-20', { force: 'law', source: 'K table 10' }),
    'tajā pašā dienā, līdz 20.11. plkst. 24.00 (K table 10, likums)',
    'on the same day, by 20 Nov 24:00 (K table 10, law)',
  ],
  [
    'breach-record: 72 hours',
    due(term(72, 'hour'), '2026-12-30', { force: 'law', source: 'R 17' }),
    '72 stundas no 30.12. plkst. 14.05 → 02.01.2027. plkst. 14.05 (R 17, likums)',
    '72 hours from 30 Dec 14:05 → 2 Jan 2027 14:05 (R 17, law)',
  ],
  [
    'a named day on a holiday',
    due(review, '2026-11-02', recommended, { nextReviewOn: calendarDay('2026-11-18') }),
    'norādītā diena 18.11.; 18.11. ir svētku diena → 19.11. (K 4.2, ieteikums)',
    'the day named 18 Nov; 18 Nov is a public holiday → 19 Nov (K 4.2, recommendation)',
  ],
  [
    'no named day, so the month',
    due(review, '2026-10-21', recommended),
    'diena nav norādīta; 1 mēnesis no 21.10.; 21.11. ir sestdiena, tāpēc iepriekšējā darbdiena → 20.11. (K 4.2, ieteikums)',
    'no day was named; 1 month from 21 Oct; 21 Nov is a Saturday, so the working day before → 20 Nov (K 4.2, recommendation)',
  ],
  [
    'monthly-review: the earlier of two (K table 3.5)',
    due({ kind: 'earliestOf', rules: [review, term(1, 'month', 'previous')] }, '2026-10-21', recommended, {
      nextReviewOn: calendarDay('2026-11-05'),
    }),
    'norādītā diena 05.11., agrāk nekā 20.11. (K 4.2, ieteikums)',
    'the day named 5 Nov, earlier than 20 Nov (K 4.2, recommendation)',
  ],
  [
    'group-pack: counted back, called at short notice',
    due({ kind: 'before', field: 'meetingOn', amount: 3, unit: 'workingDay' }, '2026-11-17', quiet, {
      meetingOn: calendarDay('2026-11-19'),
    }),
    '3 darbdienas pirms 19.11.; 18.11. ir svētku diena; ne agrāk par sākuma dienu → 17.11. (K table 3.2; avotā termiņa nav, noklusējums)',
    '3 working days before 19 Nov; 18 Nov is a public holiday; not before the day of the start → 17 Nov (K table 3.2; no term in the source, default)',
  ],
  [
    'prevention-plan: fixed date',
    due({ kind: 'fixedDate', month: 9, day: 30 }, '2026-10-01', quiet),
    'noteikts datums → 30.09.2027. (K table 3.2; avotā termiņa nav, noklusējums)',
    'fixed date → 30 Sep 2027 (K table 3.2; no term in the source, default)',
  ],
  [
    'keep-supporting: not timed',
    due({ kind: 'notTimed' }, '2026-11-12', { force: null, source: 'K 4.2 L1352' }),
    'termiņa nav (K 4.2 L1352)',
    'no deadline (K 4.2 L1352)',
  ],
  [
    'reply postponed twice',
    postponed,
    'sākotnēji 1 mēnesis no 18.10.; 18.11. ir svētku diena → 19.11.; termiņš pārcelts uz 01.12. (iemesls: missingInformation); termiņš pārcelts uz 08.01.2027. (iemesls: illness) (K 4.3, ieteikums)',
    'originally 1 month from 18 Oct; 18 Nov is a public holiday → 19 Nov; postponed to 1 Dec (reason: missingInformation); postponed to 8 Jan 2027 (reason: illness) (K 4.3, recommendation)',
  ],
];

describe('a due date tells its reason', () => {
  it.each(CASES)('%s', (_, moment, lv, en) => {
    expect(explainLv(moment.explanation)).toBe(lv);
    expect(explainEn(moment.explanation)).toBe(en);
    expect(moment.explanation).toMatchSnapshot();
  });

  it('reasons and persons are named where the reader may know them', () => {
    const names = { reason: () => 'slimība', person: () => 'A. Ozola' };
    expect(explainLv(postponed.explanation, names)).toContain(
      'termiņš pārcelts uz 01.12. (iemesls: slimība, A. Ozola)',
    );
  });

  it('without a ground nothing is claimed about force', () => {
    const start = { at: atTime(calendarDay('2026-11-12'), 9, 0), day: calendarDay('2026-11-12'), fields: {} };
    expect(explainLv(dueMoment(term(1, 'week'), start, calendar).explanation)).toBe(
      '1 nedēļa no 12.11. → 19.11.',
    );
  });
});

describe('the earliest of several rules', () => {
  it('of rules that give the same day the first is told, and no “earlier than”', () => {
    const both: DueRule = { kind: 'earliestOf', rules: [term(1, 'week'), term(5, 'workingDay')] };
    const moment = due(both, '2026-11-02', recommended);
    expect(explainLv(moment.explanation)).toBe('1 nedēļa no 02.11. → 09.11. (K 4.2, ieteikums)');
  });
});

describe('words of lateness (rules of conduct 8)', () => {
  const calm = { danger: false, immediateOrSameDay: false };

  it.each([
    ['law', 'nokavēts likumā noteiktais termiņš'],
    ['must', 'nokavēts'],
    ['agreed', 'nokavēts'],
    ['recommended', 'ieteiktais laiks pagājis (ieteikums, nav tiesību norma)'],
    ['default', null],
    [null, null],
  ] as const)('%s: %s', (force, word) => {
    expect(latenessWord(force, calm, 'lv')).toBe(word);
    expect(latenessWord(force, calm, 'en') === null).toBe(word === null);
  });

  it('danger, immediate and same-day duties with a default term are “nokavēts”', () => {
    expect(latenessWord('default', { ...calm, danger: true }, 'lv')).toBe('nokavēts');
    expect(latenessWord('default', { ...calm, immediateOrSameDay: true }, 'lv')).toBe('nokavēts');
  });

  it('urgency does not make a recommendation a legal breach', () => {
    expect(latenessWord('recommended', { danger: true, immediateOrSameDay: true }, 'lv')).toBe(
      'ieteiktais laiks pagājis (ieteikums, nav tiesību norma)',
    );
  });

  it('forces have the names of the glossary', () => {
    const forces = ['law', 'must', 'recommended', 'agreed', 'local', 'default'] as const;
    expect(forces.map((force) => forceWord(force, 'lv'))).toEqual([
      'likums',
      'avota prasība',
      'ieteikums',
      'vienošanās',
      'vietēja kārtība',
      'noklusējums',
    ]);
  });
});

describe('number agreement', () => {
  it.each([
    [1, '1 diena', '1 dienu'],
    [2, '2 dienas', '2 dienas'],
    [9, '9 dienas', '9 dienas'],
    [10, '10 dienu', '10 dienu'],
    [11, '11 dienu', '11 dienu'],
    [19, '19 dienu', '19 dienu'],
    [20, '20 dienu', '20 dienu'],
    [21, '21 diena', '21 dienu'],
    [22, '22 dienas', '22 dienas'],
    [101, '101 diena', '101 dienu'],
    [111, '111 dienu', '111 dienu'],
  ])('%i: %s, kavē %s', (count, nominative, accusative) => {
    expect(countWords(count, 'day', 'lv')).toBe(nominative);
    expect(daysAccusative(count)).toBe(accusative);
  });

  it('holds for every unit', () => {
    const units = ['hour', 'workingDay', 'week', 'month'] as const;
    expect(units.map((unit) => [1, 3, 12].map((count) => countWords(count, unit, 'lv')))).toEqual([
      ['1 stunda', '3 stundas', '12 stundu'],
      ['1 darbdiena', '3 darbdienas', '12 darbdienu'],
      ['1 nedēļa', '3 nedēļas', '12 nedēļu'],
      ['1 mēnesis', '3 mēneši', '12 mēnešu'],
    ]);
    expect([countWords(1, 'month', 'en'), countWords(21, 'workingDay', 'en')]).toEqual([
      '1 month',
      '21 working days',
    ]);
  });
});

describe('the due day in words (design: days in words, the date beside it)', () => {
  function words(today: string, dueDay: string, lang: 'lv' | 'en' = 'lv'): string {
    return dueInWords(atTime(calendarDay(today), 16, 0), calendarDay(dueDay), calendar, lang);
  }

  it.each([
    ['2026-11-25', '2026-11-25', 'šodien', 'today'],
    ['2026-11-25', '2026-11-26', 'rīt', 'tomorrow'],
    ['2026-11-25', '2026-11-27', '2 darbdienas (pt., 27. nov.)', 'in 2 working days (Fri 27 Nov)'],
    ['2026-11-20', '2026-11-23', '1 darbdiena (pr., 23. nov.)', 'in 1 working day (Mon 23 Nov)'],
    ['2026-11-20', '2026-11-22', '2 dienas (sv., 22. nov.)', 'in 2 days (Sun 22 Nov)'],
    [
      '2026-12-21',
      '2027-01-08',
      '10 darbdienu (pt., 2027. g. 8. janv.)',
      'in 10 working days (Fri 8 Jan 2027)',
    ],
    ['2026-11-21', '2026-11-18', 'kavē 3 dienas (kopš 18. nov.)', '3 days late (since 18 Nov)'],
    ['2026-11-19', '2026-11-18', 'kavē 1 dienu (kopš 18. nov.)', '1 day late (since 18 Nov)'],
    ['2026-04-01', '2026-03-11', 'kavē 21 dienu (kopš 11. marta)', '21 days late (since 11 Mar)'],
    [
      '2027-01-05',
      '2026-12-26',
      'kavē 10 dienu (kopš 2026. g. 26. dec.)',
      '10 days late (since 26 Dec 2026)',
    ],
  ])('on %s, due %s: %s', (today, dueDay, lv, en) => {
    expect(words(today, dueDay)).toBe(lv);
    expect(words(today, dueDay, 'en')).toBe(en);
  });

  it('“today” until 24:00 and late from then on', () => {
    const day = calendarDay('2026-11-25');
    expect(dueInWords(atTime(day, 23, 59), day, calendar, 'lv')).toBe('šodien');
    expect(dueInWords(atTime(calendarDay('2026-11-26'), 0, 0), day, calendar, 'lv')).toBe(
      'kavē 1 dienu (kopš 25. nov.)',
    );
  });
});
