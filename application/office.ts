/** For which institution somebody acts, and in which roles: what the policy asks about acts that concern no dossier. */
import { holdingsOf, type InstitutionRow, loadInstitution } from '../db/repositories/directory.ts';
import type { Transaction } from '../db/transaction.ts';
import { mayInOffice, type Office } from '../domain/access/may.ts';
import { municipalityActs, type OfficeAct } from '../domain/access/rights.ts';
import type { Instant } from '../domain/time.ts';
import type { Actor, ApplicationRefusal } from './application.ts';
import { isUuid } from './commands/check-ids.ts';

export type ActorOffice = Office & { readonly institution: InstitutionRow };

/** The roles held now at the institution that is acted for; null where there is no such institution. */
export async function officeOf(tx: Transaction, actor: Actor, now: Instant): Promise<ActorOffice | null> {
  if (!isUuid(actor.institutionId)) return null;
  const [institution, holdings] = await Promise.all([
    loadInstitution(tx, actor.institutionId),
    holdingsOf(tx, actor.personId, now),
  ]);
  if (institution === null) return null;
  const held = holdings.filter(({ institutionId }) => institutionId === institution.id);
  return { kind: institution.kind, roles: held.map(({ role }) => role), institution };
}

/** The office, if the policy allows the act there; else what to answer. */
export async function askOffice(
  tx: Transaction,
  actor: Actor,
  act: OfficeAct,
  now: Instant,
): Promise<ActorOffice | ApplicationRefusal> {
  const office = await officeOf(tx, actor, now);
  if (office === null) return { refused: 'notFound', path: '' };
  if (mayInOffice(act, office).decision === 'allow') return office;
  return { refused: municipalityActs.includes(act) ? 'notAdministrator' : 'notYourAct', path: '' };
}
