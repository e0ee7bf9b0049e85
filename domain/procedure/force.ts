/**
 * How binding an act or a term is (rules of conduct 6). The two are set apart because an act of law often has
 * a term that no source states.
 */
export type ActForce = 'law' | 'must' | 'recommended' | 'local';
export type TermForce = 'law' | 'must' | 'recommended' | 'agreed' | 'default';

/** `term` is `null` where the duty is not timed. */
export type Force = { readonly act: ActForce; readonly term: TermForce | null };
