import type { DutyView } from '../requests/duties.ts';
import { inLanguage } from './in-language.ts';

type Side = DutyView['owedBy'];

/** A side of a duty in one line: the institution by name, or the person with the role; a role alone of one's own. */
export function sideWords(side: Side, ownInstitution: string): string {
  const { words, institutionName, personName } = side;
  const role = inLanguage(words);
  const person = personName === null ? null : `${personName}, ${role}`;
  if (institutionName === null) return person ?? role;
  if (institutionName === ownInstitution) return person ?? (isInstitution(side) ? institutionName : role);
  return person === null
    ? isInstitution(side)
      ? institutionName
      : `${role}, ${institutionName}`
    : `${person}, ${institutionName}`;
}

/** Whether the whole institution is meant and not one who holds a role there. */
function isInstitution({ party }: Side): boolean {
  return party === 'institution';
}
