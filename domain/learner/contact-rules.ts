/**
 * Who may receive what about a learner, and whose address stands where (rules of conduct 18). One letter per parent,
 * with only that parent's address.
 */
import type { CalendarDay } from '../time.ts';
import { type Contact, carers, isAdultOn, type LearnerProfile, parents } from './learner.ts';

export const withholdReasons = [
  'noContact',
  'noCustody',
  /** Ask before anything is sent. */
  'custodyUnknown',
  /** Guardian, foster family or institution stand in the parents' place. */
  'outOfFamilyCare',
  /** Nobody who decides for the child: a grandparent, a relative. */
  'noRightToDecide',
  /** 18 or more: decides what the school tells whom (K 4.2, 4.4). */
  'adultLearner',
] as const;
export type WithholdReason = (typeof withholdReasons)[number];

/** One letter to one person. `address` is that person's own, and nobody else's stands in the letter. */
export type Letter = Pick<Contact, 'name' | 'language' | 'plainLanguage' | 'address'> & {
  readonly contactId: string;
  /** Copies, prints and exports that stay or go elsewhere leave the address out. */
  readonly addressSecret: boolean;
};

export type Recipients = {
  readonly letters: readonly Letter[];
  readonly withheld: readonly { readonly contactId: string; readonly reason: WithholdReason }[];
  /** 18 or more: the letter goes to the learner. */
  readonly toLearner: boolean;
};

type ContactFacts = Pick<LearnerProfile, 'birthDate' | 'residence' | 'contacts'>;

/** Who gets a letter about the learner on that day, and who does not and why. */
export function letterRecipients(facts: ContactFacts, on: CalendarDay): Recipients {
  const letters: Letter[] = [];
  const withheld: Recipients['withheld'][number][] = [];
  for (const contact of facts.contacts) {
    const reason = reasonToWithhold(contact, facts, on);
    if (reason === null) letters.push(letterTo(contact));
    else withheld.push({ contactId: contact.id, reason });
  }
  return { letters, withheld, toLearner: isAdultOn(facts.birthDate, on) === true };
}

function reasonToWithhold(contact: Contact, facts: ContactFacts, on: CalendarDay): WithholdReason | null {
  const { relation, custody } = contact;
  if (contact.noContact) return 'noContact';
  if (isAdultOn(facts.birthDate, on) === true) return 'adultLearner';
  const isCarer = carers.includes(relation);
  if (!isCarer && !parents.includes(relation)) return 'noRightToDecide';
  if (facts.residence.outOfFamilyCare !== null) return isCarer ? null : 'outOfFamilyCare';
  if (custody === 'no') return 'noCustody';
  return custody === 'unknown' ? 'custodyUnknown' : null;
}

function letterTo({ id, name, language, plainLanguage, address, addressSecret }: Contact): Letter {
  return { contactId: id, name, language, plainLanguage, address, addressSecret };
}

/**
 * Where contacts are shown: on screen to those who work on the case; in a print or an export, which others may see;
 * in an extract for one of the contacts.
 */
export type ContactPlace =
  | { readonly place: 'screen' }
  | { readonly place: 'print' }
  | { readonly place: 'extract'; readonly forContactId: string };

/**
 * The contacts as they may stand there. A secret address stands on screen only, and in its owner's extract; an
 * extract for one contact holds nothing by which another one could be reached or found.
 */
export function contactsShown(contacts: readonly Contact[], where: ContactPlace): readonly Contact[] {
  switch (where.place) {
    case 'screen':
      return contacts;
    case 'print':
      return contacts.map((contact) => (contact.addressSecret ? withoutPlace(contact) : contact));
    case 'extract':
      return contacts.filter(({ id, noContact }) => id === where.forContactId && !noContact);
  }
}

/** Municipality and telephone lead to an address too. */
function withoutPlace(contact: Contact): Contact {
  return {
    ...contact,
    address: null,
    phone: null,
    mail: null,
    declared: { declared: 'unknown' },
    actual: null,
  };
}
