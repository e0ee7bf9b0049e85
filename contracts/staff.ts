/** People, roles, leave and institutions, as administrators keep them. */
import { z } from 'zod';
import { compositions } from '../domain/procedure/party.ts';
import { schoolType } from './directory.ts';
import { institutionKind, role } from './parties.ts';
import { answerList, bilingual, count, day, dutyRef, flag, id, instant, line } from './values.ts';

const mailForm = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const mail = z
  .string({ error: 'notText' })
  .max(254, { error: 'tooLong' })
  .regex(mailForm, { error: 'invalid' })
  .meta({ id: 'MailAddress' });
const phone = z
  .string({ error: 'notText' })
  .regex(/^\+?[0-9][0-9 ]{2,19}$/, { error: 'invalid' })
  .meta({ id: 'Phone', description: 'Digits and spaces, with a plus before the country’s number.' });
const composition = z.enum(compositions).meta({ id: 'GroupComposition' });
const clockTime = z.strictObject({ hour: z.int().min(0).max(23), minute: z.int().min(0).max(59) });
export const workingHours = z
  .strictObject({ from: clockTime, until: clockTime })
  .refine(({ from, until }) => from.hour * 60 + from.minute < until.hour * 60 + until.minute, {
    error: 'outOfRange',
  })
  .meta({ id: 'WorkingHours', description: 'Of every working day, in Europe/Riga.' });

/** Case managers come from the facts, and another system's role from its token. */
const givenRole = role.exclude(['caseManager', 'previousCaseManager', 'service']).meta({ id: 'GivenRole' });

const from = day.exactOptional().describe('The first day; from now where left out.');
const until = day.exactOptional().describe('The last day; without end where left out.');

const institutionDetails = {
  name: line,
  schoolType: schoolType.exactOptional(),
  address: line.exactOptional(),
  phone: phone.exactOptional(),
  mail: mail.exactOptional(),
  movedDaysOn: flag.exactOptional().describe('Moved working days; as the municipality chose where left out.'),
  workingHours: workingHours.exactOptional(),
};
export const institutionToAdd = z
  .strictObject({ kind: institutionKind, ...institutionDetails })
  .meta({ id: 'InstitutionToAdd' });
export const institutionToChange = z
  .strictObject({ ...institutionDetails, active: flag })
  .meta({ id: 'InstitutionToChange', description: 'The whole of it: what is left out becomes empty.' });

const personDetails = {
  displayName: line,
  language: z.enum(['lv', 'en']),
  mail: mail.exactOptional(),
  phone: phone.exactOptional(),
};
export const roleToGive = z
  .strictObject({
    institutionId: id,
    role: givenRole,
    from,
    until,
    memberOf: id.exactOptional().describe('In a cooperation group: the institution the member comes from.'),
    composition: composition.exactOptional(),
  })
  .meta({ id: 'RoleToGive' });
export const personToAdd = z.strictObject({ ...personDetails, role: roleToGive }).meta({ id: 'PersonToAdd' });
export const personToChange = z.strictObject(personDetails).meta({ id: 'PersonToChange' });
export const endOn = z
  .strictObject({ until: day.exactOptional().describe('The last day; now where left out.') })
  .meta({ id: 'EndOn' });
export const personToSwitchOff = z
  .strictObject({ openDuties: count.describe('How many open duties were listed for the person.') })
  .meta({ id: 'PersonToSwitchOff' });
export const nothingMore = z.strictObject({}).meta({ id: 'NothingMore' });

const leave = { institutionId: id, personId: id, from, until };
export const absenceToAdd = z.strictObject(leave).meta({ id: 'AbsenceToAdd' });
export const substituteToAdd = z.strictObject({ ...leave, substituteId: id }).meta({ id: 'SubstituteToAdd' });

export const kept = z.strictObject({ id, repeated: z.boolean() }).meta({ id: 'Kept' });

export const changed = z
  .strictObject({ id, version: count, repeated: z.boolean() })
  .meta({ id: 'Changed', description: '`version` is the one from now on.' });

const version = count.describe('To be sent back in quotes as If-Match when changing.');

export const keptInstitutions = z
  .strictObject({
    institutions: answerList(
      z.strictObject({
        id,
        version,
        kind: institutionKind,
        name: z.string(),
        schoolType: schoolType.nullable(),
        address: z.string().nullable(),
        phone: z.string().nullable(),
        mail: z.string().nullable(),
        active: z.boolean(),
        movedDaysOn: z.boolean().nullable().describe('Null: as the municipality chose.'),
        workingHours: workingHours.nullable(),
      }),
    ),
  })
  .meta({ id: 'KeptInstitutions' });

export const staffPerson = z
  .strictObject({
    id,
    displayName: z.string(),
    mail: z.string().nullable(),
    phone: z.string().nullable(),
    language: z.enum(['lv', 'en']),
    active: z.boolean(),
    version,
    roles: answerList(
      z.strictObject({
        id,
        institutionId: id,
        role,
        from: instant,
        until: instant.nullable(),
        inPlaceOf: id.nullable().describe('The absent person in whose place the role is held.'),
        memberOf: id.nullable(),
        composition: composition.nullable(),
      }),
    ),
  })
  .meta({ id: 'StaffPerson' });

const leaveLine = { id, personId: id, from: instant, until: instant.nullable() };
export const leaveAnswer = z
  .strictObject({
    absences: answerList(z.strictObject(leaveLine)),
    substitutes: answerList(z.strictObject({ ...leaveLine, substituteId: id })),
  })
  .meta({ id: 'Leave' });

export const owedAnswer = z
  .strictObject({
    duties: answerList(
      z.strictObject({
        dossierId: id,
        caseNumber: z.string(),
        dutyKey: dutyRef,
        kind: z.string(),
        title: bilingual,
        dueDay: day.nullable(),
        danger: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OwedByPerson' });

/** Who works in an institution, for a choice among colleagues. */
export const colleagueList = z
  .strictObject({
    colleagues: answerList(
      z.strictObject({
        id,
        displayName: z.string(),
        roles: answerList(bilingual),
        phone: z
          .string()
          .nullable()
          .describe('Work phone of heads, on-call persons and support staff; null of everybody else.'),
      }),
    ).describe('By name; those who hold a role now.'),
  })
  .meta({ id: 'ColleagueList' });
export type ColleagueList = z.infer<typeof colleagueList>;
