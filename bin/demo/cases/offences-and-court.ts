/** Offences, the commission, article 58, the orphan's court, a change of school (K 5.10, table 4, table 13; V 3). */
import { caseOf, type DemoCase, did } from '../case-data.ts';

export const offenceCases: readonly DemoCase[] = [
  // K 5.10 2.2 L4020: the commission asks the school for a characterisation; the law's art. 58 gives a prevention file.
  caseOf(
    'case',
    'shop-theft',
    '9.b',
    ['Raivo', 'Circenis'],
    [
      ['commission-decide', 'open'],
      ['commission-docs', 'open'],
      ['prevention-file', 'open'],
    ],
    [
      did('case.opened', '-60d 09:00', 'martins-ozers', { level: '1' }),
      did('commission.caseReceived', '-15d 10:00', 'dace-abele', { commissionId: 'administrativa-komisija' }),
      did('commission.docsRequested', '-5wd 10:30', 'dace-abele', {
        institutionId: 'ozolkalna-vidusskola',
        docCode: 'characterisation',
        wantedBy: '+3wd',
      }),
      did('art58.groundFound', '-4wd 09:00', 'kristine-bite', { groundNo: '2' }),
    ],
  ),
  // V 3: the court set the parent a term, with the social service; it passed. The court follows it, no mail to parents.
  caseOf(
    'case',
    'court-term-passed',
    '3.a',
    ['Kate', 'Lācīte'],
    [['parent-term', 'late']],
    [
      did('case.opened', '-140d 09:00', 'baiba-krumina', { level: '2' }),
      did('court.caseStarted', '-70d 10:00', 'uldis-petersons', { kindCode: 'custodySuspension' }),
      did('court.parentWarned', '-66d 10:00', 'uldis-petersons', { riskAssessedOn: '-67d' }),
      did('court.termSet', '-65d 11:00', 'uldis-petersons', { termOn: '-10d' }),
    ],
  ),
  // K table 13.6: a learner came from another school; the former school's information is asked for and has not come.
  caseOf(
    'concern',
    'came-from-another-school',
    '8.a',
    ['Hugo', 'Ziemelis'],
    [
      ['transfer-check', 'fulfilled'],
      ['transfer-request', 'fulfilled'],
      ['transfer-answer', 'open'],
    ],
    [
      did('transfer.arrived', '-12wd 09:00', 'zane-mezale', { formerSchoolId: 'ozolkalna-vidusskola' }),
      did('transfer.viisChecked', '-10wd 09:30', 'andris-jansons', {
        markFound: true,
        formerSchoolId: 'ozolkalna-vidusskola',
      }),
      did('transfer.infoRequested', '-7wd 10:00', 'andris-jansons', {
        formerSchoolId: 'ozolkalna-vidusskola',
      }),
    ],
  ),
  // The same, answered; the measures are not filed yet, and parents gave new health information (K table 13.4).
  caseOf(
    'concern',
    'information-came',
    '5.c',
    ['Vanesa', 'Pavāre'],
    [
      ['transfer-answer', 'fulfilled'],
      ['transfer-file', 'open'],
      ['health-mark', 'open'],
    ],
    [
      did('transfer.arrived', '-25wd 09:00', 'dainis-brencis', { formerSchoolId: 'rudzulejas-pamatskola' }),
      did('transfer.viisChecked', '-23wd 09:30', 'ilze-vitolina', {
        markFound: true,
        formerSchoolId: 'rudzulejas-pamatskola',
      }),
      did('transfer.infoRequested', '-20wd 10:00', 'ilze-vitolina', {
        formerSchoolId: 'rudzulejas-pamatskola',
      }),
      did('transfer.infoReceived', '-3wd 12:00', 'dainis-brencis', {}),
      did('health.infoGiven', '-2wd 08:40', 'inguna-dzene', { registeredBy: 'inguna-dzene' }),
    ],
  ),
  // K 4.3 L1838: basic needs not met and beyond the school: the social service in writing the same day.
  caseOf(
    'case',
    'basic-needs',
    '3.a',
    ['Mia', 'Vīksna'],
    [['sd-notify', 'fulfilled']],
    [
      did('case.opened', '-20d 09:00', 'baiba-krumina', { level: '1' }),
      did('sdGround.found', '-5wd 10:00', 'daiga-silina', { groundCode: 'basicNeeds', beyondSchool: true }),
      did('referral.sent', '-5wd 13:30', 'andris-jansons', {
        referralId: 'report',
        receiverId: 'socialais-dienests',
        kindCode: 'report',
        channelCode: 'product',
      }),
      did('referral.received', '-5wd 13:30', 'andris-jansons', {
        referralId: 'report',
        howKnownCode: 'product',
      }),
    ],
  ),
];
