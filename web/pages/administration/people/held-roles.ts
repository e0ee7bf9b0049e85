import { roleWords } from '../../../../contracts/office.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import type { StaffPerson, StaffRole } from '../../../requests/staff.ts';

/** Roles that are held or will be; those in somebody's place come with the leave and are not given by hand. */
export function rolesAhead(person: StaffPerson, now: Date): readonly StaffRole[] {
  return person.roles.filter(({ until }) => until === null || Date.parse(until) > now.getTime());
}

/** In one line, each once: “klases audzinātājs, pedagogs”. */
export function roleLine(roles: readonly StaffRole[]): string {
  return [...new Set(roles.map(({ role }) => inLanguage(roleWords[role])))].join(', ');
}
