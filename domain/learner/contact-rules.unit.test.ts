import { describe, expect, it } from 'vitest';
import { calendarDay } from '../time.ts';
import { contactsShown, letterRecipients } from './contact-rules.ts';
import { unknownResidence } from './learner.ts';
import { contact, profile } from './testing/profiles.ts';

const today = calendarDay('2026-11-20');
const mother = contact('mother', { relation: 'mother' });
const father = contact('father', {
  relation: 'father',
  livesApart: true,
  language: 'ru',
  plainLanguage: true,
  address: 'Ozolu iela 7',
});
const sent = (...contacts: readonly ReturnType<typeof contact>[]) =>
  letterRecipients(profile({ contacts }), today);

describe('contacts (R 18)', () => {
  it('one letter per parent, each with only that parent’s address, in that parent’s language', () => {
    const { letters, withheld } = sent(mother, father);
    expect(withheld).toEqual([]);
    expect(
      letters.map(({ contactId, language, plainLanguage }) => [contactId, language, plainLanguage]),
    ).toEqual([
      ['mother', 'lv', false],
      ['father', 'ru', true],
    ]);
    const [toMother, toFather] = letters;
    expect(JSON.stringify(toMother)).not.toContain('Ozolu iela');
    expect(JSON.stringify(toFather)).not.toContain('Liepu iela');
  });

  it('parents who live together get one letter each too', () => {
    expect(sent(mother, { ...father, livesApart: false }).letters).toHaveLength(2);
  });

  it('no contact: nothing, by whatever right', () => {
    const barred = { ...father, noContact: true };
    expect(sent(mother, barred).withheld).toEqual([{ contactId: 'father', reason: 'noContact' }]);
    expect(contactsShown([mother, barred], { place: 'extract', forContactId: 'father' })).toEqual([]);
  });

  it('custody no: nothing; custody unknown: ask before anything is sent', () => {
    expect(sent({ ...father, custody: 'no' })).toMatchObject({
      letters: [],
      withheld: [{ reason: 'noCustody' }],
    });
    expect(sent({ ...father, custody: 'unknown' }).withheld).toEqual([
      { contactId: 'father', reason: 'custodyUnknown' },
    ]);
  });

  it('out-of-family care: guardian, foster family or institution in the parents’ place (V 2; Reg. 89 p. 2)', () => {
    const foster = contact('foster', { relation: 'fosterFamily', custody: 'no' });
    const residence = { ...unknownResidence, outOfFamilyCare: { decidedBy: 'Valkas novads' } };
    const found = letterRecipients(profile({ contacts: [mother, foster], residence }), today);
    expect(found.letters.map(({ contactId }) => contactId)).toEqual(['foster']);
    expect(found.withheld).toEqual([{ contactId: 'mother', reason: 'outOfFamilyCare' }]);
  });

  it('who does not decide for the child gets none', () => {
    const grandmother = contact('grandmother', { relation: 'grandparent' });
    expect(sent(grandmother).withheld).toEqual([{ contactId: 'grandmother', reason: 'noRightToDecide' }]);
  });

  it('18 or more: the learner decides and is written to (K 4.2, 4.4)', () => {
    const adult = profile({ contacts: [mother], birthDate: calendarDay('2008-11-20') });
    expect(letterRecipients(adult, today)).toEqual({
      letters: [],
      withheld: [{ contactId: 'mother', reason: 'adultLearner' }],
      toLearner: true,
    });
  });

  it('a secret address: in its owner’s own letter, marked, and in no print or export', () => {
    const secret = { ...mother, addressSecret: true, actual: 'Cēsu novads' };
    expect(sent(secret).letters[0]).toMatchObject({ address: mother.address, addressSecret: true });
    const printed = JSON.stringify(contactsShown([secret, father], { place: 'print' }));
    for (const trace of [mother.address, mother.phone, mother.mail, 'Cēsu']) {
      if (trace !== father.phone) expect(printed).not.toContain(trace);
    }
    expect(printed).toContain('Ozolu iela 7');
    expect(contactsShown([secret], { place: 'screen' })).toEqual([secret]);
  });

  it('an extract for one parent holds nothing of the other', () => {
    const shown = contactsShown([mother, father], { place: 'extract', forContactId: 'father' });
    expect(shown).toEqual([father]);
  });
});
