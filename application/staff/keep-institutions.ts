/** Institutions of a municipality, kept by its administrators (issue 4, section 1). */
import { randomUUID } from 'node:crypto';
import { loadInstitution } from '../../db/repositories/directory.ts';
import {
  insertInstitution,
  institutionsOf,
  lockInstitution,
  updateInstitution,
} from '../../db/repositories/institutions.ts';
import { asActor } from '../../db/transaction.ts';
import { carryOutOnce, refused } from '../commands/carry-out.ts';
import { isUuid } from '../commands/check-ids.ts';
import type { ApiDeps } from '../deps.ts';
import { askOffice } from '../office.ts';
import { kept } from './keep-people.ts';
import { conflictOn } from './keeping.ts';
import type { InstitutionDetails, StaffPart } from './staff.ts';

type KeepInstitutions = Pick<StaffPart, 'addInstitution' | 'listKeptInstitutions' | 'changeInstitution'>;

export function keepInstitutions(deps: ApiDeps): KeepInstitutions {
  return {
    async addInstitution(actor, { kind, ...details }, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const office = await askOffice(tx, actor, 'manageInstitutions', now);
        if ('refused' in office) return refused(office);
        if (details.schoolType !== undefined && kind !== 'school')
          return refused({ refused: 'notASchool', path: 'schoolType' });
        const id = randomUUID();
        const { municipalityId } = office.institution;
        await insertInstitution(tx, { id, municipalityId, kind, ...columns(details), createdAt: now });
        return kept(id);
      });
    },

    async listKeptInstitutions(actor) {
      const now = await deps.clock.now();
      return await asActor(deps.database, { personId: actor.personId, now }, async (tx) => {
        const office = await askOffice(tx, actor, 'manageInstitutions', now);
        if ('refused' in office) return refused(office);
        const rows = await institutionsOf(tx, office.institution.municipalityId);
        const institutions = rows.map(({ municipalityId: _of, createdAt: _at, ...row }) => row);
        return { ok: true, value: { institutions } };
      });
    },

    async changeInstitution(actor, id, { active, ...details }, meta) {
      const now = await deps.clock.now();
      return await carryOutOnce(deps, actor, meta, now, async (tx) => {
        const office = await askOffice(tx, actor, 'manageInstitutions', now);
        if ('refused' in office) return refused(office);
        const found = isUuid(id) ? await loadInstitution(tx, id) : null;
        if (found?.municipalityId !== office.institution.municipalityId)
          return refused({ refused: 'notFound', path: '' });
        if (details.schoolType !== undefined && found.kind !== 'school')
          return refused({ refused: 'notASchool', path: 'schoolType' });
        // Nobody could switch it on again.
        if (!active && found.id === office.institution.id)
          return refused({ refused: 'notYourAct', path: 'active' });
        const conflict = conflictOn(meta, await lockInstitution(tx, id));
        if (conflict !== null) return refused(conflict);
        const version = await updateInstitution(tx, id, { ...columns(details), active });
        return { ok: true, value: { id, version, repeated: false } };
      });
    },
  };
}

function columns(details: InstitutionDetails) {
  return {
    name: details.name,
    schoolType: details.schoolType ?? null,
    address: details.address ?? null,
    phone: details.phone ?? null,
    mail: details.mail ?? null,
    movedDaysOn: details.movedDaysOn ?? null,
    workingHours: details.workingHours ?? null,
  };
}
