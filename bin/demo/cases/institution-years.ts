/** What institutions owe by the calendar (duties page, section 5): one dossier per institution and school year. */
import { type DemoCase, type DemoFact, did, type Shown } from '../case-data.ts';
import type { DemoInstitutionId } from '../municipality.ts';
import type { DemoPersonId } from '../people.ts';

function yearOf(home: DemoInstitutionId, shows: readonly Shown[], facts: readonly DemoFact[]): DemoCase {
  return {
    name: `year-${home}`,
    kind: 'institutionYear',
    home,
    classTeacher: null,
    learner: null,
    shows,
    facts,
  };
}

type Period = 'semester' | 'quarter' | 'year';

/** The present period of a duty, which began at its first midnight; calendar years are `{year}`. */
function period(dutyId: string, code: Period, by: DemoPersonId): DemoFact {
  const span = code === 'year' ? 'calendarYear' : code;
  return did('period.started', `${span} 00:00`, by, {
    dutyId,
    periodCode: `{${code}}`,
    from: span,
    to: `${span}.end`,
  });
}

function done(dutyId: string, periodCode: string, at: string, by: DemoPersonId): DemoFact {
  return did('calendarDuty.done', at, by, { dutyId, periodCode, resultCode: 'done' });
}

export const institutionYears: readonly DemoCase[] = [
  // K table 9 and annex 1 table 1.1: VIIS, briefing on the rules; K 4.1: wellbeing once a semester. All in time.
  yearOf(
    'ozolkalna-vidusskola',
    [
      ['safety-inspection', 'open'],
      ['data-breach', 'fulfilled'],
    ],
    [
      did('schoolYear.started', 'year 00:00', 'ilze-vitolina', {
        schoolYear: '{schoolYear}',
        startsOn: 'year',
        endsOn: 'year.end',
        schoolTypeCode: 'general',
      }),
      did(
        'calendarDuty.done',
        '-690d 10:00',
        'dainis-brencis',
        { dutyId: 'safety-inspection', periodCode: 'previous', resultCode: 'done' },
        { recordedAt: 'year 00:00' },
      ),
      done('authorised-persons', '{schoolYear}', 'year 08:00', 'ilze-vitolina'),
      done('viis-enrolment', '{schoolYear}', 'year+3d 11:00', 'dainis-brencis'),
      did('rules.issued', 'year+14d 10:00', 'ilze-vitolina', {
        schoolYear: '{schoolYear}',
        orderNo: '1-9/12',
      }),
      done('rules-briefing', '{schoolYear}', 'year+16d 15:00', 'dainis-brencis'),
      period('wellbeing-screening', 'semester', 'ilze-vitolina'),
      done('wellbeing-screening', '{semester}', 'semester+60d 14:00', 'laura-straume'),
      // K 4.3 L1938: the school found that a teacher's assessment had been passed on; told to the board, not recorded yet.
      did('breach.found', '-8wd 11:00', 'evija-rudzite', { breachId: 'breach', kindCode: 'disclosure' }),
      did('breach.reported', '-7wd 09:00', 'ilze-vitolina', {
        breachId: 'breach',
        toInstitutionId: 'izglitibas-parvalde',
      }),
      // Law on submissions: a parent's written question, one month.
      did('submission.received', '-18d 10:00', 'dainis-brencis', { submissionId: 'submission' }),
    ],
  ),
  // The other school is behind: learners who came during the year are not in VIIS, the inspection is overdue.
  yearOf(
    'rudzulejas-pamatskola',
    [
      ['safety-inspection', 'late'],
      ['viis-enrolment-midyear', 'late'],
      ['viis-enrolment-midyear', 'open'],
      ['undeliverable', 'plannedPassed'],
    ],
    [
      did('schoolYear.started', 'year 00:00', 'andris-jansons', {
        schoolYear: '{schoolYear}',
        startsOn: 'year',
        endsOn: 'year.end',
        schoolTypeCode: 'general',
      }),
      did(
        'calendarDuty.done',
        '-745d 10:00',
        'zane-mezale',
        { dutyId: 'safety-inspection', periodCode: 'previous', resultCode: 'done' },
        { recordedAt: 'year 00:00' },
      ),
      done('viis-enrolment', '{schoolYear}', 'year+4d 16:00', 'zane-mezale'),
      done('rules-briefing', '{schoolYear}', 'year+27d 15:00', 'zane-mezale'),
      period('wellbeing-screening', 'semester', 'andris-jansons'),
      did('learner.enrolled', '-26d 09:00', 'zane-mezale', { learnerId: 'newcomer-1', midYear: true }),
      did('learner.enrolled', '-3wd 09:00', 'zane-mezale', { learnerId: 'newcomer-2', midYear: true }),
      did('mail.refused', '-6wd 07:31', 'zane-mezale', {
        personId: 'valdis-birznieks',
        institutionId: 'rudzulejas-pamatskola',
      }),
    ],
  ),
  // K 7: prevention reviewed once a quarter.
  yearOf(
    'izglitibas-parvalde',
    [],
    [
      period('prevention-review', 'quarter', 'toms-rozenbergs'),
      done('prevention-review', '{quarter}', 'quarter+50d 15:00', 'gunta-eglite'),
    ],
  ),
  // K 4.3, 7: the strategic level meets once a quarter.
  yearOf(
    'sadarbibas-grupa',
    [],
    [
      period('strategic-group', 'quarter', 'signe-lapsa'),
      did('meeting.held', 'quarter+65d 13:00', 'signe-lapsa', {
        meetingId: 'strategic',
        kindCode: 'strategic',
      }),
    ],
  ),
  // K table 9: the list of unregistered children came; one was found. V 1: indicators and report once a year.
  yearOf(
    'pasvaldiba',
    [
      ['unregistered-children', 'fulfilled'],
      ['unregistered-children', 'open'],
      ['breach-record', 'late'],
    ],
    [
      did('ikvdList.received', '-20d 10:00', 'ilona-balode', {
        learnerIds: ['listed-1', 'listed-2', 'listed-3'],
      }),
      did('learner.enrolled', '-9d 10:00', 'ilona-balode', { learnerId: 'listed-2' }),
      period('rights-indicators', 'year', 'ilona-balode'),
      period('programme-report', 'year', 'edgars-vanags'),
      // Recorded by nobody within 72 hours: an act and a term of law (rules of conduct 17).
      did('breach.found', '-6wd 16:00', 'edgars-vanags', { breachId: 'breach', kindCode: 'loss' }),
    ],
  ),
];
