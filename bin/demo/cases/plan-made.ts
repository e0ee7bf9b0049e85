/** Facts that many cases share: from the risk to the agreed plan, as K table 3 tells it. */
import { type DemoFact, did } from '../case-data.ts';
import type { DemoPersonId } from '../people.ts';

type Made = {
  /** Days ago: the risk was identified, and the plan agreed. */
  readonly risk: number;
  readonly plan: number;
  readonly by: DemoPersonId;
  readonly riskCode: 'attendance' | 'learning' | 'motivation' | 'socialBehaviour' | 'conflict' | 'family';
  /** Days from today to the next meeting; negative where it is past. */
  readonly nextMeeting: number;
};

/** Risk, first talk, case, plan with one action, and the three acceptances (K table 3.2–3.4). */
export function planMade({ risk, plan, by, riskCode, nextMeeting }: Made): readonly DemoFact[] {
  const day = (ago: number) => `-${ago}d`;
  const nextMeetingOn = nextMeeting < 0 ? `${nextMeeting}d` : `+${nextMeeting}d`;
  return [
    did('risk.identified', `${day(risk)} 09:20`, by, { riskCode }, { ref: 'risk' }),
    did('talk.held', `${day(risk - 1)} 15:30`, by, { kindCode: 'first' }, { ref: 'talk' }),
    did('case.opened', `${day(risk - 1)} 16:10`, by, { level: '1', purposeful: true }, { ref: 'opened' }),
    did('plan.drafted', `${day(plan)} 08:30`, by, { planId: 'plan' }),
    did('plan.agreed', `${day(plan)} 15:00`, by, { planId: 'plan', nextMeetingOn }, { ref: 'agreed' }),
    did('plan.actionAgreed', `${day(plan)} 15:05`, by, {
      planId: 'plan',
      actionId: 'action-1',
      ownerId: by,
      dueOn: nextMeetingOn,
    }),
    ...(['learner', 'parents', 'staff'] as const).map((byCode) =>
      did('plan.accepted', `${day(plan)} 15:20`, by, { planId: 'plan', byCode }),
    ),
  ];
}
