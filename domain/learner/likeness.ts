/** Whether two records are probably about the same learner, and why: for “search before create”. */
import type { CalendarDay } from '../time.ts';
import type { LearnerNames } from './learner.ts';
import { lettersOf, namePartsOf, soundOf } from './name-parts.ts';

export const likenessReasons = [
  'sameBirthDate',
  'dayAndMonthSwapped',
  'birthDateMissing',
  'sameFirstName',
  'firstNameSounds',
  'firstNameShortened',
  'sameLastName',
  'lastNameSounds',
  'lastNameDiffers',
  'namesSwapped',
] as const;
export type LikenessReason = (typeof likenessReasons)[number];

export type Likeness = {
  readonly strength: 'likely' | 'possible';
  readonly reasons: readonly LikenessReason[];
};

type Part = 'same' | 'sounds' | 'shortened' | 'differs';

/**
 * Likely: born on the same day, with both names the same or of the same sound. Possible: one of these is missing,
 * swapped or shortened, or the last name was changed. Twins are born on the same day with the same last name, so
 * those two alone are no likeness. Null: two learners.
 */
export function likenessOf(a: LearnerNames, b: LearnerNames): Likeness | null {
  const birth = birthReason(a.birthDate, b.birthDate);
  if (birth === null) return null;
  const first = compareNames(a.firstName, b.firstName);
  const last = compareNames(a.lastName, b.lastName);
  if (first === 'differs' && swapped(a, b)) return { strength: 'possible', reasons: [birth, 'namesSwapped'] };
  if (first === 'differs' || (last === 'differs' && birth !== 'sameBirthDate')) return null;
  const close = first !== 'shortened' && last !== 'shortened' && last !== 'differs';
  const strength = birth === 'sameBirthDate' && close ? 'likely' : 'possible';
  return { strength, reasons: [birth, firstReason[first], lastReason[last]] };
}

const firstReason = {
  same: 'sameFirstName',
  sounds: 'firstNameSounds',
  shortened: 'firstNameShortened',
} as const satisfies Partial<Record<Part, LikenessReason>>;
const lastReason = {
  same: 'sameLastName',
  sounds: 'lastNameSounds',
  shortened: 'lastNameSounds',
  differs: 'lastNameDiffers',
} as const satisfies Record<Part, LikenessReason>;

function birthReason(a: CalendarDay | null, b: CalendarDay | null): LikenessReason | null {
  if (a === null || b === null) return 'birthDateMissing';
  if (a === b) return 'sameBirthDate';
  const [year, month, day] = a.split('-');
  return b === `${year}-${day}-${month}` ? 'dayAndMonthSwapped' : null;
}

/** Two given names or a double last name are the same where one part is. */
function compareNames(a: string, b: string): Part {
  const [left, right] = [namePartsOf(a), namePartsOf(b)];
  const any = (alike: (one: string, other: string) => boolean) =>
    left.some((one) => right.some((other) => alike(one, other)));
  if (any((one, other) => one === other)) return 'same';
  if (any((one, other) => soundOf(one) === soundOf(other))) return 'sounds';
  return any(isShortForm) ? 'shortened' : 'differs';
}

/** `Aleks` and `Aleksandrs`; two letters are no name. */
function isShortForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.startsWith(short) && lettersOf(short) === lettersOf(long);
}

function swapped(a: LearnerNames, b: LearnerNames): boolean {
  const alike = (one: string, other: string) => ['same', 'sounds'].includes(compareNames(one, other));
  return alike(a.firstName, b.lastName) && alike(a.lastName, b.firstName);
}
