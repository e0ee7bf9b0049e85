/** Institutions, roles and the sides of a duty. */
import { z } from 'zod';
import type { Party } from '../domain/duty/duty.ts';
import { institutionKinds, outsideParties, roles } from '../domain/procedure/party.ts';
import { exactly } from './exactly.ts';
import { id } from './values.ts';

export const institutionKind = z.enum(institutionKinds).meta({ id: 'InstitutionKind' });

export const role = z
  .enum(roles)
  .meta({ id: 'Role', description: 'A function of a person in an institution, or towards a case.' });

export const outsideParty = z.enum(outsideParties).meta({
  id: 'OutsideParty',
  description: 'A register or office that something is entered into or sent to.',
});

const familyMember = z.enum(['learner', 'parents', 'both']);

export const party = exactly<Party>()(
  z
    .discriminatedUnion('party', [
      z.strictObject({
        party: z.literal('person'),
        role,
        institutionId: id.nullable(),
        personId: id.nullable().describe('Null where any holder of the role may act.'),
      }),
      z.strictObject({
        party: z.literal('institution'),
        kind: institutionKind.nullable(),
        institutionId: id.nullable().describe('Null where the municipality has named none of the kind.'),
      }),
      z.strictObject({ party: z.literal('family'), who: familyMember }),
      z.strictObject({ party: z.literal('outside'), name: outsideParty }),
    ])
    .meta({ id: 'Party', description: 'A side of a duty. The product never writes to the family.' }),
);
