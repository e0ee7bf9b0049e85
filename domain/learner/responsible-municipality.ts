/**
 * Which municipality is responsible for a learner (duties page 1; V 2; K 4.2 and fn 54; Child Protection Law 67).
 * Where the sources do not decide, or contradict each other, the answer is a question: people ask, and record the
 * ground of what they found.
 */
import type { CalendarDay } from '../time.ts';
import { type Contact, type Declared, isAdultOn, type LearnerProfile, parents } from './learner.ts';
import { fold } from './name-parts.ts';

export type ResponsibilityGround =
  /** Both parents, or the only one known, are declared there (67(1)). */
  | 'parentsDeclared'
  /** Parents are declared apart: the one with whom the child lives (K fn 54, V 2). */
  | 'parentLivedWith'
  /** No parent has a declared residence: where the parents really live (67(3)). */
  | 'parentsActual'
  | 'outOfFamilyCare'
  /** 18 or more. */
  | 'ownDeclared'
  /** Asked, and the ground recorded. */
  | 'asked';

export const residenceQuestions = [
  /** Parents apart: the declared residence of the one lived with is not where the learner stays (K L1674, V 2). */
  'parentOrLearner',
  'whichParent',
  'parentsDeclared',
  'parentsActual',
  'careDecision',
  'ownDeclared',
  'birthDate',
] as const;
export type ResidenceQuestion = (typeof residenceQuestions)[number];

export type Responsibility =
  | { readonly known: true; readonly municipality: string; readonly ground: ResponsibilityGround }
  /** `candidates` are the municipalities that the facts speak for, each once. */
  | { readonly known: false; readonly ask: ResidenceQuestion; readonly candidates: readonly string[] };

export type ResidenceFacts = Pick<LearnerProfile, 'birthDate' | 'residence' | 'contacts'>;

/** Whose child it is on that day. The learner's own declaration counts for an adult only. */
export function responsibleMunicipality(facts: ResidenceFacts, on: CalendarDay): Responsibility {
  const found = byRule(facts, on);
  const { asked } = facts.residence;
  if (found.known || asked === null) return found;
  // An answer holds as long as the facts still speak for it.
  const fits = found.candidates.length === 0 || found.candidates.some((one) => same(one, asked.municipality));
  return fits ? known(asked.municipality, 'asked') : found;
}

function byRule({ birthDate, residence, contacts }: ResidenceFacts, on: CalendarDay): Responsibility {
  const adult = isAdultOn(birthDate, on);
  const own = declaredIn(residence.own);
  if (adult === true) return own === null ? ask('ownDeclared', [residence.stays]) : known(own, 'ownDeclared');
  const asChild = ofChild(residence, contacts);
  // Without a day of birth the two rules may still agree, or the learner's own declaration may not be known to differ.
  if (adult === null && asChild.known && own !== null && !same(own, asChild.municipality)) {
    return ask('birthDate', [asChild.municipality, own]);
  }
  return asChild;
}

function ofChild(residence: LearnerProfile['residence'], contacts: readonly Contact[]): Responsibility {
  if (residence.outOfFamilyCare !== null) {
    const { decidedBy } = residence.outOfFamilyCare;
    return decidedBy === null ? ask('careDecision', []) : known(decidedBy, 'outOfFamilyCare');
  }
  const both = contacts.filter(({ relation }) => parents.includes(relation));
  if (both.length === 0) return ask('parentsDeclared', [residence.stays]);
  if (both.every(({ declared }) => declared.declared === 'nowhere')) return byActual(both);
  const declared = distinct(both.map((parent) => declaredIn(parent.declared)));
  const [only] = declared;
  if (only === undefined)
    return ask(
      'parentsDeclared',
      both.map(({ actual }) => actual),
    );
  const allDeclared = both.every((parent) => parent.declared.declared === 'in');
  if (allDeclared && declared.length === 1) return known(only, 'parentsDeclared');
  return byParentLivedWith(residence, both, declared);
}

/** The parents are declared apart, or only one of them is known to be declared. */
function byParentLivedWith(
  { stays }: LearnerProfile['residence'],
  both: readonly Contact[],
  declared: readonly string[],
): Responsibility {
  const livedWith = both.filter(({ livesApart }) => !livesApart);
  const [one] = livedWith;
  if (one === undefined || livedWith.length > 1) return ask('whichParent', [...declared, stays]);
  const there = declaredIn(one.declared);
  if (there === null) return ask('parentsDeclared', [...declared, one.actual, stays]);
  // V 2 takes the parent's declaration, K's own text where the learner himself stays.
  if (stays !== null && !same(stays, there)) return ask('parentOrLearner', [there, stays]);
  return known(there, 'parentLivedWith');
}

function byActual(both: readonly Contact[]): Responsibility {
  const actual = distinct(both.map((parent) => parent.actual));
  const [only] = actual;
  const allKnown = both.every((parent) => parent.actual !== null);
  return only !== undefined && actual.length === 1 && allKnown
    ? known(only, 'parentsActual')
    : ask('parentsActual', actual);
}

export type HelpAtOnce = {
  /** Owes help at once: the municipality where the child physically is. */
  readonly owedBy: string;
  /** Stays responsible, and may be asked to pay; null where it is the same, or not known yet. */
  readonly costsMayBeClaimedFrom: string | null;
  readonly responsibility: Responsibility;
};

/** Danger to life or health (V 2, Child Protection Law 67(5)): where the child is helps, responsibility stays. */
export function helpAtOnce(whereChildIs: string, facts: ResidenceFacts, on: CalendarDay): HelpAtOnce {
  const responsibility = responsibleMunicipality(facts, on);
  const elsewhere = responsibility.known && !same(responsibility.municipality, whereChildIs);
  return {
    owedBy: whereChildIs,
    costsMayBeClaimedFrom: elsewhere ? responsibility.municipality : null,
    responsibility,
  };
}

function declaredIn(residence: Declared): string | null {
  return residence.declared === 'in' ? residence.municipality : null;
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function distinct(found: readonly (string | null)[]): readonly string[] {
  const names: string[] = [];
  for (const one of found) if (one !== null && !names.some((name) => same(name, one))) names.push(one);
  return names;
}

function known(municipality: string, ground: ResponsibilityGround): Responsibility {
  return { known: true, municipality, ground };
}

function ask(question: ResidenceQuestion, candidates: readonly (string | null)[]): Responsibility {
  return { known: false, ask: question, candidates: distinct(candidates) };
}
