/** What is known of a learner and the people around. Stored encrypted under the learner's own key. */
import type { CalendarDay } from '../time.ts';

export const contactRelations = [
  'mother',
  'father',
  'guardian',
  'fosterFamily',
  'careInstitution',
  'grandparent',
  'otherRelative',
  'other',
] as const;
export type ContactRelation = (typeof contactRelations)[number];

export const custodies = ['yes', 'no', 'unknown'] as const;
export type Custody = (typeof custodies)[number];

/** Languages in which schools of Latvia meet families most; `other` is talked about, not guessed. */
export const contactLanguages = ['lv', 'ru', 'uk', 'en', 'lt', 'pl', 'other'] as const;
export type ContactLanguage = (typeof contactLanguages)[number];

/** A declared residence. A municipality is named as its law names it: “Smiltenes novads”. */
export type Declared =
  | { readonly declared: 'in'; readonly municipality: string }
  | { readonly declared: 'nowhere' }
  | { readonly declared: 'unknown' };

/** A person around the learner, with what every letter and print has to obey (rules of conduct 18). */
export type Contact = {
  readonly id: string;
  readonly relation: ContactRelation;
  readonly name: string;
  readonly custody: Custody;
  /** Must not be in contact with the child or the school about the child. */
  readonly noContact: boolean;
  readonly addressSecret: boolean;
  /** Does not live with the learner. */
  readonly livesApart: boolean;
  readonly language: ContactLanguage;
  readonly plainLanguage: boolean;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly address: string | null;
  readonly declared: Declared;
  /** Municipality where the person really lives; null where it is not known. */
  readonly actual: string | null;
};

export type Residence = {
  /** The learner's own declaration. */
  readonly own: Declared;
  /** Municipality where the learner stays; null where it is not known. */
  readonly stays: string | null;
  /** Care outside the family, and the municipality that decided on it (null: not known). */
  readonly outOfFamilyCare: { readonly decidedBy: string | null } | null;
  /** What was found out by asking, where no rule decides, and why. */
  readonly asked: { readonly municipality: string; readonly ground: string } | null;
};

export type LearnerProfile = {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: CalendarDay | null;
  /** What people call the class; follows the enrolment where there is one. */
  readonly className: string;
  readonly residence: Residence;
  readonly contacts: readonly Contact[];
};

export type LearnerNames = Pick<LearnerProfile, 'firstName' | 'lastName' | 'birthDate'>;

export const unknownResidence: Residence = {
  own: { declared: 'unknown' },
  stays: null,
  outOfFamilyCare: null,
  asked: null,
};

/**
 * Whether somebody is 18 or more on a day; null where the day of birth is not known. Born on 29 February: on 1 March
 * of a year without one, so that nobody loses a child's protection a day early.
 */
export function isAdultOn(birthDate: CalendarDay | null, day: CalendarDay): boolean | null {
  if (birthDate === null) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return years > 18 || (years === 18 && day.slice(5) >= birthDate.slice(5));
}

/** In the parents' place while a child is in care outside the family (V 2; Cabinet Regulation 89 p. 2). */
export const carers: readonly ContactRelation[] = ['guardian', 'fosterFamily', 'careInstitution'];
export const parents: readonly ContactRelation[] = ['mother', 'father'];
