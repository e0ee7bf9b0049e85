/** Learners and the people around them on the wire. Names go in bodies only, never in addresses. */
import { z } from 'zod';
import type { Recipients } from '../domain/learner/contact-rules.ts';
import { withholdReasons } from '../domain/learner/contact-rules.ts';
import { contactLanguages, contactRelations, custodies } from '../domain/learner/learner.ts';
import { type Responsibility, residenceQuestions } from '../domain/learner/responsible-municipality.ts';
import { exactly } from './exactly.ts';
import { institutionKind } from './parties.ts';
import { answerList, count, day, flag, id, line, text } from './values.ts';

/** Most contacts of a learner, and siblings. */
const mostContacts = 30;
const mostSiblings = 30;

const municipality = line.describe('As its law names it: “Smiltenes novads”.');

const declared = z
  .discriminatedUnion('declared', [
    z.strictObject({ declared: z.literal('in'), municipality }),
    z.strictObject({ declared: z.literal('nowhere') }),
    z.strictObject({ declared: z.literal('unknown') }),
  ])
  .meta({ id: 'DeclaredResidence' });

const contactRelation = z.enum(contactRelations).meta({ id: 'ContactRelation' });
const contactLanguage = z.enum(contactLanguages).meta({ id: 'ContactLanguage' });

const contactFields = {
  relation: contactRelation,
  custody: z.enum(custodies),
  noContact: flag.describe('Must not be in contact; gets nothing.'),
  addressSecret: flag.describe('The address stands on the screen of the learner’s school only.'),
  livesApart: flag,
  language: contactLanguage,
  plainLanguage: flag,
  declared,
};

export const contactToSave = z
  .strictObject({
    id: id.exactOptional().describe('Of a contact that is there already; a new one has none.'),
    name: line,
    phone: line.exactOptional(),
    mail: line.exactOptional(),
    address: line.exactOptional(),
    actual: municipality.exactOptional().describe('Municipality where the person really lives.'),
    ...contactFields,
  })
  .meta({ id: 'ContactToSave', description: 'Whoever is sent less than before has less (R 18).' });
export type ContactToSave = z.infer<typeof contactToSave>;

const contactList = z.array(contactToSave, { error: 'notAList' }).max(mostContacts, { error: 'tooMany' });

const residenceToSave = z
  .strictObject({
    own: declared.exactOptional().describe('The learner’s own declaration.'),
    stays: municipality.exactOptional().describe('Where the learner stays.'),
    outOfFamilyCare: z
      .strictObject({ decidedBy: municipality.exactOptional() })
      .exactOptional()
      .describe('Care outside the family, and the municipality that decided on it.'),
    asked: z
      .strictObject({ municipality, ground: text })
      .exactOptional()
      .describe('What was found out where no rule decides, and why.'),
  })
  .meta({ id: 'ResidenceToSave' });

const basicFields = {
  firstName: line,
  lastName: line,
  birthDate: day.exactOptional(),
  residence: residenceToSave.exactOptional(),
};

export const learnerSearchQuery = z
  .strictObject({ name: line.min(2, { error: 'emptyText' }), birthDate: day.exactOptional() })
  .meta({
    id: 'LearnerSearchQuery',
    description:
      'Any parts of the name, in any order, with or without diacritics; a class (`7.a`) alone or with them. Two parts of the name and the birth date ask elsewhere too.',
  });

export const learnerToRegister = z
  .strictObject({
    ...basicFields,
    classId: id.exactOptional(),
    contacts: contactList.exactOptional(),
    notDuplicate: flag.exactOptional().describe('The search was looked at, and this is somebody else.'),
  })
  .meta({ id: 'LearnerToRegister' });

export const learnerBasics = z.strictObject(basicFields).meta({ id: 'LearnerBasics' });
export type LearnerBasics = z.infer<typeof learnerBasics>;

export const contactsToSave = z.strictObject({ contacts: contactList }).meta({ id: 'ContactsToSave' });

export const siblingsToSave = z
  .strictObject({
    siblingIds: z.array(id, { error: 'notAList' }).max(mostSiblings, { error: 'tooMany' }),
  })
  .meta({ id: 'SiblingsToSave', description: 'The siblings whom the caller sees become these.' });

export const enrolment = z.strictObject({ classId: id, on: day }).meta({ id: 'Enrolment' });
export const departure = z.strictObject({ on: day }).meta({ id: 'Departure' });

export const learnerWritten = z
  .strictObject({ learnerId: id, version: count, repeated: z.boolean() })
  .meta({ id: 'LearnerWritten' });
export type LearnerWritten = z.infer<typeof learnerWritten>;

export const learnerHit = z
  .strictObject({
    id,
    firstName: z.string(),
    lastName: z.string(),
    birthDate: day.nullable(),
    className: z.string(),
    schoolId: id.nullable(),
  })
  .meta({ id: 'LearnerHit' });

const talkElsewhere = {
  place: z.enum(['ownSchool', 'municipality']),
  talkTo: z.strictObject({ institutionId: id, kind: institutionKind, name: z.string() }).nullable(),
};

export const openWork = z
  .strictObject({
    dossiers: answerList(
      z.strictObject({ id, caseNumber: z.string(), kind: z.enum(['concern', 'case']) }),
    ).describe('Open ones about the learner that the caller sees, newest first.'),
    elsewhere: answerList(z.strictObject(talkElsewhere)).describe(
      'Others work with the learner where the caller does not see: whom to ask, and nothing of it.',
    ),
  })
  .meta({
    id: 'OpenWork',
    description:
      'Who works with a learner already: a hint before another dossier is opened, never a refusal.',
  });

export const learnerSearch = z
  .strictObject({
    here: answerList(learnerHit).describe('Learners whom the caller may see, best first.'),
    more: z.boolean().describe('There are more; type more letters.'),
    elsewhere: answerList(z.strictObject({ ...talkElsewhere, strength: z.enum(['likely', 'possible']) }))
      .nullable()
      .describe(
        'Somebody like this may be known where the caller does not see: whom to talk to, and nothing of the child. Null where too little was typed to ask.',
      ),
  })
  .meta({ id: 'LearnerSearch' });
export type LearnerSearch = z.infer<typeof learnerSearch>;

const contact = z
  .strictObject({
    id,
    name: z.string(),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    address: z.string().nullable(),
    actual: z.string().nullable(),
    ...contactFields,
  })
  .meta({ id: 'Contact' });

const responsibility = exactly<Responsibility>()(
  z
    .discriminatedUnion('known', [
      z.strictObject({
        known: z.literal(true),
        municipality: z.string(),
        ground: z.enum([
          'parentsDeclared',
          'parentLivedWith',
          'parentsActual',
          'outOfFamilyCare',
          'ownDeclared',
          'asked',
        ]),
      }),
      z.strictObject({
        known: z.literal(false),
        ask: z.enum(residenceQuestions),
        candidates: answerList(z.string()),
      }),
    ])
    .meta({ id: 'Responsibility', description: 'Which municipality is responsible, or what to ask.' }),
);

const recipients = exactly<Recipients>()(
  z
    .strictObject({
      letters: answerList(
        z.strictObject({
          contactId: z.string(),
          name: z.string(),
          language: contactLanguage,
          plainLanguage: z.boolean(),
          address: z.string().nullable(),
          addressSecret: z.boolean(),
        }),
      ),
      withheld: answerList(z.strictObject({ contactId: z.string(), reason: z.enum(withholdReasons) })),
      toLearner: z.boolean(),
    })
    .meta({
      id: 'Recipients',
      description: 'Who may be written to today: one letter each, with only that address.',
    }),
);

export const learnerDetail = z
  .strictObject({
    id,
    version: count,
    firstName: z.string(),
    lastName: z.string(),
    birthDate: day.nullable(),
    className: z.string(),
    schoolId: id.nullable(),
    classId: id.nullable(),
    residence: z.strictObject({
      own: declared,
      stays: z.string().nullable(),
      outOfFamilyCare: z.strictObject({ decidedBy: z.string().nullable() }).nullable(),
      asked: z.strictObject({ municipality: z.string(), ground: z.string() }).nullable(),
    }),
    contacts: answerList(contact),
    responsible: responsibility,
    recipients,
    enrolments: answerList(
      z.strictObject({
        institutionId: id,
        classId: id.nullable(),
        fromOn: day,
        untilOn: day.nullable().describe('The first day on which it no longer holds.'),
      }),
    ),
    siblings: answerList(learnerHit),
    dossierIds: answerList(id),
    openWork,
  })
  .meta({ id: 'LearnerDetail' });
export type LearnerDetail = z.infer<typeof learnerDetail>;
