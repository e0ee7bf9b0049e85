/**
 * Nothing of one municipality is seen in another except by referral: whom a fact lets take part works in the case's own
 * municipality, or at an institution that a referral has brought in.
 */
import { holdingsOf } from '../../db/repositories/directory.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { EventType } from '../../domain/dossier/event.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import type { DossierSetting } from '../../domain/duty/setting.ts';
import type { Instant } from '../../domain/time.ts';
import type { ApplicationRefusal, FactToRecord } from '../application.ts';

/** Fields whose persons or institutions see something of the case by the fact (`access-rows.ts`). */
const naming: Readonly<
  Partial<Record<EventType, { readonly field: string; readonly of: 'person' | 'institution' }>>
> = {
  'case.managerAssigned': { field: 'managerId', of: 'person' },
  'handover.completed': { field: 'newManagerId', of: 'person' },
  'group.caseProposed': { field: 'groupId', of: 'institution' },
  'meeting.scheduled': { field: 'invitedInstitutionIds', of: 'institution' },
};

/** The first who is named and has no business here; answered as if there were no such person or institution. */
export async function firstStranger(
  tx: Transaction,
  facts: readonly FactToRecord[],
  { setting, state }: { readonly setting: DossierSetting; readonly state: DossierState },
  now: Instant,
): Promise<ApplicationRefusal | null> {
  const receivers = [...state.referrals.values()].filter(({ endedBy }) => endedBy === null);
  const own = Object.entries(setting.institutions).filter(
    ([, { municipalityId }]) => municipalityId === setting.municipality.id,
  );
  const here = new Set([...own.map(([id]) => id), ...receivers.map(({ receiverId }) => receiverId)]);
  const worksHere = async (personId: string) =>
    here.has(setting.institutionOfPerson[personId] ?? '') ||
    (await holdingsOf(tx, personId, now)).some(({ institutionId }) => here.has(institutionId));
  for (const [index, { type, data }] of facts.entries()) {
    const named = naming[type];
    if (named === undefined) continue;
    for (const id of [data[named.field]].flat()) {
      if (typeof id !== 'string') continue;
      const known = named.of === 'person' ? await worksHere(id) : here.has(id);
      if (!known) return { refused: 'institutionUnknown', path: `facts[${index}].data.${named.field}` };
    }
  }
  return null;
}
