/**
 * May this party record such a fact? Whoever works on the case may record anything; a receiver that has not accepted
 * may answer; whoever owes a duty may record what settles it. Everything else is denied.
 */
import type { EventType } from '../dossier/event.ts';
import type { Duty, Party } from '../duty/duty.ts';
import type { Fulfilment } from '../procedure/duty-definition.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { View } from './access-rows.ts';

export type Recorder = {
  readonly personId: string;
  readonly institutionId: string;
  readonly view: View;
};

/** What a receiver says before it has accepted: it came, we take it or not, something is missing, here is the answer. */
const answers: ReadonlySet<EventType> = new Set<EventType>([
  'referral.received',
  'referral.acknowledged',
  'referral.supplementRequested',
  'evaluation.completed',
  'reply.sent',
  'reply.postponed',
  'feedback.given',
  'account.added',
]);

/** Danger is recorded by whoever sees it (rules of conduct 5). */
const always: ReadonlySet<EventType> = new Set<EventType>([
  'danger.suspected',
  'danger.reported',
  'danger.seen',
]);

/** What the product itself records and nobody else: it would move terms. */
const ownOfTheProduct: ReadonlySet<EventType> = new Set<EventType>(['calendar.changed']);

/** Deny by default; `view` `none` may record nothing at all. */
export function mayRecord(
  type: EventType,
  recorder: Recorder,
  procedure: Procedure,
  duties: readonly Duty[],
): boolean {
  if (recorder.view === 'none' || ownOfTheProduct.has(type)) return false;
  if (recorder.view === 'full' || always.has(type)) return true;
  if (recorder.view === 'limited' && answers.has(type)) return true;
  const owed = new Set(
    duties.filter((duty) => duty.settled === null && isOwner(duty.owedBy, recorder)).map((duty) => duty.kind),
  );
  // Of a duty that is owed, the owing side may always give its own account (rules of conduct 14).
  if (type === 'account.added') return owed.size > 0;
  return procedure.duties
    .filter((row) => owed.has(row.id))
    .some((row) => settlingTypes(row.settledBy).includes(type) || isPostponement(type, row.postponedBy));
}

function isOwner(party: Party, { personId, institutionId }: Recorder): boolean {
  if (party.party === 'institution') return party.institutionId === institutionId;
  if (party.party !== 'person') return false;
  return party.personId === null ? party.institutionId === institutionId : party.personId === personId;
}

function settlingTypes(fulfilment: Fulfilment): readonly EventType[] {
  if ('allOf' in fulfilment) return fulfilment.allOf.flatMap(settlingTypes);
  if ('anyOf' in fulfilment) return fulfilment.anyOf.flatMap(settlingTypes);
  return [fulfilment.by.fact];
}

function isPostponement(
  type: EventType,
  postponedBy: readonly { readonly by: { readonly fact: EventType } }[] | undefined,
): boolean {
  return type === 'duty.postponed' || (postponedBy ?? []).some(({ by }) => by.fact === type);
}
