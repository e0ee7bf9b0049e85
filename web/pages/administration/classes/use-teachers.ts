import { useQuery } from '@tanstack/react-query';
import { roleWords } from '../../../../contracts/office.ts';
import { colleaguesQuery } from '../../../requests/directory.ts';

type Teacher = { readonly id: string; readonly displayName: string };

/** Who may be offered a class: everybody of the school, class teachers first. */
export function useTeachers(): readonly Teacher[] {
  const { data } = useQuery(colleaguesQuery);
  return (data?.colleagues ?? []).toSorted((a, b) => Number(leads(b)) - Number(leads(a)));
}

/** Roles come in words here, the same ones. */
function leads({ roles }: { readonly roles: readonly { readonly lv: string }[] }): boolean {
  return roles.some(({ lv }) => lv === roleWords.classTeacher.lv);
}
