/** Institutions that a referral may go to (rules of conduct 17: receivers come from the directory). */
import { z } from 'zod';
import { schoolTypes } from '../domain/procedure/party.ts';
import { pagingQuery } from './paging.ts';
import { institutionKind, role } from './parties.ts';
import { answerList, bilingual, id, line } from './values.ts';

export const schoolType = z.enum(schoolTypes).meta({ id: 'SchoolType' });

export const directoryQuery = pagingQuery.extend({
  kind: institutionKind.exactOptional(),
  municipalityId: id.exactOptional(),
  dossierId: id
    .exactOptional()
    .describe(
      'The social service and the education board of its learner’s responsible municipality come first.',
    ),
  search: line
    .exactOptional()
    .describe('Words of name, address or municipality; their order, case and diacritics do not matter.'),
});

const contact = z
  .strictObject({
    role,
    name: z.string(),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
  })
  .meta({ id: 'DirectoryContact' });

const directoryInstitution = z
  .strictObject({
    id,
    kind: institutionKind,
    schoolType: schoolType.nullable(),
    name: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    mail: z.string().nullable(),
    municipality: z
      .strictObject({ id, name: z.string() })
      .describe('To be repeated wherever a receiver is confirmed.'),
    ownMunicipality: z.boolean(),
    suggested: bilingual
      .nullable()
      .describe('Why this one comes first, for who may read the dossier; else null.'),
    contacts: answerList(contact).describe(
      'Heads, on-call persons and named contacts; none of other municipalities.',
    ),
  })
  .meta({ id: 'DirectoryInstitution' });

export const directoryAnswer = z
  .strictObject({
    institutions: answerList(directoryInstitution),
    next: z.string().nullable(),
    training: z
      .boolean()
      .describe('The municipality is for training: nothing in it is real, “MĀCĪBAS” stands on every page.'),
  })
  .meta({ id: 'Directory' });
export type DirectoryAnswer = z.infer<typeof directoryAnswer>;
