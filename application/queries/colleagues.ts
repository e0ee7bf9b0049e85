/** The people of the own institution, for a choice of who did something or is to do it. */
import { peopleInForce } from '../../db/repositories/staff.ts';
import { asActor } from '../../db/transaction.ts';
import { roleWords } from '../../documents/words/sides.ts';
import type { Role } from '../../domain/procedure/party.ts';
import type { Actor, Application } from '../application.ts';
import { refused } from '../commands/carry-out.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';

/** Whom the others of the institution ring while a child is in danger (R 25). */
const rungRoles: ReadonlySet<Role> = new Set([
  'onCall',
  'principal',
  'head',
  'administration',
  'supportStaff',
  'socialPedagogue',
  'socialWorker',
]);

export async function colleagues(deps: ApiDeps, actor: Actor): ReturnType<Application['colleagues']> {
  const now = await deps.clock.now();
  return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
    const office = await askOffice(tx, actor, 'seeDirectory', now);
    if ('refused' in office) return refused(office);
    const people = await peopleInForce(tx, office.institution.id, now);
    const found = people.map(({ id, displayName, phone, roles }) => ({
      id,
      displayName,
      roles: roles.map((role) => roleWords[role]),
      phone: roles.some((role) => rungRoles.has(role)) ? phone : null,
    }));
    return { ok: true, value: { colleagues: found } };
  });
}
