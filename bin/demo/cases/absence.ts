/** Absence and parents who do not answer (K 5.2 table 10, table 1, 4.2 L1648). */
import { caseOf, type DemoCase, did } from '../case-data.ts';

export const absences: readonly DemoCase[] = [
  // K table 10: “ne vēlāk kā dienas laikā sazinās ar izglītojamā vecākiem”; reached last time, absent again now.
  caseOf(
    'concern',
    'absent-again',
    '7.a',
    ['Toms', 'Ābelītis'],
    [['contact-parents-absence', 'fulfilled']],
    [
      did('absence.noted', '-4wd 08:25', 'anita-kalnina', {
        date: '-4wd',
        scopeCode: 'day',
        reasonKnown: false,
      }),
      did('contact.attempted', '-4wd 09:40', 'dainis-brencis', {
        channelCode: 'phone',
        resultCode: 'reached',
      }),
      did('absence.noted', '0wd 08:25', 'anita-kalnina', {
        date: '0wd',
        scopeCode: 'lesson',
        reasonKnown: false,
      }),
    ],
  ),
  // The same day passed and nobody called: an act of law with a term of law.
  caseOf(
    'concern',
    'nobody-called',
    '6.b',
    ['Loreta', 'Vanaga'],
    [['contact-parents-absence', 'late']],
    [
      did('absence.noted', '-2wd 08:30', 'rita-celmina', {
        date: '-2wd',
        scopeCode: 'day',
        reasonKnown: false,
      }),
    ],
  ),
  // K table 10 L3195: 20 lessons without excuse: VIIS, causes, plan. Half is done.
  caseOf(
    'concern',
    'twenty-lessons',
    '9.b',
    ['Renārs', 'Podnieks'],
    [['absence-assessment', 'open']],
    [
      did('absence.thresholdReached', '-3wd 14:00', 'dainis-brencis', {
        ruleCode: 'unexcused-lessons',
        count: 21,
        unitCode: 'lesson',
        periodFrom: 'semester',
        regulation89Observed: true,
      }),
      did('absence.viisEntered', '-2wd 10:30', 'dainis-brencis', { actionsIncluded: true }),
      did('absence.causeAssessed', '-1wd 15:45', 'evija-rudzite', { causeCode: 'relations' }),
    ],
  ),
  // K annex 2 L5738: more than three study days in the preschool group of a school; planned day passed.
  caseOf(
    'concern',
    'preschool-days',
    '3.a',
    ['Jēkabs', 'Lielais'],
    [['absence-assessment', 'plannedPassed']],
    [
      did('absence.thresholdReached', '-9wd 09:30', 'baiba-krumina', {
        ruleCode: 'preschool-study-days',
        count: 4,
        unitCode: 'studyDay',
      }),
      did('absence.viisEntered', '-8wd 10:00', 'zane-mezale', { actionsIncluded: true }),
    ],
  ),
  // K table 1: over 10 days in a calendar month and it tells on learning; the teacher talked, the support team does not know yet.
  caseOf(
    'concern',
    'ten-days',
    '5.c',
    ['Valters', 'Rudzroga'],
    [['absence-support-team', 'plannedPassed']],
    [
      did('absence.thresholdReached', '-8wd 12:00', 'sanita-liepkalne', {
        ruleCode: 'days-in-month',
        count: 11,
        unitCode: 'day',
        confirmedBy: 'sanita-liepkalne',
        affectsLearning: true,
      }),
      did('talk.held', '-5wd 17:00', 'sanita-liepkalne', { kindCode: 'absence' }),
    ],
  ),
  // K 4.2 L1648: “Ja pēc vairākiem mēģinājumiem vecāki joprojām nav sasniedzami”; a person has confirmed it.
  caseOf(
    'concern',
    'parents-silent',
    '7.a',
    ['Keita', 'Ozoliņa'],
    [['unreachable-parents', 'open']],
    [
      did('risk.identified', '-9wd 10:00', 'anita-kalnina', { riskCode: 'attendance' }),
      did('contact.attempted', '-6wd 11:20', 'anita-kalnina', {
        channelCode: 'phone',
        resultCode: 'noAnswer',
      }),
      did('contact.attempted', '-5wd 18:10', 'anita-kalnina', {
        channelCode: 'sms',
        resultCode: 'messageLeft',
      }),
      did('contact.attempted', '-3wd 08:05', 'anita-kalnina', {
        channelCode: 'phone',
        resultCode: 'noAnswer',
      }),
      did('parents.unreachableConfirmed', '-1wd 15:00', 'anita-kalnina', {
        groundCode: 'attemptsFailed',
        riskCode: 'welfare',
      }),
    ],
  ),
];
