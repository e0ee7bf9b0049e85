/** What was sent to others, and how far each has come: one line of steps a referral (rules of conduct 12, 13). Pure. */
import { wallTimeOf } from '../../parts/riga-time.ts';
import type { RecordedFact } from '../../requests/dossiers.ts';
import { holding, valueIn } from './facts.ts';

export type ReferralStep = { readonly day: string; readonly fact: RecordedFact };

export type Referral = {
  readonly id: string;
  readonly kindCode: string;
  readonly receiverId: string;
  readonly receiverName: string | null;
  readonly senderId: string;
  readonly senderName: string;
  readonly sent: ReferralStep;
  readonly received: ReferralStep | null;
  readonly acknowledged: ReferralStep | null;
  readonly supplementRequested: ReferralStep | null;
  readonly supplemented: ReferralStep | null;
  readonly evaluation: ReferralStep | null;
  readonly answer: ReferralStep | null;
  readonly withdrawn: ReferralStep | null;
  /** All facts of it: what its duties were started by. */
  readonly eventIds: readonly string[];
};

/** Newest first. */
export function referralsOf(facts: readonly RecordedFact[]): readonly Referral[] {
  const all = holding(facts);
  return all
    .filter(({ event }) => event.type === 'referral.sent')
    .map((fact) => referralOf(fact, all))
    .toReversed();
}

function referralOf(sent: RecordedFact, all: readonly RecordedFact[]): Referral {
  const id = String(valueIn(sent, 'referralId'));
  const own = all.filter((fact) => valueIn(fact, 'referralId') === id);
  const last = (...types: readonly string[]): ReferralStep | null => {
    const fact = own.findLast(({ event }) => types.includes(event.type));
    return fact === undefined ? null : { day: dayOf(fact), fact };
  };
  const receiverId = String(valueIn(sent, 'receiverId'));
  return {
    id,
    kindCode: String(valueIn(sent, 'kindCode')),
    receiverId,
    receiverName: sent.names.find((one) => one.id === receiverId)?.name ?? null,
    senderId: sent.event.institution,
    senderName: sent.institutionName,
    sent: { day: dayOf(sent), fact: sent },
    received: last('referral.received'),
    acknowledged: last('referral.acknowledged'),
    supplementRequested: last('referral.supplementRequested'),
    supplemented: last('referral.supplemented'),
    evaluation: last('evaluation.completed'),
    answer: last('reply.sent', 'reply.reported'),
    withdrawn: last('referral.withdrawn'),
    eventIds: own.map(({ event }) => event.id),
  };
}

/** By the day that the fact names; else that of the moment, in Latvia. */
function dayOf(fact: RecordedFact): string {
  for (const name of ['sentOn', 'receivedOn', 'answeredOn']) {
    const value = valueIn(fact, name);
    if (typeof value === 'string') return value;
  }
  return wallTimeOf(new Date(fact.event.occurredAt)).day;
}
