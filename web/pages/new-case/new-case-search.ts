/** What the address of the page of a new entry holds. */
export type NewCaseSearch = {
  /** The id of whom it is about. */
  readonly izglitojamais?: string;
  /** A case that ran before the product was there. */
  readonly cilne?: 'parnemt';
};

export function newCaseSearch(given: Readonly<Record<string, unknown>>): NewCaseSearch {
  const { izglitojamais, cilne } = given;
  return {
    ...(typeof izglitojamais === 'string' && izglitojamais !== '' ? { izglitojamais } : {}),
    ...(cilne === 'parnemt' ? { cilne } : {}),
  };
}
