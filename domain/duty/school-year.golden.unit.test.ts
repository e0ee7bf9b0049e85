import { expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { fact, setting, socialService, teacher, toInstant } from '../testing/scenario.ts';
import { play, rowsOf, stepContext } from '../testing/told-rows.ts';
import { calendarDay } from '../time.ts';
import type { Duty } from './duty.ts';
import { explainLv } from './explanation-sentence.ts';
import { statusAt } from './status.ts';
import { stepsOf } from './steps.ts';

const { duties } = play(national2025);
const schoolYearsEnd = toInstant('2027-05-31T12:00+03:00');

const review = (at: string, resultCode: 'same' | 'worse' | 'better', rank: number) =>
  fact('review.held', at, { resultCode }, { id: `review-${rank}` });

/** Reviews month by month without change; nobody outside is told until the two months are long over. */
const story: readonly DossierEvent[] = [
  fact('risk.identified', '2026-09-07T09:00+03:00', { riskCode: 'attendance' }, { id: 'risk' }),
  fact('talk.held', '2026-09-10T15:00+03:00', { kindCode: 'first' }, { id: 'talk' }),
  fact('case.opened', '2026-09-11T09:00+03:00', { level: '1', purposeful: true }, { id: 'case' }),
  fact(
    'plan.agreed',
    '2026-09-18T15:00+03:00',
    { planId: 'plan-1', nextMeetingOn: calendarDay('2026-10-16') },
    { id: 'plan' },
  ),
  fact(
    'plan.actionAgreed',
    '2026-09-18T15:05+03:00',
    { planId: 'plan-1', actionId: 'a1', ownerId: teacher, dueOn: calendarDay('2026-10-16') },
    { id: 'action' },
  ),
  fact('plan.accepted', '2026-09-18T15:10+03:00', { planId: 'plan-1', byCode: 'parents' }, { id: 'parents' }),
  fact('plan.accepted', '2026-09-18T15:11+03:00', { planId: 'plan-1', byCode: 'learner' }, { id: 'learner' }),
  fact('plan.accepted', '2026-09-21T08:30+03:00', { planId: 'plan-1', byCode: 'staff' }, { id: 'staff' }),
  review('2026-10-16T15:00+03:00', 'same', 1),
  fact('plan.revised', '2026-10-20T15:00+03:00', { planId: 'plan-1', changed: true }, { id: 'revised-1' }),
  review('2026-11-13T15:00+02:00', 'worse', 2),
  fact(
    'referral.sent',
    '2026-11-16T09:00+02:00',
    { referralId: 'r1', receiverId: socialService, kindCode: 'problemReport', channelCode: 'product' },
    { id: 'sent' },
  ),
  fact(
    'referral.received',
    '2026-11-16T09:00+02:00',
    { referralId: 'r1', howKnownCode: 'product' },
    { id: 'got' },
  ),
  fact('plan.revised', '2026-11-19T15:00+02:00', { planId: 'plan-1', changed: true }, { id: 'revised-2' }),
  fact(
    'evaluation.completed',
    '2026-11-27T15:00+02:00',
    { referralId: 'r1', outcomeCode: 'notNeeded' },
    { id: 'evaluated', institution: socialService },
  ),
  review('2026-12-11T15:00+02:00', 'same', 3),
  fact(
    'reply.sent',
    '2026-12-18T10:00+02:00',
    { referralId: 'r1' },
    { id: 'answer', institution: socialService },
  ),
  review('2027-01-15T15:00+02:00', 'same', 4),
  review('2027-02-12T15:00+02:00', 'better', 5),
  review('2027-03-19T15:00+02:00', 'better', 6),
  review('2027-04-16T15:00+03:00', 'better', 7),
];

function block(duty: Duty): string {
  const { kind, startedDay, due, settled, force } = duty;
  const end = settled === null ? statusAt(duty, schoolYearsEnd) : `${settled.how} ${settled.day}`;
  const head = `${startedDay} ${kind} [${force.act}/${force.term ?? '–'}] due ${due?.day ?? '–'}: ${end}`;
  const open = { ...duty, settled: null };
  const context = stepContext(national2025, setting);
  const wouldBe = rowsOf(stepsOf(open, context, schoolYearsEnd)).filter(
    (row) => settled === null || row.slice(0, 10) <= settled.day,
  );
  const told = settled === null ? [] : rowsOf(stepsOf(duty, context, schoolYearsEnd));
  return [head, `  ${explainLv(duty.explanation)}`, ...[...wouldBe, ...told].map((row) => `  ${row}`)].join(
    '\n',
  );
}

it('a school year of monthly reviews without change, up to and past the two-month rule (K table 3.5, K 4.2 L1024)', async () => {
  const byStart = [...duties(story)].sort((a, b) =>
    `${a.startedDay} ${a.key}` < `${b.startedDay} ${b.key}` ? -1 : 1,
  );
  await expect(`${byStart.map(block).join('\n\n')}\n`).toMatchFileSnapshot('./golden/school-year.txt');
});
