/** What may be done about a referral now, the next thing first. Pure; the API decides all the same. */
import { acceptance, isAcceptedFirst } from '../../parts/accept-first.ts';
import type { FactToAsk } from '../../parts/record-fact/record-fact.tsx';
import { answeredElsewhere } from '../../parts/ways-to-settle.ts';
import type { ReferralView } from '../../requests/referrals.ts';

export type ReferralActName =
  | 'receive'
  | 'accept'
  | 'decline'
  | 'redirect'
  | 'askSupplement'
  | 'evaluate'
  | 'answer'
  | 'postpone'
  | 'completeHandover'
  | 'reportAnswer'
  | 'supplement'
  | 'sendOn'
  | 'withdrawWrong'
  | 'withdraw';

export type ReferralAct = {
  readonly name: ReferralActName;
  readonly fact: Omit<FactToAsk, 'title'>;
};

/** What is asked of a new referral beside whom it goes to. */
export const newReferral = {
  type: 'referral.sent',
  likely: { channelCode: 'product' },
  shown: ['answerWanted', 'wishedBy'],
} as const;

/** Of the side that the person acts for. Nothing can be done about what is withdrawn. */
export function referralActs(referral: ReferralView): readonly ReferralAct[] {
  const { withdrawn, acknowledged } = referral;
  if (withdrawn !== null) return [];
  const back = acknowledged !== null && acknowledged.outcomeCode !== 'accepted';
  if (referral.side === 'in') return back ? [] : receiverActs(referral);
  if (!referral.acts.includes('refer')) return [];
  return back ? actsOfReturned(referral) : senderActs(referral);
}

function receiverActs(referral: ReferralView): readonly ReferralAct[] {
  const { acts, received, acknowledged, answered, evaluated, kindCode, learner } = referral;
  if (!acts.includes('answerReferral')) return [];
  const act = acting(referral);
  const decided = acknowledged !== null;
  const acceptFirst = !decided && isAcceptedFirst({ kindCode, learner });
  const handedOver = kindCode === 'handover' && acknowledged?.outcomeCode === 'accepted';
  return [
    ...(received === null
      ? [act('receive', 'referral.received', { howKnownCode: 'recordedByReceiver' })]
      : []),
    ...(acceptFirst ? [acceptOf(referral)] : []),
    ...(answered === null ? [act('answer', 'reply.sent', {})] : []),
    ...(decided || acceptFirst ? [] : [acceptOf(referral)]),
    ...(evaluated === null ? [act('evaluate', 'evaluation.completed', {})] : []),
    act('askSupplement', 'referral.supplementRequested', {}, { shown: ['missingCodes', 'wantedBy'] }),
    ...(answered === null ? [act('postpone', 'reply.postponed', {})] : []),
    ...(answered === null
      ? [act('reportAnswer', 'reply.reported', { bySideCode: 'receiver' }, answeredElsewhere)]
      : []),
    ...(handedOver ? [act('completeHandover', 'handover.completed', {})] : []),
    ...(decided ? [] : [decision(referral, 'decline'), decision(referral, 'redirect')]),
  ];
}

function senderActs(referral: ReferralView): readonly ReferralAct[] {
  const { received, answered, supplements } = referral;
  const act = acting(referral);
  return [
    ...supplements
      .filter(({ givenOn }) => givenOn === null)
      .slice(0, 1)
      .map(({ requestId }) => act('supplement', 'referral.supplemented', { requestId })),
    ...(answered === null
      ? [act('reportAnswer', 'reply.reported', { bySideCode: 'sender' }, answeredElsewhere)]
      : []),
    ...(received === null ? [act('receive', 'referral.received', { howKnownCode: 'recordedBySender' })] : []),
    act('withdraw', 'referral.withdrawn', {}),
    act('withdrawWrong', 'referral.withdrawn', { reasonCode: 'wrongRecipient' }),
  ];
}

/** Declined or redirected, it is back with its sender, who sends it on or needs it no longer. */
function actsOfReturned(referral: ReferralView): readonly ReferralAct[] {
  const { dossierId, kindCode, acknowledged, waitsFor } = referral;
  const act = acting(referral);
  const receiverId = acknowledged?.redirectedTo?.id;
  const likely = { ...newReferral.likely, kindCode, ...(receiverId === undefined ? {} : { receiverId }) };
  const sendOn = { ...newReferral, dossierId, likely };
  return [
    ...(waitsFor === 'us' ? [{ name: 'sendOn' as const, fact: sendOn }] : []),
    act('withdraw', 'referral.withdrawn', {}),
    act('withdrawWrong', 'referral.withdrawn', { reasonCode: 'wrongRecipient' }),
  ];
}

function acceptOf({ dossierId, referralId }: ReferralView): ReferralAct {
  return { name: 'accept', fact: { dossierId, ...acceptance(referralId) } };
}

const outcomes = {
  decline: {
    outcomeCode: 'declined',
    more: { without: ['newManagerId', 'redirectedToId'], needed: ['reasonCode'] },
  },
  redirect: { outcomeCode: 'redirected', more: { without: ['newManagerId'], needed: ['redirectedToId'] } },
} as const;

function decision(referral: ReferralView, name: keyof typeof outcomes): ReferralAct {
  const { outcomeCode, more } = outcomes[name];
  return acting(referral)(name, 'referral.acknowledged', { outcomeCode }, more);
}

function acting({ dossierId, referralId }: ReferralView) {
  return (
    name: ReferralActName,
    type: string,
    known: Readonly<Record<string, unknown>>,
    more: Pick<FactToAsk, 'without' | 'needed' | 'shown'> = {},
  ): ReferralAct => ({ name, fact: { dossierId, type, known: { referralId, ...known }, ...more } });
}
