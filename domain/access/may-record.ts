/** May this party record such a fact? */
import type { EventType } from '../dossier/event.ts';
import type { DossierState } from '../dossier/state.ts';
import type { Duty, Party } from '../duty/duty.ts';
import type { Fulfilment } from '../procedure/duty-definition.ts';
import type { Role } from '../procedure/party.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { actOfFact } from './act-of-fact.ts';
import { may } from './may.ts';
import { postsOf } from './posts.ts';
import type { Relation } from './relation.ts';

export type Recorder = {
  readonly personId: string;
  readonly institutionId: string;
  /** Held at `institutionId`. */
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
};

/** What is known of the dossier to which the fact is to be added. */
export type RecordingContext = {
  readonly procedure: Procedure;
  readonly duties: readonly Duty[];
  readonly state: DossierState;
  /** Who recorded a fact, by its id. */
  readonly recordedBy: (eventId: string) => string | null;
};

export type FactToJudge = { readonly type: EventType; readonly data: Readonly<Record<string, unknown>> };

/**
 * Deny by default. Beyond what the relations allow: whoever owes a duty may record what settles, postpones or waives
 * it, one may withdraw one's own fact, and declare oneself excluded (rules of conduct 3).
 */
export function mayRecord(fact: FactToJudge, recorder: Recorder, context: RecordingContext): boolean {
  const act = actOfFact(fact.type);
  if (act === 'product' || act === 'takeEmergencyAccess') return false;
  if (may('recordDanger', recorder.relations).decision === 'deny') return false;
  if (act === 'accountForDuty') return settlesOwn(fact, recorder, context);
  const byRelation = may(act, recorder.relations).decision !== 'deny';
  switch (act) {
    case 'answerReferral':
      return (
        isSideOf(fact, recorder, context) ||
        // What the asking side still owes may end by the other's answer, and is no leave to give it.
        (isReceiverOf(fact, recorder, context) && settlesOwn(fact, recorder, context))
      );
    // Whose evaluation it is, the rules of order ask.
    case 'releaseEvaluation':
    case 'recordDanger':
    case 'recordWork':
    case 'refer':
    case 'manageCase':
    case 'assignManager':
    case 'reviewEmergency':
    case 'askCorrection':
      return byRelation || isOwnMatter(fact, recorder, context) || settlesOwn(fact, recorder, context);
  }
}

/**
 * For the institution that was asked; or for the one that asked, as either side may record an answer that came
 * elsewhere (rules of conduct 13). What refers to no known referral is refused by the rules of order, with a reason.
 */
function isSideOf({ data }: FactToJudge, recorder: Recorder, { state }: RecordingContext): boolean {
  const allows = (act: 'answerReferral' | 'refer') => may(act, recorder.relations).decision !== 'deny';
  const referral = state.referrals.get(String(data['referralId']));
  if (referral === undefined) return allows('answerReferral') || allows('refer');
  if (referral.receiverId === recorder.institutionId) return allows('answerReferral');
  return referral.senderId === recorder.institutionId && allows('refer');
}

function isReceiverOf({ data }: FactToJudge, recorder: Recorder, { state }: RecordingContext): boolean {
  return state.referrals.get(String(data['referralId']))?.receiverId === recorder.institutionId;
}

function isOwnMatter({ type, data }: FactToJudge, recorder: Recorder, context: RecordingContext): boolean {
  if (type === 'person.excluded') return data['personId'] === recorder.personId;
  return type === 'fact.withdrawn' && context.recordedBy(String(data['eventId'])) === recorder.personId;
}

function settlesOwn(
  { type, data }: FactToJudge,
  recorder: Recorder,
  { procedure, duties }: RecordingContext,
): boolean {
  const own = duties.filter((duty) => duty.settled === null && isOwner(duty.owedBy, recorder));
  if (type === 'duty.postponed' || type === 'duty.waived' || type === 'account.added')
    return own.some(({ key }) => key === data['dutyKey']);
  const kinds = new Set(own.map(({ kind }) => kind));
  return procedure.duties
    .filter((row) => kinds.has(row.id))
    .some(
      (row) =>
        settlingTypes(row.settledBy).includes(type) ||
        (row.postponedBy ?? []).some(({ by }) => by.fact === type),
    );
}

/** By name; for the institution; or for the holder of a role by that role, or as who leads the institution. */
function isOwner(party: Party, { personId, institutionId, roles }: Recorder): boolean {
  if (party.party === 'institution') return party.institutionId === institutionId;
  if (party.party !== 'person') return false;
  if (party.personId !== null) return party.personId === personId;
  if (party.institutionId !== institutionId) return false;
  return roles.some((role) => role === party.role || postsOf(role).includes('leadership'));
}

function settlingTypes(fulfilment: Fulfilment): readonly EventType[] {
  if ('allOf' in fulfilment) return fulfilment.allOf.flatMap(settlingTypes);
  if ('anyOf' in fulfilment) return fulfilment.anyOf.flatMap(settlingTypes);
  return [fulfilment.by.fact];
}
