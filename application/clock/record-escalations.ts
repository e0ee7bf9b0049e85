/** Writes the rungs that were told into the record, so that a late duty climbs with its history attached. */
import { randomUUID } from 'node:crypto';
import type { Append } from '../../db/repositories/events.ts';
import type { DossierEventOf } from '../../domain/dossier/event.ts';
import { institutionIdOf } from '../../domain/duty/parties.ts';
import type { Instant } from '../../domain/time.ts';
import { productItself } from '../product-itself.ts';
import type { Refresh } from '../refresh-dossier.ts';

/** The rungs of the ladder that come by themselves; from step 3 on the product proposes and a person decides. */
const rungs: Readonly<Partial<Record<string, number>>> = { head: 1, waitingSide: 2 };

/** One fact for each rung taken. It changes no duty, so nothing has to be worked out anew. */
export function escalationsOf({ dossier, taken, duties }: Refresh, now: Instant): Append {
  const told = taken.flatMap((row): readonly Omit<DossierEventOf<'duty.escalated'>, 'seq'>[] => {
    const rung = rungs[row.name];
    const duty = duties.find((one) => one.key === row.dutyKey);
    if (rung === undefined || duty === undefined) return [];
    const side = rung === 1 ? institutionIdOf(duty.owedBy) : dossier.homeInstitutionId;
    const toInstitutionId = side ?? dossier.homeInstitutionId;
    return [
      {
        id: randomUUID(),
        type: 'duty.escalated',
        occurredAt: now,
        recordedAt: now,
        by: productItself,
        institution: dossier.homeInstitutionId,
        data: { dutyKey: duty.key, step: rung, toInstitutionId },
      },
    ];
  });
  // Numbered among themselves: most steps that are taken with them are no rungs.
  return { to: dossier, events: told.map((fact, index) => ({ ...fact, seq: dossier.version + 1 + index })) };
}
