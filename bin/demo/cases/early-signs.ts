/** First signs, first talks and plans at school (K 4.1, 4.2 table 3). */
import { caseOf, type DemoCase, did } from '../case-data.ts';

export const earlySigns: readonly DemoCase[] = [
  // K table 1 “Mācību motivācija”: “nepabeigti uzdevumi, apgalvojumi ‘nav jēgas’”; table 3: any employee tells the class teacher.
  caseOf(
    'concern',
    'motivation-noticed',
    '7.a',
    ['Elza', 'Rozīte'],
    [
      ['inform-manager', 'fulfilled'],
      ['re-observe', 'open'],
    ],
    [
      did('risk.noticed', '-2wd 10:20', 'emily-carter', { riskCode: 'motivation' }),
      did(
        'concern.recorded',
        '-2wd 12:05',
        'emily-carter',
        { riskCode: 'motivation', factDate: '-2wd' },
        { words: 'Trešo reizi pēc kārtas nav iesniegts mājasdarbs; saka, ka nav jēgas.' },
      ),
    ],
  ),
  // R 3: a relative of the child works at the school and must not know.
  caseOf(
    'concern',
    'relative-at-school',
    '8.a',
    ['Alise', 'Birzgale'],
    [['re-observe', 'open']],
    [
      did(
        'concern.recorded',
        '-8d 13:20',
        'daiga-silina',
        { riskCode: 'emotionalWellbeing', factDate: '-8d' },
        { words: 'Kļuvusi klusa, pēc stundām negrib iet mājās pie onkuļa.' },
      ),
      did('person.excluded', '-8d 13:25', 'daiga-silina', {
        personId: 'valdis-birznieks',
        groundCode: 'relative',
      }),
    ],
  ),
  // K 3.2 L558: no case where one or two talks suffice, family is responsive and no deeper assessment is needed.
  caseOf(
    'concern',
    'talk-was-enough',
    '5.c',
    ['Rihards', 'Zemgals'],
    [['re-observe', 'fulfilled']],
    [
      did('concern.recorded', '-30d 09:40', 'sanita-liepkalne', {
        riskCode: 'emotionalWellbeing',
        factDate: '-30d',
      }),
      did('concern.reobserved', '-16d 13:10', 'sanita-liepkalne', { trendCode: 'less' }),
      did('concern.closed', '-9d 14:00', 'sanita-liepkalne', { reasonCode: 'talkWasEnough' }),
    ],
  ),
  // K table 3, class teacher 2: “Aicina uz sarunu izglītojamo un viņa vecākus.” The five working days end today.
  caseOf(
    'concern',
    'first-talk-now',
    '8.a',
    ['Marks', 'Sīlis'],
    [['involve-external', 'open']],
    [
      did('risk.identified', '-5wd 11:30', 'kristaps-vejs', { riskCode: 'learning' }),
      did('contact.attempted', '-3wd 16:40', 'kristaps-vejs', {
        channelCode: 'eJournal',
        resultCode: 'messageLeft',
      }),
    ],
  ),
  // The same step, not taken; entered a month late by the one who took over the class (rules of conduct 11).
  caseOf(
    'concern',
    'entered-late',
    '6.b',
    ['Undīne', 'Kauliņa'],
    [
      ['first-talk', 'plannedPassed'],
      ['involve-external', 'open'],
    ],
    [
      did(
        'risk.identified',
        '-30d 10:00',
        'rita-celmina',
        { riskCode: 'anxiety' },
        {
          recordedAt: '-3wd 15:20',
          words: 'Pārņēmu klasi; iepriekšējās audzinātājas piezīmēs atzīmēta pieaugoša trauksme.',
        },
      ),
    ],
  ),
  // K table 3, class teacher 2; the parents work abroad and come at the week's end (K table 5: shift work, being away).
  caseOf(
    'concern',
    'first-talk-postponed',
    '3.a',
    ['Gustavs', 'Ērglis'],
    [['first-talk', 'open']],
    [
      did('risk.identified', '-6wd 10:00', 'baiba-krumina', { riskCode: 'family' }, { ref: 'risk' }),
      did('duty.postponed', '-3wd 09:15', 'baiba-krumina', {
        dutyKey: 'first-talk:risk',
        reasonCode: 'parentsAbroad',
        newDueOn: '+4wd',
      }),
    ],
  ),
  // K table 1 “Drošība”: bruises were explained by a doctor's note, so the talk is not needed; waived with its reason.
  caseOf(
    'concern',
    'first-talk-waived',
    '5.c',
    ['Amanda', 'Ošiņa'],
    [['first-talk', 'waived']],
    [
      did('risk.identified', '-8wd 08:50', 'sanita-liepkalne', { riskCode: 'safety' }, { ref: 'risk' }),
      did('duty.waived', '-6wd 12:30', 'sanita-liepkalne', {
        dutyKey: 'first-talk:risk',
        reasonCode: 'notNeeded',
      }),
    ],
  ),
  // K table 3.4 L1125: after the first talk the plan is drawn up with the learner and agreed with parents and staff.
  caseOf(
    'case',
    'plan-in-the-making',
    '9.b',
    ['Kārlis', 'Dumpis'],
    [
      ['first-talk', 'fulfilled'],
      ['support-plan', 'open'],
    ],
    [
      did('risk.identified', '-11wd 09:10', 'martins-ozers', { riskCode: 'learning' }),
      did('talk.held', '-8wd 16:00', 'martins-ozers', { kindCode: 'first' }),
      did('case.opened', '-7wd 09:00', 'martins-ozers', {
        level: '1',
        purposeful: true,
        residenceGroundCode: 'parentsDeclared',
      }),
      did('plan.drafted', '-2wd 14:20', 'martins-ozers', { planId: 'plan' }),
      did('plan.accepted', '-1wd 11:00', 'martins-ozers', { planId: 'plan', byCode: 'learner' }),
    ],
  ),
  // The plan's planned day is past; the talk's date was entered wrongly and put right (facts are corrected, never changed).
  caseOf(
    'case',
    'talk-date-corrected',
    '8.a',
    ['Nikola', 'Strautiņa'],
    [
      ['support-plan', 'plannedPassed'],
      ['first-talk', 'fulfilled'],
    ],
    [
      did('risk.identified', '-24wd 10:10', 'kristaps-vejs', { riskCode: 'conflict' }),
      did('case.opened', '-20wd 12:00', 'kristaps-vejs', { level: '1' }),
      did('talk.held', '-18wd 15:30', 'kristaps-vejs', { kindCode: 'first' }, { ref: 'wrong' }),
      did('fact.withdrawn', '-17wd 08:20', 'kristaps-vejs', { eventId: 'wrong', reasonCode: 'wrongDate' }),
      did('talk.held', '-20wd 15:30', 'kristaps-vejs', { kindCode: 'first' }, { recordedAt: '-17wd 08:25' }),
    ],
  ),
  // K table 14.4, 14.7: parents refuse the plan; the refusal with its reason ends the search for agreement.
  caseOf(
    'case',
    'plan-refused',
    '11.a',
    ['Roberts', 'Graudiņš'],
    [
      ['support-plan', 'fulfilled'],
      ['monthly-review', 'open'],
    ],
    [
      did('risk.identified', '-30d 09:00', 'gints-purmalis', { riskCode: 'addiction' }),
      did('talk.held', '-26d 15:00', 'gints-purmalis', { kindCode: 'first' }),
      did('case.opened', '-26d 15:40', 'gints-purmalis', { level: '1' }),
      did('plan.agreed', '-16d 14:00', 'gints-purmalis', { planId: 'plan', nextMeetingOn: '+7d' }),
      did('plan.actionAgreed', '-16d 14:05', 'gints-purmalis', {
        planId: 'plan',
        actionId: 'consultation',
        ownerId: 'laura-straume',
        dueOn: '+3d',
      }),
      did('plan.refused', '-15d 17:30', 'gints-purmalis', {
        planId: 'plan',
        byCode: 'parents',
        reasonCode: 'noProblemSeen',
      }),
    ],
  ),
  // Go-live (rules of conduct 15): facts from before the start are listed once for the manager to date or drop.
  caseOf(
    'case',
    'taken-over',
    '6.b',
    ['Daniels', 'Priedītis'],
    [
      ['first-talk', 'takenOver'],
      ['involve-external', 'takenOver'],
    ],
    [
      did(
        'risk.identified',
        '-95d 10:00',
        'rita-celmina',
        { riskCode: 'attendance' },
        { ref: 'risk', recordedAt: '-20d 09:00' },
      ),
      did('case.opened', '-90d 10:00', 'rita-celmina', { level: '1' }, { recordedAt: '-20d 09:01' }),
      did('duty.takenOver', '-20d 09:02', 'zane-mezale', {
        dutyKeys: ['first-talk:risk', 'involve-external:risk'],
      }),
    ],
  ),
];
