/** The policy: may this actor do this? Asked by every act; whatever the rights do not name is denied. */
import type { InstitutionKind, Role } from '../procedure/party.ts';
import { type Relation, type View, widestView } from './relation.ts';
import {
  type DossierAct,
  municipalityActs,
  municipalityOffices,
  type OfficeAct,
  rightsOfRelation,
  rightsOfRole,
} from './rights.ts';

/** `noGround`: no relation or role at all, which is answered as if there were nothing. */
export type Denial = 'excluded' | 'noGround' | 'notForThisRelation' | 'notForThisRole';

/** `limited`: allowed, and what is shown is cut to `view`. */
export type Decision =
  | { readonly decision: 'allow' }
  | { readonly decision: 'limited'; readonly view: View }
  | { readonly decision: 'deny'; readonly reason: Denial };

const allow: Decision = { decision: 'allow' };

/** May somebody in these relations to a dossier do this to it? `excluded` outweighs every other relation (R 3). */
export function may(act: DossierAct, held: readonly Relation[]): Decision {
  if (held.includes('excluded')) return { decision: 'deny', reason: 'excluded' };
  if (held.length === 0) return { decision: 'deny', reason: 'noGround' };
  if (!held.some((relation) => rightsOfRelation[relation].includes(act)))
    return { decision: 'deny', reason: 'notForThisRelation' };
  const view = widestView(held);
  return view === 'full' ? allow : { decision: 'limited', view };
}

/** The office for which somebody acts: an institution, and the roles held there. */
export type Office = { readonly kind: InstitutionKind; readonly roles: readonly Role[] };

/** May somebody with these roles do this in their institution, or for their municipality? */
export function mayInOffice(act: OfficeAct, { kind, roles }: Office): Decision {
  if (roles.length === 0) return { decision: 'deny', reason: 'noGround' };
  const allowed = municipalityActs.includes(act)
    ? municipalityOffices.includes(kind) && roles.includes('administrator')
    : roles.some((role) => rightsOfRole[role].includes(act));
  return allowed ? allow : { decision: 'deny', reason: 'notForThisRole' };
}
