/** The monthly meeting with the learner, revisions of the plan, closing and reopening (K table 3.5, table 18). */
import { caseOf, type DemoCase, did } from '../case-data.ts';
import { planMade } from './plan-made.ts';

export const monthlyReviews: readonly DemoCase[] = [
  // K table 3.5 L1128: “Ne retāk kā reizi mēnesī organizē atkārtotas tikšanās”; things get better.
  caseOf(
    'case',
    'getting-better',
    '7.a',
    ['Madara', 'Vilciņa'],
    [
      ['monthly-review', 'open'],
      ['involve-external', 'superseded'],
      ['support-plan', 'fulfilled'],
      ['profile-yearly', 'open'],
    ],
    [
      ...planMade({ risk: 70, plan: 60, by: 'anita-kalnina', riskCode: 'motivation', nextMeeting: -34 }),
      did('profile.filled', '-58d 14:00', 'anita-kalnina', {
        planId: 'plan',
        withCodes: ['learner', 'parents'],
      }),
      did('review.held', '-35d 15:10', 'anita-kalnina', {
        reviewId: 'review-1',
        resultCode: 'same',
        indicatorCodes: ['attendance', 'learningProgress'],
        nextReviewOn: '-8d',
      }),
      did('plan.revised', '-30d 12:00', 'anita-kalnina', { planId: 'plan', changed: true }),
      did('review.held', '-10d 15:00', 'anita-kalnina', {
        reviewId: 'review-2',
        resultCode: 'better',
        indicatorCodes: ['attendance', 'participation'],
        nextReviewOn: '+14d',
      }),
    ],
  ),
  // The month is over and nobody met the learner: K L1151 knows no exception.
  caseOf(
    'case',
    'review-forgotten',
    '9.b',
    ['Emīls', 'Kļaviņš'],
    [
      ['monthly-review', 'late'],
      ['involve-external', 'open'],
    ],
    planMade({ risk: 51, plan: 46, by: 'martins-ozers', riskCode: 'learning', nextMeeting: -18 }),
  ),
  // K table 3.5, table 18: no change at the review, so the plan is adapted.
  caseOf(
    'case',
    'no-change',
    '6.b',
    ['Ričards', 'Avotiņš'],
    [
      ['plan-revision', 'open'],
      ['monthly-review', 'open'],
    ],
    [
      ...planMade({ risk: 40, plan: 33, by: 'rita-celmina', riskCode: 'attendance', nextMeeting: -6 }),
      did('review.held', '-2wd 14:30', 'rita-celmina', {
        reviewId: 'review-1',
        resultCode: 'same',
        nextReviewOn: '+18d',
      }),
    ],
  ),
  // K table 3, support staff 2: the case went on to the social pedagogue; worse, not adapted, and nobody outside was told (K 4.2 L1024).
  caseOf(
    'case',
    'worse-and-nobody-told',
    '8.a',
    ['Artūrs', 'Lapiņš'],
    [
      ['plan-revision', 'plannedPassed'],
      ['involve-external', 'late'],
      ['monthly-review', 'open'],
    ],
    [
      ...planMade({ risk: 76, plan: 68, by: 'kristaps-vejs', riskCode: 'socialBehaviour', nextMeeting: -42 }),
      did('review.held', '-45d 14:00', 'kristaps-vejs', { reviewId: 'review-1', resultCode: 'same' }),
      did('plan.revised', '-40d 10:00', 'kristaps-vejs', { planId: 'plan', changed: true }),
      did('case.managerAssigned', '-36d 09:00', 'andris-jansons', {
        managerId: 'daiga-silina',
        level: '1',
        roleCode: 'lead',
      }),
      did('review.held', '-9wd 15:00', 'daiga-silina', {
        reviewId: 'review-2',
        resultCode: 'worse',
        indicatorCodes: ['behaviourIncidents', 'attendance'],
      }),
    ],
  ),
  // K 6.2 L4513: the overview is renewed once a school year. Closed when goals were met, opened again when it began anew.
  caseOf(
    'case',
    'opened-again',
    '11.a',
    ['Patrīcija', 'Lūse'],
    [
      ['profile-yearly', 'late'],
      ['monthly-review', 'open'],
    ],
    [
      ...planMade({ risk: 420, plan: 410, by: 'gints-purmalis', riskCode: 'family', nextMeeting: -381 }),
      did('profile.filled', '-405d 13:00', 'gints-purmalis', {
        planId: 'plan',
        withCodes: ['learner'],
        nextUpdateBy: '-20d',
      }),
      did('review.held', '-383d 14:30', 'gints-purmalis', { reviewId: 'review-1', resultCode: 'better' }),
      did('case.closed', '-360d 10:00', 'gints-purmalis', { reasonCode: 'goalsMet' }),
      did('case.reopened', '-40d 11:15', 'gints-purmalis', { reasonCode: 'riskAgain' }),
      did('plan.agreed', '-35d 15:00', 'gints-purmalis', { planId: 'plan-2', nextMeetingOn: '-8d' }),
      did('review.held', '-12d 14:30', 'gints-purmalis', { reviewId: 'review-2', resultCode: 'better' }),
    ],
  ),
  // K 4.2: the case ends when the risk is gone; what was still open closes with it.
  caseOf(
    'case',
    'closed-well',
    '5.c',
    ['Betija', 'Kalve'],
    [['monthly-review', 'closed']],
    [
      ...planMade({ risk: 110, plan: 100, by: 'sanita-liepkalne', riskCode: 'learning', nextMeeting: -74 }),
      did('review.held', '-75d 14:00', 'sanita-liepkalne', { reviewId: 'review-1', resultCode: 'better' }),
      did('review.held', '-47d 14:00', 'sanita-liepkalne', { reviewId: 'review-2', resultCode: 'better' }),
      did('case.closed', '-22d 13:00', 'sanita-liepkalne', { reasonCode: 'goalsMet' }),
    ],
  ),
];
