/** What the address of the page of a new entry holds. */
export type NewCaseSearch = {
  /** The id of whom it is about. */
  readonly izglitojamais?: string;
};

export function newCaseSearch(given: Readonly<Record<string, unknown>>): NewCaseSearch {
  const { izglitojamais } = given;
  return typeof izglitojamais === 'string' && izglitojamais !== '' ? { izglitojamais } : {};
}
