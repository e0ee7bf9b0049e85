/** Duties as the API tells them, made up without a product: for measuring what the pages do with very many. */
import type { DutyView } from '../../contracts/duty.ts';
import type { OwnSession } from '../../contracts/sign-in.ts';
import { calendarDay, instant } from '../../domain/time.ts';

const person = madeUpId(1);
const institution = madeUpId(2);
const moment = instant('2026-11-16T08:00:00.000Z');
const today = calendarDay('2026-11-16');

export const madeUpSession: OwnSession = {
  personId: person,
  name: 'Anita Kalniņa',
  language: 'lv',
  methods: ['password'],
  secondFactor: { shown: false, required: false, totp: false, recoveryCodes: 0, passkeys: 0 },
  institutions: [
    {
      id: institution,
      name: 'Ozolkalna vidusskola',
      kind: 'school',
      training: false,
      roles: ['classTeacher'],
    },
  ],
  actingFor: institution,
  authenticatedAt: moment,
  endsAt: instant('2036-11-16T20:00:00.000Z'),
  training: false,
  tourSeen: true,
};

/** The duties from one number until before another, as the API sorts them: by their due day, from ten days ago on. */
export function madeUpDuties(from: number, until: number): readonly DutyView[] {
  return Array.from({ length: until - from }, (_, index) => madeUpDuty(from + index));
}

function madeUpDuty(n: number): DutyView {
  const daysLeft = Math.floor(n / 125) - 10;
  const due = new Date(Date.parse('2026-11-20T22:00:00.000Z') + daysLeft * 86_400_000).toISOString();
  const late = daysLeft < 0;
  const explanation = {
    lv: 'Piecas darbdienas no lēmuma dienas.',
    en: 'Five working days from the decision.',
  };
  return {
    dossierId: madeUpId(1000 + n),
    caseNumber: `OZV-2026-${n}`,
    learner: { firstName: 'Toms', initial: 'Ā', className: '7.b' },
    owedBy: side('classTeacher'),
    owedTo: [side('principal')],
    dueWords: { lv: `${Math.abs(daysLeft)} darbdienas`, en: `${Math.abs(daysLeft)} working days` },
    plannedOn: null,
    undecided: null,
    takenBy: null,
    status: late ? 'late' : daysLeft === 0 ? 'dueToday' : 'open',
    daysLate: late ? -daysLeft : 0,
    daysLeft,
    dueThisWeek: daysLeft >= 0 && daysLeft < 3,
    ball: { holder: 'owing', owingDays: 12, waitingDays: 0 },
    explanation,
    latenessWord: late ? { lv: 'nokavēts', en: 'late' } : null,
    steps: [],
    schoolBreak: null,
    duty: {
      key: 'find-out-why',
      kind: 'find-out-why',
      title: {
        lv: 'Noskaidrot, kāpēc skolēns neapmeklē izglītības iestādi',
        en: 'Find out why the learner stays away',
      },
      owedBy: party('classTeacher'),
      owedTo: [party('principal')],
      follower: null,
      force: { act: 'must', term: 'must' },
      danger: false,
      sameDay: false,
      immediate: false,
      startedBy: [],
      startedAt: moment,
      startedDay: today,
      recordedBy: person,
      knownAt: moment,
      opensOn: today,
      due: { at: instant(due), day: calendarDay(due.slice(0, 10)) },
      explanation: { from: today, basis: { kind: 'immediate', due: today }, postponements: [], ground: null },
      postponements: [],
      generation: 1,
      parts: [],
      settled: null,
      settledBy: [{ type: 'absence.causeAssessed', data: {} }],
      takenOver: false,
      answerUnknown: false,
      held: false,
      ballIntervals: [],
      sources: ['MK 89, 5. punkts'],
    },
  };
}

function party(role: 'classTeacher' | 'principal'): DutyView['duty']['owedBy'] {
  return { party: 'person', role, institutionId: institution, personId: null };
}

function side(role: string): DutyView['owedBy'] {
  return {
    party: 'person',
    words: { lv: role, en: role },
    institutionName: null,
    personName: 'Anita Kalniņa',
  };
}

function madeUpId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
