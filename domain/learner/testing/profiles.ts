/** A learner with two parents, to be changed by tests. */
import { calendarDay } from '../../time.ts';
import { type Contact, type Declared, type LearnerProfile, unknownResidence } from '../learner.ts';

export const inMunicipality = (municipality: string): Declared => ({ declared: 'in', municipality });
export const nowhere: Declared = { declared: 'nowhere' };

export function contact(id: string, change: Partial<Contact> = {}): Contact {
  return {
    id,
    relation: 'mother',
    name: 'Ilze Bērziņa',
    custody: 'yes',
    noContact: false,
    addressSecret: false,
    livesApart: false,
    language: 'lv',
    plainLanguage: false,
    phone: '20000000',
    mail: `${id}@example.lv`,
    address: `Liepu iela 1 (${id})`,
    declared: { declared: 'unknown' },
    actual: null,
    ...change,
  };
}

export function profile(change: Partial<LearnerProfile> = {}): LearnerProfile {
  return {
    firstName: 'Anna',
    lastName: 'Bērziņa',
    birthDate: calendarDay('2014-05-06'),
    className: '5.b',
    residence: unknownResidence,
    contacts: [],
    ...change,
  };
}
