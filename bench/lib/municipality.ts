/** An invented municipality as large as one asks for. No school years: there are no digests to get in between. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/connect.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';

export type BenchPerson = {
  readonly personId: string;
  readonly institutionId: string;
  readonly role: Role;
};
export type BenchInstitution = {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly people: readonly BenchPerson[];
};
export type BenchMunicipality = {
  readonly id: string;
  readonly schools: readonly BenchInstitution[];
  readonly socialService: BenchInstitution;
  readonly educationBoard: BenchInstitution;
};

const longAgo = instant('2020-01-01T00:00:00.000Z');

export async function makeMunicipality(owner: Database, schools: number): Promise<BenchMunicipality> {
  const institution = (kind: InstitutionKind, roles: readonly Role[]): BenchInstitution => {
    const id = randomUUID();
    return { id, kind, people: roles.map((role) => ({ personId: randomUUID(), institutionId: id, role })) };
  };
  const teachers = Array.from({ length: 10 }, () => 'classTeacher' as const);
  const made: BenchMunicipality = {
    id: randomUUID(),
    schools: Array.from({ length: schools }, () =>
      institution('school', ['principal', 'socialPedagogue', 'supportStaff', ...teachers]),
    ),
    socialService: institution('socialService', ['head', 'secretary', 'socialWorker', 'socialWorker']),
    educationBoard: institution('educationBoard', ['head', 'specialist']),
  };
  const all = [...made.schools, made.socialService, made.educationBoard];
  const people = all.flatMap((one) => one.people);
  await asClock(owner, (tx) =>
    insertDirectory(tx, {
      municipalities: [
        { id: made.id, name: 'Ozolkalna novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: longAgo },
      ],
      institutions: all.map(({ id, kind }) => ({
        id,
        municipalityId: made.id,
        kind,
        name: kind,
        createdAt: longAgo,
      })),
      persons: people.map(({ personId, role }) => ({
        id: personId,
        displayName: role,
        mail: `${personId}@terminsargs.example`,
        language: 'lv' as const,
        createdAt: longAgo,
      })),
      roleHolders: people.map((one) => ({ id: randomUUID(), ...one, fromAt: longAgo })),
    }),
  );
  return made;
}

/** Whoever holds the role there first. */
export function holder(institution: BenchInstitution, role: Role, nth = 0): BenchPerson {
  const found = institution.people.filter((one) => one.role === role)[nth];
  if (found === undefined) throw new Error(`nobody is ${role} there`);
  return found;
}
