import { describe, expect, it } from 'vitest';
import { learnerToRegister } from '../../../contracts/learner.ts';
import { freshContact, learnerFrom, toRegister } from './new-learner.ts';

describe('a new learner (issue 5, screen 8)', () => {
  it('keeps what was typed into the search, without the class', () => {
    expect(learnerFrom('anna marija bērziņa 7.a')).toMatchObject({
      firstName: 'Anna',
      lastName: 'Marija Bērziņa',
    });
  });

  it('goes out as the API wants it; only the name is needed', () => {
    const least = toRegister(learnerFrom('Anna Bērziņa'), false);
    expect(learnerToRegister.parse(least)).toEqual({
      firstName: 'Anna',
      lastName: 'Bērziņa',
      contacts: [],
    });
  });

  it('carries custody, no contact, secret address and language of each contact (R 18)', () => {
    const contact = {
      ...freshContact('1'),
      name: ' Ieva ',
      custody: 'no',
      noContact: true,
      language: 'uk',
    } as const;
    const typed = {
      ...learnerFrom('Anna Bērziņa'),
      contacts: [contact, freshContact('2')],
      municipality: 'Smiltenes novads',
    };
    const sent = learnerToRegister.parse(toRegister(typed, true));
    expect(sent.contacts).toHaveLength(1);
    expect(sent.contacts?.[0]).toMatchObject({
      name: 'Ieva',
      custody: 'no',
      noContact: true,
      language: 'uk',
    });
    expect(sent).toMatchObject({
      notDuplicate: true,
      residence: { own: { municipality: 'Smiltenes novads' } },
    });
  });
});
