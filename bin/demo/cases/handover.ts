/** Handing a case to the social service, at each stage (K 4.2 L1344–1354, L1057–1067). */
import { caseOf, type DemoCase, type DemoFact, did } from '../case-data.ts';
import type { DemoPersonId } from '../people.ts';
import { planMade } from './plan-made.ts';

/** A handover inside the product: what is sent is received (rules of conduct 13). */
function handedOver(at: string, by: DemoPersonId, referralId: string): readonly DemoFact[] {
  return [
    did(
      'referral.sent',
      at,
      by,
      { referralId, receiverId: 'socialais-dienests', kindCode: 'handover', channelCode: 'product' },
      { ref: `${referralId}-sent` },
    ),
    did(
      'referral.received',
      at,
      by,
      { referralId, howKnownCode: 'product' },
      { ref: `${referralId}-received` },
    ),
  ];
}

export const handovers: readonly DemoCase[] = [
  // K L1351: “vēlams, 5 darba dienu laikā”; the school goes on supporting until then (L1352).
  caseOf(
    'case',
    'handover-sent',
    '7.a',
    ['Denijs', 'Siliņš'],
    [
      ['acknowledge-handover', 'open'],
      ['keep-supporting', 'untimed'],
      ['evaluate', 'open'],
      ['reply', 'open'],
      ['involve-external', 'fulfilled'],
    ],
    [
      ...planMade({ risk: 50, plan: 44, by: 'anita-kalnina', riskCode: 'attendance', nextMeeting: -16 }),
      did('review.held', '-18d 15:00', 'anita-kalnina', { reviewId: 'review-1', resultCode: 'worse' }),
      did('plan.revised', '-14d 12:00', 'anita-kalnina', { planId: 'plan', changed: true }),
      ...handedOver('-2wd 10:30', 'ilze-vitolina', 'handover'),
    ],
  ),
  // The fifth working day passed without a word.
  caseOf(
    'case',
    'handover-unanswered',
    '8.a',
    ['Viesturs', 'Egle'],
    [
      ['acknowledge-handover', 'late'],
      ['keep-supporting', 'untimed'],
      ['reply', 'open'],
    ],
    [
      ...planMade({ risk: 48, plan: 42, by: 'kristaps-vejs', riskCode: 'socialBehaviour', nextMeeting: -16 }),
      did('review.held', '-17d 15:00', 'kristaps-vejs', { reviewId: 'review-1', resultCode: 'worse' }),
      did('plan.revised', '-16d 12:00', 'kristaps-vejs', { planId: 'plan', changed: true }),
      ...handedOver('-8wd 09:30', 'andris-jansons', 'handover'),
    ],
  ),
  // Accepted; the full handover runs two weeks from the first contact (K L1354).
  caseOf(
    'case',
    'handover-accepted',
    '9.b',
    ['Ance', 'Vītoliņa'],
    [
      ['acknowledge-handover', 'fulfilled'],
      ['keep-supporting', 'fulfilled'],
      ['complete-handover', 'open'],
    ],
    [
      did('case.opened', '-40d 09:00', 'martins-ozers', { level: '1' }),
      ...handedOver('-5wd 11:00', 'ilze-vitolina', 'handover'),
      did('externalContact.made', '-3wd 09:20', 'martins-ozers', { institutionId: 'socialais-dienests' }),
      did('referral.acknowledged', '-2wd 13:40', 'maija-lace', {
        referralId: 'handover',
        outcomeCode: 'accepted',
        newManagerId: 'liene-apsite',
      }),
    ],
  ),
  // Two weeks passed and the previous manager has not passed the information on.
  caseOf(
    'case',
    'handover-stuck',
    '6.b',
    ['Matīss', 'Krūms'],
    [
      ['complete-handover', 'late'],
      ['evaluate', 'fulfilled'],
    ],
    [
      did('case.opened', '-60d 09:00', 'rita-celmina', { level: '1' }),
      ...handedOver('-27d 10:00', 'andris-jansons', 'handover'),
      did('externalContact.made', '-26d 11:00', 'rita-celmina', { institutionId: 'socialais-dienests' }),
      did('referral.acknowledged', '-20d 09:30', 'maija-lace', {
        referralId: 'handover',
        outcomeCode: 'accepted',
        newManagerId: 'janis-karkls',
      }),
      did('evaluation.completed', '-14d 16:00', 'janis-karkls', {
        referralId: 'handover',
        outcomeCode: 'notNeeded',
      }),
    ],
  ),
  // All of it done: acknowledged, evaluated, handed over, answered; the social worker leads now (K table 18: the school stays a partner).
  caseOf(
    'case',
    'handover-done',
    '11.a',
    ['Niks', 'Saulītis'],
    [
      ['acknowledge-handover', 'fulfilled'],
      ['complete-handover', 'fulfilled'],
      ['evaluate', 'fulfilled'],
      ['reply', 'fulfilled'],
      ['monthly-review', 'open'],
    ],
    [
      ...planMade({ risk: 90, plan: 80, by: 'gints-purmalis', riskCode: 'family', nextMeeting: -52 }),
      did('review.held', '-54d 14:00', 'gints-purmalis', { reviewId: 'review-1', resultCode: 'worse' }),
      did('plan.revised', '-50d 10:00', 'gints-purmalis', { planId: 'plan', changed: true }),
      ...handedOver('-44d 10:00', 'ilze-vitolina', 'handover'),
      did('externalContact.made', '-42d 10:30', 'gints-purmalis', { institutionId: 'socialais-dienests' }),
      did('referral.acknowledged', '-38d 09:00', 'maija-lace', {
        referralId: 'handover',
        outcomeCode: 'accepted',
        newManagerId: 'liene-apsite',
      }),
      did('evaluation.completed', '-32d 15:00', 'liene-apsite', {
        referralId: 'handover',
        outcomeCode: 'notNeeded',
      }),
      did('handover.completed', '-30d 16:00', 'gints-purmalis', {
        referralId: 'handover',
        newManagerId: 'liene-apsite',
        copiesPassed: true,
        summaryPassed: true,
      }),
      did('reply.sent', '-20d 13:20', 'liene-apsite', { referralId: 'handover', channelCode: 'product' }),
      did('review.held', '-11d 15:00', 'liene-apsite', { reviewId: 'review-2', resultCode: 'better' }),
    ],
  ),
  // The social service sends it on to the orphan's court (K L1065: parents refuse to cooperate): what the first referral started ends.
  caseOf(
    'case',
    'handover-redirected',
    '3.a',
    ['Linda', 'Vējiņa'],
    [
      ['evaluate', 'superseded'],
      ['reply', 'superseded'],
    ],
    [
      did('case.opened', '-35d 09:00', 'baiba-krumina', { level: '1' }),
      ...handedOver('-7wd 10:00', 'andris-jansons', 'handover'),
      did('referral.acknowledged', '-5wd 10:00', 'maija-lace', {
        referralId: 'handover',
        outcomeCode: 'redirected',
        reasonCode: 'custodyMatter',
        redirectedToId: 'barintiesa',
      }),
      did('referral.sent', '-4wd 09:00', 'andris-jansons', {
        referralId: 'to-court',
        receiverId: 'barintiesa',
        kindCode: 'letter',
        channelCode: 'product',
        answerWanted: true,
      }),
      did('referral.received', '-4wd 09:00', 'andris-jansons', {
        referralId: 'to-court',
        howKnownCode: 'product',
      }),
    ],
  ),
];
