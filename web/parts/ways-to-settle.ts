import type { DutyView } from '../requests/duties.ts';

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

/** Whether the page of danger has a form of its own for it: whom somebody told, and that it was received. */
export function isOnDangerPage(factType: string): boolean {
  return factType === 'danger.reported' || factType === 'danger.receiptConfirmed';
}

/** Whether what is owed next is a contact of which the two questions of the quick note ask everything (R 25). */
export function isQuickContact(duty: Duty): boolean {
  const [next] = waysToSettle(duty);
  return next?.type === 'contact.attempted' && !('channelCode' in next.data) && !('resultCode' in next.data);
}
