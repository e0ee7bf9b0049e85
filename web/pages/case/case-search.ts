/** What the address of a case says besides its id: the tab, and how its course is shown. */
const tabs = ['gaita', 'nosutijumi', 'kontakti', 'vesture'] as const;
export type CaseTab = (typeof tabs)[number];

const courses = ['linija', 'saraksts'] as const;
type CourseView = (typeof courses)[number];

export type CaseSearch = { readonly skats?: CaseTab; readonly gaita?: CourseView };

/** Passes over what it does not know, so that an old address still opens. */
export function caseSearch(search: Readonly<Record<string, unknown>>): CaseSearch {
  const skats = tabs.find((one) => one === search['skats']);
  const gaita = courses.find((one) => one === search['gaita']);
  return { ...(skats === undefined ? {} : { skats }), ...(gaita === undefined ? {} : { gaita }) };
}
