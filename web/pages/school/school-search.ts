/** What the address of `/skola` says: the list of cases in place of the overview, and of which class. */
export type SchoolSearch = { readonly skats?: 'gadijumi'; readonly klase?: string };

export function schoolSearch({ skats, klase }: Readonly<Record<string, unknown>>): SchoolSearch {
  return {
    ...(skats === 'gadijumi' ? { skats: 'gadijumi' as const } : {}),
    ...(typeof klase === 'string' ? { klase } : {}),
  };
}
