/** What is typed about a new learner, and how it goes to the API. Only the name is needed; the rest can come later. */
import type { ContactToSave, LearnerHit, LearnerToRegister } from '../../requests/learners.ts';

export type TypedContact = Pick<
  ContactToSave,
  'name' | 'relation' | 'custody' | 'noContact' | 'addressSecret' | 'language'
> & { readonly key: string; readonly phone: string };

export type TypedLearner = {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly classId: string;
  readonly className: string;
  readonly municipality: string;
  readonly contacts: readonly TypedContact[];
  /** Known ones. */
  readonly siblings: readonly LearnerHit[];
};

/** What was typed into the search is no work for nothing: `Anna Kalniņa`. */
export function learnerFrom(typed: string): TypedLearner {
  const words = typed.split(/\s+/u).filter((word) => word !== '' && !/^\d/u.test(word));
  const capital = (word: string) => word.charAt(0).toLocaleUpperCase('lv') + word.slice(1);
  const [firstName = '', ...lastName] = words.map(capital);
  return {
    firstName,
    lastName: lastName.join(' '),
    birthDate: '',
    classId: '',
    className: '',
    municipality: '',
    contacts: [],
    siblings: [],
  };
}

export function freshContact(key: string): TypedContact {
  return {
    key,
    name: '',
    phone: '',
    relation: 'mother',
    custody: 'unknown',
    noContact: false,
    addressSecret: false,
    language: 'lv',
  };
}

/** A contact without a name was not meant. */
export function toRegister(typed: TypedLearner, notDuplicate: boolean): LearnerToRegister {
  const { firstName, lastName, birthDate, classId, municipality, contacts } = typed;
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    ...(birthDate === '' ? {} : { birthDate }),
    ...(classId === '' ? {} : { classId }),
    ...(municipality.trim() === ''
      ? {}
      : { residence: { own: { declared: 'in', municipality: municipality.trim() } } }),
    contacts: contacts.filter(({ name }) => name.trim() !== '').map(contactToSave),
    ...(notDuplicate ? { notDuplicate: true } : {}),
  };
}

function contactToSave(typed: TypedContact): ContactToSave {
  const { key: _, name, phone, ...rest } = typed;
  return {
    ...rest,
    name: name.trim(),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    livesApart: false,
    plainLanguage: false,
    declared: { declared: 'unknown' },
  };
}
