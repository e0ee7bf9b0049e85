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

/** Entries that fit side by side at the foot of a phone. */
const footPlaces = 5;

/** What stays at hand on a phone where there is more than fits: first what the work of those is who have most. */
const atHand: readonly PageName[] = [
  'today',
  'inbox',
  'school',
  'administration',
  'newCase',
  'board',
  'cases',
];

/** On a phone: what stands at the foot, in the order of the menu, and what is left for the menu of the account. */
export function phonePagesFor(session: Session): {
  readonly foot: readonly PageLink[];
  readonly more: readonly PageLink[];
} {
  const pages = pagesFor(session);
  const chosen =
    pages.length <= footPlaces
      ? pages.map(({ name }) => name)
      : atHand.filter((name) => pages.some((page) => page.name === name)).slice(0, footPlaces);
  return {
    foot: pages.filter(({ name }) => chosen.includes(name)),
    more: pages.filter(({ name }) => !chosen.includes(name)),
  };
}
