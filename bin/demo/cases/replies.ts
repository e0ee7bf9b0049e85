/** The social service's written answer: postponed, late, recorded elsewhere, complained about (K 4.3 L1838–1960). */
import { caseOf, type DemoCase, type DemoFact, did } from '../case-data.ts';
import type { DemoInstitutionId } from '../municipality.ts';
import type { DemoPersonId } from '../people.ts';
import { planMade } from './plan-made.ts';

function letterTo(receiverId: DemoInstitutionId, at: string, by: DemoPersonId): readonly DemoFact[] {
  return [
    did('referral.sent', at, by, {
      referralId: 'letter',
      receiverId,
      kindCode: 'letter',
      channelCode: 'product',
      answerWanted: true,
      regNo: '1-14/37',
    }),
    did('referral.received', at, by, { referralId: 'letter', howKnownCode: 'product' }, { ref: 'received' }),
  ];
}

export const replies: readonly DemoCase[] = [
  // K 4.3: “informē izglītības iestādi par iemesliem un plānoto atbildes sniegšanas laiku”.
  caseOf(
    'case',
    'reply-postponed',
    '5.c',
    ['Agnese', 'Mežniece'],
    [
      ['reply', 'open'],
      ['evaluate', 'fulfilled'],
    ],
    [
      did('case.opened', '-50d 10:00', 'sanita-liepkalne', { level: '1' }),
      ...letterTo('socialais-dienests', '-42d 10:00', 'ilze-vitolina'),
      did('evaluation.completed', '-31d 15:30', 'liene-apsite', {
        referralId: 'letter',
        outcomeCode: 'othersNeeded',
      }),
      did('reply.postponed', '-14d 11:00', 'liene-apsite', {
        referralId: 'letter',
        reasonCode: 'meetingPending',
        newDueOn: '+9d',
      }),
    ],
  ),
  // A month is over; a reply came to the mail and waits for the school's word whether it is the answer (rules of conduct 20).
  caseOf(
    'case',
    'reply-a-little-late',
    '7.a',
    ['Sofija', 'Kronberga'],
    [
      ['reply', 'late'],
      ['correction', 'fulfilled'],
    ],
    [
      did('case.opened', '-45d 10:00', 'anita-kalnina', { level: '1' }),
      ...letterTo('socialais-dienests', '-38d 10:00', 'ilze-vitolina'),
      did('evaluation.completed', '-26d 12:00', 'janis-karkls', {
        referralId: 'letter',
        outcomeCode: 'notNeeded',
      }),
      // The board's reader thought it was answered; the school had nothing yet (rules of conduct 27).
      did(
        'correction.asked',
        '-3wd 10:00',
        'ilona-balode',
        { dutyKey: 'reply:received', whatCode: 'answeredElsewhere' },
        { ref: 'asked' },
      ),
      did('correction.answered', '-2wd 12:00', 'anita-kalnina', {
        requestId: 'asked',
        outcomeCode: 'declined',
      }),
      did('mailReply.received', '-1wd 15:30', 'maija-lace', { dutyKey: 'reply:received' }),
    ],
  ),
  // K 4.3 L1953: no information in reasonable time → the education board, with dates and what was asked.
  caseOf(
    'case',
    'reply-late-complaint',
    '8.a',
    ['Krists', 'Ozols'],
    [
      ['reply', 'late'],
      ['board-assess', 'open'],
    ],
    [
      ...planMade({ risk: 100, plan: 92, by: 'kristaps-vejs', riskCode: 'attendance', nextMeeting: -64 }),
      ...letterTo('socialais-dienests', '-80d 09:00', 'andris-jansons'),
      did('evaluation.completed', '-68d 14:00', 'janis-karkls', {
        referralId: 'letter',
        outcomeCode: 'notNeeded',
      }),
      did('reply.postponed', '-52d 16:00', 'janis-karkls', {
        referralId: 'letter',
        reasonCode: 'specialistOnLeave',
        newDueOn: '-24d',
      }),
      // Asked, rung and left its two working days before the complaint goes (rules of conduct 14).
      did('answer.asked', '-8wd 09:30', 'andris-jansons', { dutyKey: 'reply:received' }),
      did('receiver.called', '-8wd 11:00', 'andris-jansons', {
        dutyKey: 'reply:received',
        resultCode: 'noAnswer',
      }),
      did('complaint.drafted', '-7wd 10:00', 'andris-jansons', {
        complaintId: 'complaint',
        dutyIds: ['reply:received'],
        groundCode: 'noInformation',
      }),
      did('account.added', '-6wd 11:00', 'janis-karkls', { dutyKey: 'reply:received' }),
      did('complaint.filed', '-4wd 10:00', 'andris-jansons', {
        complaintId: 'complaint',
        aboutInstitutionId: 'socialais-dienests',
        dutyIds: ['reply:received'],
        groundCode: 'noInformation',
      }),
    ],
  ),
  // The answer came by phone; the school entered it a week later with its real day (rules of conduct 13).
  caseOf(
    'case',
    'answered-by-phone',
    '11.a',
    ['Dāvis', 'Upītis'],
    [['reply', 'fulfilled']],
    [
      did('case.opened', '-48d 09:00', 'gints-purmalis', { level: '1' }),
      ...letterTo('socialais-dienests', '-44d 09:00', 'ilze-vitolina'),
      did('evaluation.completed', '-32d 11:00', 'liene-apsite', {
        referralId: 'letter',
        outcomeCode: 'notNeeded',
      }),
      did(
        'reply.reported',
        '-24d 10:00',
        'gints-purmalis',
        { referralId: 'letter', answeredOn: '-24d', bySideCode: 'sender' },
        { recordedAt: '-15d 12:00' },
      ),
    ],
  ),
  // On paper; the service entered the receipt six weeks later: its term had passed before it could see it (rules of conduct 11).
  caseOf(
    'case',
    'receipt-entered-late',
    '3.a',
    ['Nora', 'Stepiņa'],
    [['reply', 'late']],
    [
      did('case.opened', '-60d 09:00', 'baiba-krumina', { level: '1' }),
      did('referral.sent', '-47d 09:00', 'andris-jansons', {
        referralId: 'letter',
        receiverId: 'socialais-dienests',
        kindCode: 'letter',
        channelCode: 'paper',
        answerWanted: true,
      }),
      did(
        'referral.received',
        '-44d 12:00',
        'maija-lace',
        { referralId: 'letter', receivedOn: '-44d', howKnownCode: 'recordedByReceiver' },
        { recordedAt: '-1wd 09:10' },
      ),
    ],
  ),
  // The service asks for what is missing; the school has not sent it: the days are the school's (rules of conduct 12).
  caseOf(
    'case',
    'supplement-missing',
    '9.b',
    ['Tīna', 'Brice'],
    [
      ['referral-supplement', 'late'],
      ['reply', 'open'],
    ],
    [
      did('case.opened', '-30d 09:00', 'martins-ozers', { level: '1' }),
      ...letterTo('socialais-dienests', '-17d 09:00', 'ilze-vitolina'),
      did('referral.supplementRequested', '-14d 10:00', 'liene-apsite', {
        referralId: 'letter',
        missingCodes: ['plan', 'workDone'],
        wantedBy: '-7d',
      }),
    ],
  ),
  // K 4.2 L1024: letter to the state police, on paper. Nobody there has an account: the answer is unknown, never late.
  caseOf(
    'case',
    'state-police-on-paper',
    '11.a',
    ['Markuss', 'Vanags'],
    [
      ['evaluate', 'answerUnknown'],
      ['feedback', 'answerUnknown'],
      ['involve-external', 'fulfilled'],
    ],
    [
      did('risk.identified', '-40d 09:00', 'gints-purmalis', { riskCode: 'addiction' }),
      did('talk.held', '-36d 15:00', 'gints-purmalis', { kindCode: 'first' }),
      did('case.opened', '-35d 15:00', 'gints-purmalis', { level: '1' }),
      did('referral.sent', '-28d 09:00', 'ilze-vitolina', {
        referralId: 'letter',
        receiverId: 'valsts-policija',
        kindCode: 'letter',
        channelCode: 'paper',
        answerWanted: true,
      }),
      did(
        'referral.received',
        '-25d 12:00',
        'dainis-brencis',
        { referralId: 'letter', receivedOn: '-25d', howKnownCode: 'recordedBySender' },
        { recordedAt: '-24d 09:00' },
      ),
    ],
  ),
  // Sent to the wrong institution and taken back (rules of conduct 17): the breach is recorded within 72 hours.
  caseOf(
    'case',
    'wrong-recipient',
    '5.c',
    ['Estere', 'Cīrule'],
    [['breach-record', 'fulfilled']],
    [
      did('case.opened', '-20d 09:00', 'sanita-liepkalne', { level: '1' }),
      ...letterTo('pasvaldibas-policija', '-8wd 10:00', 'dainis-brencis'),
      did(
        'referral.withdrawn',
        '-8wd 10:25',
        'dainis-brencis',
        { referralId: 'letter', reasonCode: 'wrongRecipient' },
        { ref: 'withdrawn' },
      ),
      did('breach.recorded', '-8wd 15:00', 'sofia-lindgren', { breachId: 'withdrawn' }),
    ],
  ),
];

/** Asked, rung and drafted; the receiver's two working days are over, and the principal may file (rules of conduct 14). */
export const stalledReplies: readonly DemoCase[] = [
  caseOf(
    'case',
    'reply-stalled',
    '9.b',
    ['Rihards', 'Kļaviņš'],
    [['reply', 'late']],
    [
      did('case.opened', '-64d 10:00', 'martins-ozers', { level: '1' }),
      ...letterTo('socialais-dienests', '-55d 10:00', 'ilze-vitolina'),
      did('evaluation.completed', '-44d 12:00', 'janis-karkls', {
        referralId: 'letter',
        outcomeCode: 'notNeeded',
      }),
      did('answer.asked', '-9wd 09:20', 'ilze-vitolina', { dutyKey: 'reply:received' }),
      did('receiver.called', '-8wd 10:00', 'ilze-vitolina', {
        dutyKey: 'reply:received',
        resultCode: 'messageLeft',
      }),
      did('complaint.drafted', '-5wd 10:00', 'ilze-vitolina', {
        complaintId: 'complaint',
        dutyIds: ['reply:received'],
        groundCode: 'noInformation',
      }),
    ],
  ),
];
