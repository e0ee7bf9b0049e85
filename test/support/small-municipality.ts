/** A municipality just large enough for a handover: a school and a social service with their people. */
import { randomUUID } from 'node:crypto';
import { openInstitutionYear } from '../../application/open-institution-year.ts';
import { openDatabase } from '../../db/connect.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { calendarDay, type Instant, instant } from '../../domain/time.ts';

const longAgo = instant('2020-01-01T00:00:00.000Z');

export type Person = { readonly personId: string; readonly institutionId: string; readonly mail: string };

export type SmallMunicipality = {
  readonly id: string;
  readonly school: string;
  readonly socialService: string;
  readonly teacher: Person;
  readonly principal: Person;
  readonly socialHead: Person;
  readonly socialWorker: Person;
};

/** Writes it as the owner, with an open school year for each institution (so that there are digests). */
export async function makeSmallMunicipality(ownerUrl: string, now: Instant): Promise<SmallMunicipality> {
  const id = randomUUID();
  const school = randomUUID();
  const socialService = randomUUID();
  const person = (name: string, institutionId: string): Person => ({
    personId: randomUUID(),
    institutionId,
    mail: `${name}@terminsargs.example`,
  });
  const teacher = person('audzinataja', school);
  const principal = person('direktors', school);
  const socialHead = person('vaditaja', socialService);
  const socialWorker = person('darbiniece', socialService);
  const roles: readonly (readonly [Person, Role])[] = [
    [teacher, 'classTeacher'],
    [principal, 'principal'],
    [socialHead, 'head'],
    [socialWorker, 'secretary'],
  ];
  const database = openDatabase(ownerUrl, 2);
  try {
    await asClock(database, async (tx) => {
      await insertDirectory(tx, {
        municipalities: [
          { id, name: 'Ozolkalna novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: longAgo },
        ],
        institutions: [
          {
            id: school,
            municipalityId: id,
            kind: 'school',
            name: 'Ozolkalna pamatskola',
            createdAt: longAgo,
          },
          {
            id: socialService,
            municipalityId: id,
            kind: 'socialService',
            name: 'Ozolkalna novada Sociālais dienests',
            createdAt: longAgo,
          },
        ],
        persons: roles.map(([{ personId, mail }]) => ({
          id: personId,
          displayName: mail.split('@')[0] ?? '',
          mail,
          language: 'lv' as const,
          createdAt: longAgo,
        })),
        roleHolders: roles.map(([{ personId, institutionId }, role]) => ({
          id: randomUUID(),
          personId,
          institutionId,
          role,
          fromAt: longAgo,
        })),
      });
      for (const institutionId of [school, socialService]) {
        await openInstitutionYear(
          tx,
          {
            institutionId,
            municipalityId: id,
            procedureId: 'national-2025',
            schoolYear: '2026/2027',
            startsOn: calendarDay('2026-09-01'),
            endsOn: calendarDay('2027-05-31'),
          },
          now,
        );
      }
    });
  } finally {
    await database.close();
  }
  return { id, school, socialService, teacher, principal, socialHead, socialWorker };
}
