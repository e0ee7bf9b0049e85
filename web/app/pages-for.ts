/** Which pages a person is offered, by kind of institution and role. What may be seen there, the API decides. */
import { may } from './may.ts';
import type { Session } from './session.ts';

export type PageName = 'today' | 'cases' | 'newCase' | 'inbox' | 'board' | 'school' | 'administration';
export type PageLink = {
  readonly name: PageName;
  readonly to: '/' | '/iesutne' | '/jauns' | '/kavejumi' | '/skola' | '/parvalde' | '/mani-gadijumi';
};

export function pagesFor(session: Session): readonly PageLink[] {
  const keeps = may('managePeople', session) || may('manageClasses', session) || may('oversee', session);
  return [
    { name: 'today', to: '/' },
    { name: 'cases', to: '/mani-gadijumi' },
    { name: 'inbox', to: '/iesutne' },
    ...(may('openDossier', session) ? [{ name: 'newCase', to: '/jauns' } as const] : []),
    ...(may('seeBoard', session) ? [{ name: 'board', to: '/kavejumi' } as const] : []),
    ...(session.institution.kind === 'school' && may('searchLearners', session)
      ? [{ name: 'school', to: '/skola' } as const]
      : []),
    ...(keeps ? [{ name: 'administration', to: '/parvalde' } as const] : []),
  ];
}
