/** Which pages a person is offered, by kind of institution and role. What may be seen there, the API decides. */
import type { Session } from './session.ts';

export type PageName = 'today' | 'cases' | 'newCase' | 'inbox' | 'board' | 'school' | 'administration';
export type PageLink = { readonly name: PageName; readonly to: '/' };

export function pagesFor(_session: Session): readonly PageLink[] {
  return [{ name: 'today', to: '/' }];
}
