/** Turns a procedure's party expression into the concrete side of a duty. */
import { fieldOf } from '../dossier/event.ts';
import { leadManager, previousManager } from '../dossier/state.ts';
import {
  type InstitutionExpression,
  type InstitutionKind,
  institutionKinds,
  type PartyExpression,
} from '../procedure/party.ts';
import type { Party } from './duty.ts';
import { type MatchContext, referralOf, type Start } from './match.ts';

/** Who that is in this dossier, as far as facts and set-up tell. Total. */
export function partyOf(expression: PartyExpression, start: Start, context: MatchContext): Party {
  const { setting } = context;
  switch (expression.party) {
    case 'family':
      return { party: 'family', who: expression.who };
    case 'outside':
      return { party: 'outside', name: expression.name };
    case 'actor':
      return {
        party: 'person',
        role: 'staff',
        institutionId: start.fact.event.institution,
        personId: start.fact.event.by,
      };
    case 'institution':
      return institutionParty(expression.at, start, context);
    case 'role':
      if (expression.role === 'caseManager') return managerParty(context);
      if (expression.role === 'previousCaseManager') return previousManagerParty(context);
      return {
        party: 'person',
        role: expression.role,
        institutionId:
          expression.at === undefined
            ? setting.homeInstitutionId
            : institutionOf(expression.at, start, context),
        personId: expression.role === 'classTeacher' ? setting.classTeacherId : null,
      };
  }
}

/** The present lead; where nobody was appointed, the class teacher. */
export function managerParty(context: MatchContext): Party {
  const manager = leadManager(context.state);
  const { setting } = context;
  return {
    party: 'person',
    role: 'caseManager',
    institutionId: manager?.institutionId ?? setting.homeInstitutionId,
    personId: manager?.personId ?? setting.classTeacherId,
  };
}

/** Before the handover is completed the present lead is the one who still owes it. */
function previousManagerParty(context: MatchContext): Party {
  const handedOver = (context.facts.ofType.get('handover.completed') ?? []).length > 0;
  const manager = handedOver ? previousManager(context.state) : leadManager(context.state);
  if (manager === null) return managerParty({ ...context, state: { ...context.state, managers: [] } });
  return {
    party: 'person',
    role: 'caseManager',
    institutionId: manager.institutionId,
    personId: manager.personId,
  };
}

function institutionParty(at: InstitutionExpression, start: Start, context: MatchContext): Party {
  const institutionId = institutionOf(at, start, context);
  const known = institutionId === null ? null : (context.setting.institutions[institutionId]?.kind ?? null);
  return { party: 'institution', kind: known ?? (isKind(at) ? at : null), institutionId };
}

/** The id of the institution that an expression means, or null where facts and set-up name none. */
export function institutionOf(at: InstitutionExpression, start: Start, context: MatchContext): string | null {
  const { setting } = context;
  if (typeof at === 'object') {
    const value = at.field === 'element' ? start.element : fieldOf(start.fact.event, at.field);
    return typeof value === 'string' ? value : null;
  }
  if (at === 'actor') return start.fact.event.institution;
  if (at === 'referralSender') return referralOf(start.fact, context)?.senderId ?? null;
  if (at === 'referralReceiver') return referralOf(start.fact, context)?.receiverId ?? null;
  if (at === 'school') return setting.homeInstitutionId;
  return setting.serving[at] ?? null;
}

function isKind(at: InstitutionExpression): at is InstitutionKind {
  return typeof at === 'string' && (institutionKinds as readonly string[]).includes(at);
}

/** The institution that a side belongs to, or null (family, outside, none named). */
export function institutionIdOf(party: Party): string | null {
  return party.party === 'person' || party.party === 'institution' ? party.institutionId : null;
}
