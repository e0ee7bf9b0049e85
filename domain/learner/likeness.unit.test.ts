import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import type { LearnerNames } from './learner.ts';
import { likenessOf } from './likeness.ts';

const anna: LearnerNames = { firstName: 'Anna', lastName: 'Bērziņa', birthDate: calendarDay('2014-05-06') };
const like = (change: Partial<LearnerNames>) => likenessOf(anna, { ...anna, ...change });

describe('likely duplicates (issue 4, section 1: name parts and day of birth)', () => {
  it('likely: born the same day, both names the same or of the same sound', () => {
    expect(like({})).toEqual({
      strength: 'likely',
      reasons: ['sameBirthDate', 'sameFirstName', 'sameLastName'],
    });
    expect(like({ firstName: 'Ana', lastName: 'Berzins' })).toEqual({
      strength: 'likely',
      reasons: ['sameBirthDate', 'firstNameSounds', 'lastNameSounds'],
    });
    expect(like({ firstName: 'Anna Marija', lastName: 'Kalniņa-Bērziņa' })?.strength).toBe('likely');
  });

  it('possible: a name shortened, the last name changed, day of birth missing or turned round', () => {
    expect(likenessOf({ ...anna, firstName: 'Aleksandra' }, { ...anna, firstName: 'Aleks' })?.strength).toBe(
      'possible',
    );
    expect(like({ lastName: 'Ozola' })).toEqual({
      strength: 'possible',
      reasons: ['sameBirthDate', 'sameFirstName', 'lastNameDiffers'],
    });
    expect(like({ birthDate: null })?.reasons[0]).toBe('birthDateMissing');
    expect(like({ birthDate: calendarDay('2014-06-05') })).toMatchObject({
      strength: 'possible',
      reasons: ['dayAndMonthSwapped', 'sameFirstName', 'sameLastName'],
    });
  });

  it('possible: first and last name typed into each other’s field', () => {
    expect(like({ firstName: 'Bērziņa', lastName: 'Anna' })).toEqual({
      strength: 'possible',
      reasons: ['sameBirthDate', 'namesSwapped'],
    });
  });

  it('twins are two: same day, same last name, another first name', () => {
    expect(like({ firstName: 'Elza' })).toBeNull();
    expect(like({ firstName: 'Anete' })).toBeNull();
  });

  it('namesakes born on other days are two', () => {
    expect(like({ birthDate: calendarDay('2014-05-07') })).toBeNull();
  });

  it('is the same whichever is asked first', () => {
    for (const change of [
      {},
      { firstName: 'Elza' },
      { lastName: 'Ozola' },
      { birthDate: null },
      { firstName: 'An' },
    ]) {
      const other = { ...anna, ...change };
      expect(likenessOf(anna, other)).toEqual(likenessOf(other, anna));
    }
  });
});
