/** What the API says when it says no: the status and, in both languages, what is wrong and what would be right. */
export type Words = { readonly lv: string; readonly en: string };

export type ProblemEntry = {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
  /** Said too where the refusal names every code or day that stands here as `{name}`. */
  readonly more?: Words;
};
