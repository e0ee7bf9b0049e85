/** Danger, incidents, bullying (K table 7, 5.3 table 11, 5.8 table 15). */
import { caseOf, type DemoCase, did } from '../case-data.ts';
import { planMade } from './plan-made.ts';

export const dangers: readonly DemoCase[] = [
  // R 3 and issue 4: found alone at night; the patrol looked into the case in an emergency, the review is still owed.
  caseOf(
    'concern',
    'found-at-night',
    '5.c',
    ['Kārlis', 'Ābele'],
    [['emergency-review', 'open']],
    [
      did('risk.noticed', '-9wd 11:20', 'sanita-liepkalne', { riskCode: 'attendance' }),
      did('concern.recorded', '-9wd 11:25', 'sanita-liepkalne', {
        concernId: 'concern',
        riskCode: 'attendance',
      }),
      did(
        'access.takenInEmergency',
        '-2wd 22:40',
        'kristine-bite',
        { groundCode: 'childFound', untilAt: '-1wd 22:40' },
        { words: 'Atrasts viens autoostā, tālruņa nav, jānoskaidro, kam zvanīt.' },
      ),
    ],
  ),
  // K L2528–2540: “baidās atgriezties mājās un min vardarbību kā iemeslu”. Recorded, NOT told to anybody yet.
  caseOf(
    'concern',
    'afraid-to-go-home',
    '5.c',
    ['Elīza', 'Krasta'],
    [['report-danger', 'dueToday']],
    [
      did(
        'danger.suspected',
        'now-40m',
        'sanita-liepkalne',
        { kindCode: 'afraidToGoHome' },
        { acute: true, words: 'Pēc stundām palika klasē un teica, ka baidās iet mājās.' },
      ),
    ],
  ),
  // K table 7: visible injuries → 110 at once; the orphan's court in writing beside it, and its receipt confirmed (rules of conduct 2).
  caseOf(
    'concern',
    'reported-at-once',
    '3.a',
    ['Leo', 'Mednis'],
    [
      ['report-danger', 'fulfilled'],
      ['danger-receipt', 'fulfilled'],
    ],
    [
      did(
        'danger.suspected',
        '-6wd 13:10',
        'baiba-krumina',
        { kindCode: 'physicalViolenceEvident' },
        { ref: 'danger', acute: true },
      ),
      did('danger.reported', '-6wd 13:22', 'baiba-krumina', {
        dangerId: 'danger',
        recipientKindCode: 'statePolice',
        recipientId: 'valsts-policija',
        channelCode: 'call110',
        writtenFollowsNeeded: false,
      }),
      did(
        'danger.reported',
        '-6wd 15:00',
        'andris-jansons',
        {
          dangerId: 'danger',
          recipientKindCode: 'orphansCourt',
          recipientId: 'barintiesa',
          channelCode: 'eAddress',
        },
        { ref: 'written' },
      ),
      did('danger.receiptConfirmed', '-5wd 09:30', 'andris-jansons', { reportId: 'written' }),
    ],
  ),
  // K table 7: long neglect → orphan's court in writing the same day; sent, receipt not confirmed for a week.
  caseOf(
    'case',
    'neglect-receipt-missing',
    '6.b',
    ['Alise', 'Dzenīte'],
    [
      ['report-danger', 'fulfilled'],
      ['danger-receipt', 'plannedPassed'],
    ],
    [
      ...planMade({ risk: 30, plan: 22, by: 'rita-celmina', riskCode: 'family', nextMeeting: 5 }),
      did('danger.suspected', '-5wd 11:20', 'rita-celmina', { kindCode: 'neglect' }, { ref: 'danger' }),
      did('danger.reported', '-5wd 14:05', 'rita-celmina', {
        dangerId: 'danger',
        recipientKindCode: 'orphansCourt',
        recipientId: 'barintiesa',
        channelCode: 'eAddress',
        writtenFollowsNeeded: true,
      }),
    ],
  ),
  // K table 11 B L3402: an employee is suspected → the centre at once; the suspected person is kept out of it (rules of conduct 3).
  caseOf(
    'concern',
    'by-an-employee',
    '8.a',
    ['Samanta', 'Bērziņa'],
    [['report-staff-violence', 'fulfilled']],
    [
      did(
        'danger.suspected',
        '-7wd 14:30',
        'daiga-silina',
        { kindCode: 'byOfficial', excludedPersonIds: ['valdis-birznieks'] },
        { ref: 'danger' },
      ),
      did('danger.reported', '-7wd 14:55', 'andris-jansons', {
        dangerId: 'danger',
        recipientKindCode: 'childProtectionCentre',
        recipientId: 'bac',
        channelCode: 'phone',
        writtenFollowsNeeded: true,
      }),
      did(
        'danger.reported',
        '-7wd 16:10',
        'andris-jansons',
        {
          dangerId: 'danger',
          recipientKindCode: 'childProtectionCentre',
          recipientId: 'bac',
          channelCode: 'eAddress',
        },
        { ref: 'written' },
      ),
      did('danger.receiptConfirmed', '-6wd 10:00', 'andris-jansons', { reportId: 'written' }),
    ],
  ),
  // K table 11 B and C: a fight with a knife shown; class moved to a safe room; parents and founder told; next steps to come.
  caseOf(
    'case',
    'fight-at-school',
    '9.b',
    ['Kristers', 'Vītols'],
    [
      ['inform-parents-incident', 'fulfilled'],
      ['movement-limit-end', 'fulfilled'],
      ['founder-emergency', 'fulfilled'],
      ['inform-founder-incident', 'open'],
    ],
    [
      did('incident.recorded', '-3wd 11:40', 'martins-ozers', {
        incidentId: 'incident',
        kindCodes: ['physicalViolence'],
      }),
      did('limit.decided', '-3wd 11:50', 'ilze-vitolina', {
        placeCode: 'kab.204',
        reasonCode: 'threatToOthers',
        scopeCode: 'learner',
      }),
      did('incident.markedExtraordinary', '-3wd 11:55', 'ilze-vitolina', {
        incidentId: 'incident',
        groundCode: 'substantialThreat',
      }),
      did('founder.informed', '-3wd 12:20', 'ilze-vitolina', { kindCode: 'emergency' }),
      did('parents.informed', '-3wd 12:30', 'ilze-vitolina', {
        subjectCode: 'incident',
        channelCode: 'phone',
      }),
      did('limit.ended', '-3wd 14:15', 'ilze-vitolina', {}),
      did('incident.ended', '-3wd 14:20', 'ilze-vitolina', { incidentId: 'incident' }),
      did('case.opened', '-2wd 09:00', 'evija-rudzite', { level: '1' }),
    ],
  ),
  // K table 11 C L3430–3432: the founder knows the next steps, the parents were not told; remote learning runs.
  caseOf(
    'case',
    'next-steps-untold',
    '8.a',
    ['Ralfs', 'Skuja'],
    [
      ['inform-founder-incident', 'late'],
      ['remote-learning-end', 'open'],
    ],
    [
      did('incident.recorded', '-26d 10:05', 'kristaps-vejs', { incidentId: 'incident' }),
      did('parents.informed', '-26d 10:50', 'andris-jansons', {
        subjectCode: 'incident',
        channelCode: 'phone',
      }),
      did('founder.informed', '-20d 13:00', 'andris-jansons', { kindCode: 'nextSteps' }),
      did('incident.noImprovement', '-15d 09:30', 'andris-jansons', { reasonCode: 'parentsRefuse' }),
      did('municipality.informed', '-14d 10:00', 'andris-jansons', {
        subjectCode: 'incident',
        decisionCode: 'remoteLearning',
      }),
      did('remoteLearning.granted', '-10d 08:30', 'andris-jansons', { fromDate: '-10d' }),
    ],
  ),
  // K table 15: stopped at once, talked over; the second talk opens after a week.
  caseOf(
    'case',
    'bullying-stopped',
    '7.a',
    ['Helēna', 'Roze'],
    [
      ['bullying-stop', 'fulfilled'],
      ['bullying-follow-up', 'notYet'],
    ],
    [
      did('bullying.seen', '-2wd 12:10', 'emily-carter', {}),
      did('bullying.stopped', '-2wd 12:12', 'emily-carter', { victimSafe: true }),
      did('bullying.talkHeld', '-1wd 15:00', 'anita-kalnina', {
        participantRoleCodes: ['victim', 'offender', 'parents'],
        stepNos: ['3', '4', '6'],
        followUpNeeded: true,
      }),
    ],
  ),
];
