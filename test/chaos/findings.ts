/** What breaks a rule, by the rule; empty lists where all is well. */
export type Findings = Readonly<Record<string, readonly unknown[]>>;

/** The same rules with nothing found, to compare with: a failure then shows which rule and what. */
export function noFindings(found: Findings): Findings {
  return Object.fromEntries(Object.keys(found).map((name) => [name, []]));
}
