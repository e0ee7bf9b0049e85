/** What the person may do at the institution acted for; the API decides all the same. */
import { mayInOffice, type OfficeAct } from '../../contracts/office.ts';
import { type Session, useSession } from './session.ts';

export function may(act: OfficeAct, { institution }: Session): boolean {
  return mayInOffice(act, institution).decision === 'allow';
}

export function useMay(): (act: OfficeAct) => boolean {
  const session = useSession();
  return (act) => may(act, session);
}
