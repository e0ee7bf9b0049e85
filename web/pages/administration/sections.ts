/** The parts of administration: their addresses, and the right that each one needs. */
import type { OfficeAct } from '../../../contracts/office.ts';
import { may } from '../../app/may.ts';
import type { Session } from '../../app/session.ts';

type SectionRow = {
  /** The last word of the address. */
  readonly path: string;
  readonly act: OfficeAct;
};

const rows = {
  people: { path: 'cilveki', act: 'managePeople' },
  leave: { path: 'prombutnes', act: 'managePeople' },
  classes: { path: 'klases', act: 'manageClasses' },
  institutions: { path: 'iestades', act: 'manageInstitutions' },
  setUp: { path: 'kartiba', act: 'changeSettings' },
  calendar: { path: 'kalendars', act: 'changeCalendar' },
  imports: { path: 'imports', act: 'importData' },
  oversight: { path: 'uzraudziba', act: 'oversee' },
  systems: { path: 'sistemas', act: 'manageAccounts' },
  training: { path: 'macibas', act: 'manageAccounts' },
} as const satisfies Readonly<Record<string, SectionRow>>;

export type SectionName = keyof typeof rows;
export type Section = SectionRow & { readonly name: SectionName };

/** What the person is offered, in the order of the tabs. */
export function sectionsFor(session: Session): readonly Section[] {
  return (Object.keys(rows) as SectionName[])
    .map((name): Section => ({ name, ...rows[name] }))
    .filter(({ name, act }) => may(act, session) && isThere(name, session));
}

/** Only a school has classes; training is for those who switch it, and for those who read its mails. */
function isThere(name: SectionName, session: Session): boolean {
  if (name === 'classes') return session.institution.kind === 'school';
  return name !== 'training' || session.institution.training || may('changeSettings', session);
}

export function sectionAt(path: string): SectionName | null {
  return (Object.keys(rows) as SectionName[]).find((name) => rows[name].path === path) ?? null;
}
