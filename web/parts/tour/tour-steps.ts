/** What the tour of the first visit shows, by what the person does at the institution. Pure. */
import { mayInOffice, type OfficeAct } from '../../../contracts/office.ts';
import type { Institution } from '../../app/session.ts';

export type TourStep =
  | 'today'
  | 'newEntry'
  | 'case'
  | 'inbox'
  | 'school'
  | 'board'
  | 'people'
  | 'setUp'
  | 'danger'
  | 'help';

/** Three to five steps, only of pages that the person has; danger is in every one, and where to find help comes last. */
export function tourSteps(institution: Pick<Institution, 'kind' | 'roles'>): readonly TourStep[] {
  return [...ownSteps(institution), 'danger', 'help'];
}

function ownSteps(institution: Pick<Institution, 'kind' | 'roles'>): readonly TourStep[] {
  const { kind, roles } = institution;
  const allowed = (act: OfficeAct) => mayInOffice(act, institution).decision === 'allow';
  if (roles.includes('principal')) return ['today', 'school', 'board'];
  if (roles.includes('classTeacher')) return ['today', 'newEntry', 'case'];
  if (roles.includes('administrator'))
    return [
      'people',
      ...(allowed('changeSettings') ? (['setUp'] as const) : []),
      ...(allowed('seeBoard') ? (['board'] as const) : []),
    ];
  return kind === 'school' ? ['today', 'case', 'inbox'] : ['inbox', 'today'];
}
