import type { DutyView } from '../requests/duties.ts';
import type { FactToAsk } from './record-fact/record-fact.tsx';

type Duty = DutyView['duty'];
export type WayToSettle = NonNullable<Duty['settledBy']>[number];

/** What goes on until somebody else decides ends by their act: it is no button of who goes on. */
const endsByOthers: Readonly<Record<string, string>> = { 'keep-supporting': 'referral.acknowledged' };

/** Facts that would still settle the duty, or a part of it that is not done yet; the usual one first. */
export function waysToSettle({ kind, parts, settledBy = [] }: Duty): readonly WayToSettle[] {
  const done = new Set(parts.filter(({ doneBy }) => doneBy !== null).map(({ part }) => part));
  return settledBy.filter(
    ({ type, part }) => (part === undefined || !done.has(part)) && endsByOthers[kind] !== type,
  );
}

/** What is asked of an answer that went another way: by which one, and on which day (rules of conduct 13). */
export const answeredElsewhere = { without: ['disputed'], needed: ['channelCode'] } as const;

/** Whether the page of danger has a form of its own for it: whom somebody told, and that it was received. */
export function isOnDangerPage(factType: string): boolean {
  return factType === 'danger.reported' || factType === 'danger.receiptConfirmed';
}

/** Whether what is owed next is a contact of which the two questions of the quick note ask everything (R 25). */
export function isQuickContact(duty: Duty): boolean {
  const [next] = waysToSettle(duty);
  return next?.type === 'contact.attempted' && !('channelCode' in next.data) && !('resultCode' in next.data);
}

/** The answer to a referral is put off by those who owe it, who tell the sender so; any other duty as a duty. */
export function postponementOf(
  { kind, key, force, takenOver, settledBy = [] }: Duty,
  mine: boolean,
): Pick<FactToAsk, 'type' | 'known'> | null {
  // Nobody moves a term of law; one that was taken over has none yet.
  if (force.term === 'law' && !takenOver) return null;
  const referralId = settledBy.find(({ type }) => type === 'reply.sent')?.data['referralId'];
  if (kind !== 'reply' || takenOver || referralId === undefined)
    return { type: 'duty.postponed', known: { dutyKey: key } };
  return mine ? { type: 'reply.postponed', known: { referralId } } : null;
}
