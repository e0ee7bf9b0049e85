/** Administration: each section, and the forms that open there. */
import type { Screen } from './photographer.ts';

/** Of the municipality's education board, and of a school. */
const [board, schoolAdmin] = ['toms-rozenbergs', 'dainis-brencis'] as const;

export const adminScreens: readonly Screen[] = [
  { name: 'administration', as: board, path: '/parvalde' },
  { name: 'administration-no-right', as: 'anita-kalnina', path: '/parvalde/cilveki' },
  { name: 'people', as: schoolAdmin, path: '/parvalde/cilveki' },
  {
    name: 'people-add',
    as: schoolAdmin,
    path: '/parvalde/cilveki',
    steps: (page, words) => page.getByRole('button', { name: words.administration.people.add }).click(),
  },
  {
    name: 'people-person',
    as: schoolAdmin,
    path: '/parvalde/cilveki',
    steps: (page) => page.locator('#content tbody button, #content li button').first().click(),
  },
  { name: 'leave', as: schoolAdmin, path: '/parvalde/prombutnes' },
  {
    name: 'leave-add',
    as: schoolAdmin,
    path: '/parvalde/prombutnes',
    steps: (page, words) => page.getByRole('button', { name: words.administration.leave.addAbsence }).click(),
  },
  { name: 'classes', as: schoolAdmin, path: '/parvalde/klases' },
  {
    name: 'classes-make',
    as: schoolAdmin,
    path: '/parvalde/klases',
    steps: (page, words) => page.getByRole('button', { name: words.administration.classes.make }).click(),
  },
  { name: 'institutions', as: board, path: '/parvalde/iestades' },
  {
    name: 'institutions-add',
    as: board,
    path: '/parvalde/iestades',
    steps: (page, words) => page.getByRole('button', { name: words.administration.institutions.add }).click(),
  },
  { name: 'set-up', as: board, path: '/parvalde/kartiba' },
  {
    name: 'set-up-times',
    as: board,
    path: '/parvalde/kartiba',
    steps: (page, words) => page.getByRole('tab', { name: words.administration.setUp.tabs.times }).click(),
  },
  {
    name: 'set-up-years',
    as: board,
    path: '/parvalde/kartiba',
    steps: (page, words) => page.getByRole('tab', { name: words.administration.setUp.tabs.years }).click(),
  },
  {
    name: 'set-up-adopt',
    as: board,
    path: '/parvalde/kartiba',
    steps: (page, words) =>
      page.getByRole('button', { name: words.administration.setUp.adopt }).first().click(),
  },
  { name: 'calendar', as: board, path: '/parvalde/kalendars' },
  {
    name: 'calendar-add',
    as: board,
    path: '/parvalde/kalendars',
    steps: (page, words) => page.getByRole('button', { name: words.administration.calendar.add }).click(),
  },
  { name: 'imports', as: board, path: '/parvalde/imports' },
  {
    name: 'imports-problems',
    as: board,
    path: '/parvalde/imports',
    steps: async (page, words) => {
      await page
        .getByLabel(words.administration.imports.paste)
        .fill('Vārds, uzvārds;E-pasts;Loma\nZaiga;zaiga;speciālists');
      await page.getByRole('button', { name: words.administration.imports.check }).click();
      await page.locator('#content table').first().waitFor();
    },
  },
  { name: 'oversight', as: 'ilze-vitolina', path: '/parvalde/uzraudziba' },
  { name: 'oversight-data-protection', as: 'sofia-lindgren', path: '/parvalde/uzraudziba' },
  { name: 'systems', as: board, path: '/parvalde/sistemas' },
  { name: 'training', as: board, path: '/parvalde/macibas' },
];
