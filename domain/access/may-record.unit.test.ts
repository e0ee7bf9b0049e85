import { describe, expect, it } from 'vitest';
import { national2025 } from '../../procedures/national-2025/index.ts';
import type { DossierEvent } from '../dossier/event.ts';
import { computeDossier } from '../duty/compute-duties.ts';
import type { Role } from '../procedure/party.ts';
import { fact, school, setting, socialService, teacher } from '../testing/scenario.ts';
import { type FactToJudge, mayRecord, type Recorder, type RecordingContext } from './may-record.ts';
import type { Relation } from './relation.ts';

const asked: readonly DossierEvent[] = [
  fact('referral.sent', '2026-11-16T10:00+02:00', {
    referralId: 'r1',
    receiverId: socialService,
    kindCode: 'handover',
    channelCode: 'product',
  }),
  fact('referral.received', '2026-11-16T10:00+02:00', { referralId: 'r1', howKnownCode: 'product' }),
];

function contextOf(events: readonly DossierEvent[] = asked): RecordingContext {
  const { duties, state } = computeDossier(national2025, events, setting);
  const by = new Map(events.map((event) => [event.id, event.by]));
  return { procedure: national2025, duties, state, recordedBy: (id) => by.get(id) ?? null };
}

const recorder = (
  relation: Relation | null,
  institutionId: string,
  roles: readonly Role[] = [],
  personId = 'another',
): Recorder => ({ personId, institutionId, roles, relations: relation === null ? [] : [relation] });

const acknowledge: FactToJudge = {
  type: 'referral.acknowledged',
  data: { referralId: 'r1', outcomeCode: 'accepted' },
};
const close: FactToJudge = { type: 'case.closed', data: { reasonCode: 'done' } };
const danger: FactToJudge = { type: 'danger.suspected', data: { kindCode: 'violence' } };
const talk: FactToJudge = { type: 'talk.held', data: { kindCode: 'first' } };

describe('who may record what', () => {
  it.each(['manager', 'managersHead'] as const)('%s: leads, and closes (duties 1, K fn 51)', (relation) => {
    expect(mayRecord(close, recorder(relation, school), contextOf())).toBe(true);
    expect(mayRecord(talk, recorder(relation, school), contextOf())).toBe(true);
  });

  it.each(['partner', 'colleague', 'acceptedReceiver', 'opener', 'groupMember'] as const)(
    '%s: works on the case, and writes nothing that is the manager’s (K 4.2, table 18)',
    (relation) => {
      expect(mayRecord(talk, recorder(relation, school), contextOf())).toBe(true);
      for (const type of ['case.closed', 'plan.agreed', 'review.held', 'case.reopened'] as const)
        expect(mayRecord({ type, data: {} }, recorder(relation, school), contextOf())).toBe(false);
    },
  );

  it('the group appoints the manager of the municipal level (K 4.2 L1084)', () => {
    const assign: FactToJudge = { type: 'case.managerAssigned', data: { managerId: 'worker', level: 2 } };
    expect(mayRecord(assign, recorder('groupMember', 'cooperation-group'), contextOf())).toBe(true);
    expect(mayRecord(assign, recorder('partner', school), contextOf())).toBe(false);
  });

  it('a receiver that has not accepted answers, and does nothing else', () => {
    const receiver = recorder('receiver', socialService);
    expect(mayRecord(acknowledge, receiver, contextOf())).toBe(true);
    expect(mayRecord({ type: 'reply.postponed', data: { referralId: 'r1' } }, receiver, contextOf())).toBe(
      true,
    );
    expect(mayRecord(close, receiver, contextOf())).toBe(false);
    expect(mayRecord(talk, receiver, contextOf())).toBe(false);
  });

  it('one receiver does not answer for another', () => {
    const other = recorder('receiver', 'orphans-court');
    expect(mayRecord(acknowledge, other, contextOf())).toBe(false);
  });

  it('either side records an answer that came elsewhere (R 13)', () => {
    expect(mayRecord(acknowledge, recorder('manager', school), contextOf())).toBe(true);
    expect(mayRecord(acknowledge, recorder('recorder', school), contextOf())).toBe(false);
  });

  it('whoever owes a duty records what settles, postpones or waives it', () => {
    const owner = recorder('dutyParty', socialService);
    const { duties } = contextOf();
    const own = duties.find((duty) => duty.kind === 'reply');
    const others = duties.find(
      (duty) => duty.settled === null && duty.owedBy.party === 'person' && duty.owedBy.personId === teacher,
    );
    expect(mayRecord({ type: 'reply.sent', data: { referralId: 'r1' } }, owner, contextOf())).toBe(true);
    expect(
      mayRecord(
        { type: 'reply.sent', data: { referralId: 'r1' } },
        recorder('dutyParty', 'orphans-court'),
        contextOf(),
      ),
    ).toBe(false);
    const waive = (dutyKey: string | undefined): FactToJudge => ({
      type: 'duty.waived',
      data: { dutyKey, reasonCode: 'notPossible' },
    });
    expect(mayRecord(waive(own?.key), owner, contextOf())).toBe(true);
    expect(mayRecord(waive(others?.key ?? 'none'), owner, contextOf())).toBe(false);
  });

  it('a duty of a role is settled by its holder or who leads there, not by whoever works there', () => {
    const events = [fact('risk.identified', '2026-11-02T10:00+02:00', { riskCode: 'attendance' })];
    const involve: FactToJudge = {
      type: 'referral.sent',
      data: { referralId: 'r2', receiverId: socialService },
    };
    const context = contextOf(events);
    expect(context.duties.some((duty) => duty.kind === 'involve-external')).toBe(true);
    expect(mayRecord(involve, recorder('dutyParty', school, ['administration']), context)).toBe(true);
    expect(mayRecord(involve, recorder('dutyParty', school, ['principal']), context)).toBe(true);
    expect(mayRecord(involve, recorder('dutyParty', school, ['secretary']), context)).toBe(false);
  });

  it('one withdraws what one recorded; what others recorded the manager does', () => {
    const withdraw: FactToJudge = { type: 'fact.withdrawn', data: { eventId: asked[0]?.id ?? '' } };
    expect(mayRecord(withdraw, recorder('recorder', school, [], asked[0]?.by ?? ''), contextOf())).toBe(true);
    expect(mayRecord(withdraw, recorder('recorder', school), contextOf())).toBe(false);
    expect(mayRecord(withdraw, recorder('manager', school), contextOf())).toBe(true);
    expect(mayRecord(withdraw, recorder('colleague', school), contextOf())).toBe(false);
  });

  it('R 3: anybody related declares oneself excluded; others the manager excludes', () => {
    const exclude = (personId: string): FactToJudge => ({
      type: 'person.excluded',
      data: { personId, groundCode: 'relative' },
    });
    expect(mayRecord(exclude('another'), recorder('colleague', school), contextOf())).toBe(true);
    expect(mayRecord(exclude('principal'), recorder('colleague', school), contextOf())).toBe(false);
    expect(mayRecord(exclude('principal'), recorder('manager', school), contextOf())).toBe(true);
  });

  it('R 5: danger is recorded by whoever has any relation; R 3: by nobody who is excluded', () => {
    expect(mayRecord(danger, recorder('administrator', 'council'), contextOf())).toBe(true);
    expect(mayRecord(danger, recorder('excluded', school), contextOf())).toBe(false);
    expect(mayRecord(danger, recorder(null, school), contextOf())).toBe(false);
  });

  it.each(['duty.escalated', 'calendar.changed', 'mail.refused', 'access.takenInEmergency'] as const)(
    '%s: only the product itself records it',
    (type) => {
      expect(mayRecord({ type, data: {} }, recorder('manager', school), contextOf())).toBe(false);
    },
  );
});
