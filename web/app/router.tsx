/** Which address shows which page. Each page is a file of its own, fetched when it is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { boardSearch } from '../pages/board/board-search.ts';
import { caseSearch } from '../pages/case/case-search.ts';
import { inboxFilterOf } from '../pages/inbox/inbox-filter.ts';
import { myCasesSearch } from '../pages/my-cases/arrange.ts';
import { newCaseSearch } from '../pages/new-case/new-case-search.ts';
import { schoolSearch } from '../pages/school/school-search.ts';
import { NotFound } from './not-found.tsx';
import { PageFault } from './page-fault.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute();

/** Pages for people who are signed in: with the menu, behind the gate. */
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Shell });

const today = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: ({ kas }: Record<string, unknown>): { readonly kas?: 'mani' } =>
    kas === 'mani' ? { kas } : {},
  component: lazyRouteComponent(() => import('../pages/today/today-page.tsx'), 'TodayPage'),
});

const myCases = createRoute({
  getParentRoute: () => inside,
  path: '/mani-gadijumi',
  validateSearch: myCasesSearch,
  component: lazyRouteComponent(() => import('../pages/my-cases/my-cases-page.tsx'), 'MyCasesPage'),
});

const newCase = createRoute({
  getParentRoute: () => inside,
  path: '/jauns',
  validateSearch: newCaseSearch,
  component: lazyRouteComponent(() => import('../pages/new-case/new-case-page.tsx'), 'NewCasePage'),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: '/kavejumi',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../pages/board/board-page.tsx'), 'BoardPage'),
});

const oneCase = createRoute({
  getParentRoute: () => inside,
  path: '/lietas/$dossierId',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../pages/case/case-page.tsx'), 'CasePage'),
});

const talkSheet = createRoute({
  getParentRoute: () => inside,
  path: '/lietas/$dossierId/lapa',
  component: lazyRouteComponent(() => import('../pages/talk-sheet/talk-sheet-page.tsx'), 'TalkSheetPage'),
});

const takenOver = createRoute({
  getParentRoute: () => inside,
  path: '/parnemtie',
  component: lazyRouteComponent(() => import('../pages/taken-over/taken-over-page.tsx'), 'TakenOverPage'),
});

const school = createRoute({
  getParentRoute: () => inside,
  path: '/skola',
  validateSearch: schoolSearch,
  component: lazyRouteComponent(() => import('../pages/school/school-page.tsx'), 'SchoolPage'),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/iesutne',
  validateSearch: inboxFilterOf,
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx'), 'InboxPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/invitation',
  component: lazyRouteComponent(() => import('../pages/sign-in/choose-password-page.tsx'), 'InvitationPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/reset',
  component: lazyRouteComponent(() => import('../pages/sign-in/choose-password-page.tsx'), 'ResetPage'),
});

/** For everybody, also without a session: nobody signs in while a child is in danger. */
const danger = createRoute({
  getParentRoute: () => root,
  path: '/briesmas',
  validateSearch: ({ lieta }: Record<string, unknown>): { readonly lieta?: string } =>
    typeof lieta === 'string' ? { lieta } : {},
  component: lazyRouteComponent(() => import('../pages/danger/danger-page.tsx'), 'DangerPage'),
});

const administration = createRoute({
  getParentRoute: () => inside,
  path: '/parvalde',
  component: lazyRouteComponent(
    () => import('../pages/administration/administration-page.tsx'),
    'AdministrationPage',
  ),
});

const administrationSection = createRoute({
  getParentRoute: () => inside,
  path: '/parvalde/$section',
  // Whose people, and which year: kept in the address, so that a page can be passed on.
  validateSearch: ({ iestade, gads }: Record<string, unknown>): { iestade?: string; gads?: string } => ({
    ...(typeof iestade === 'string' ? { iestade } : {}),
    ...(typeof gads === 'string' ? { gads } : {}),
  }),
  component: lazyRouteComponent(
    () => import('../pages/administration/administration-page.tsx'),
    'AdministrationSectionPage',
  ),
});

const emergencyAccess = createRoute({
  getParentRoute: () => inside,
  path: '/arkartas-piekluve',
  validateSearch: ({ numurs }: Record<string, unknown>): { readonly numurs?: string } =>
    typeof numurs === 'string' ? { numurs } : {},
  component: lazyRouteComponent(
    () => import('../pages/emergency-access/emergency-access-page.tsx'),
    'EmergencyAccessPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/iestatijumi',
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
});

const help = createRoute({
  getParentRoute: () => inside,
  path: '/palidziba',
  component: lazyRouteComponent(() => import('../pages/help/help-page.tsx'), 'HelpPage'),
});

const helpSubject = createRoute({
  getParentRoute: () => inside,
  path: '/palidziba/$lapa',
  component: lazyRouteComponent(() => import('../pages/help/help-page.tsx'), 'HelpSubjectPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      today,
      inbox,
      board,
      school,
      administration,
      administrationSection,
      newCase,
      oneCase,
      talkSheet,
      takenOver,
      emergencyAccess,
      settings,
      myCases,
      help,
      helpSubject,
    ]),
    invitation,
    reset,
    danger,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
