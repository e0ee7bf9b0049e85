/**
 * A municipality just large enough for a handover: a school, a social service and a founder with their people, and a
 * police station where nobody uses the product.
 */
import { randomUUID } from 'node:crypto';
import { openInstitutionYear } from '../../application/open-institution-year.ts';
import { openDatabase } from '../../db/connect.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';
import { calendarDay, type Instant, instant } from '../../domain/time.ts';

const longAgo = instant('2020-01-01T00:00:00.000Z');

export type Person = { readonly personId: string; readonly institutionId: string; readonly mail: string };

export type SmallMunicipality = {
  readonly id: string;
  readonly school: string;
  readonly socialService: string;
  readonly founder: string;
  readonly police: string;
  readonly teacher: Person;
  /** Teaches another class: relates to none of the teacher's cases. */
  readonly otherTeacher: Person;
  readonly principal: Person;
  readonly onCall: Person;
  readonly schoolAdministrator: Person;
  readonly socialHead: Person;
  readonly socialWorker: Person;
  readonly founderHead: Person;
  /** By institution. */
  readonly yearIds: Readonly<Record<string, string>>;
};

/** Writes it as the owner, with an open school year for each institution that has people (so that there are digests). */
export async function makeSmallMunicipality(ownerUrl: string, now: Instant): Promise<SmallMunicipality> {
  const [id, school, socialService, founder, police] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const person = (name: string, institutionId: string): Person => ({
    personId: randomUUID(),
    institutionId,
    mail: `${name}@terminsargs.example`,
  });
  const people = {
    teacher: person('audzinataja', school),
    otherTeacher: person('cita-audzinataja', school),
    principal: person('direktors', school),
    onCall: person('dezurants', school),
    schoolAdministrator: person('administratore', school),
    socialHead: person('vaditaja', socialService),
    socialWorker: person('darbiniece', socialService),
    founderHead: person('dibinatajs', founder),
  };
  const roles: readonly (readonly [Person, Role])[] = [
    [people.teacher, 'classTeacher'],
    [people.otherTeacher, 'classTeacher'],
    [people.principal, 'principal'],
    [people.onCall, 'onCall'],
    [people.schoolAdministrator, 'administrator'],
    [people.socialHead, 'head'],
    [people.socialWorker, 'secretary'],
    [people.founderHead, 'head'],
  ];
  const institutions: readonly (readonly [string, InstitutionKind, string])[] = [
    [school, 'school', 'Ozolkalna pamatskola'],
    [socialService, 'socialService', 'Ozolkalna novada Sociālais dienests'],
    [founder, 'founder', 'Ozolkalna novada dome'],
    [police, 'statePolice', 'Ozolkalna iecirknis'],
  ];
  const yearIds: Record<string, string> = {};
  const database = openDatabase(ownerUrl, 2);
  try {
    await asClock(database, async (tx) => {
      await insertDirectory(tx, {
        municipalities: [
          { id, name: 'Ozolkalna novads', workingHours: DEFAULT_WORKING_HOURS, createdAt: longAgo },
        ],
        institutions: institutions.map(([institutionId, kind, name]) => ({
          id: institutionId,
          municipalityId: id,
          kind,
          name,
          createdAt: longAgo,
        })),
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
      for (const institutionId of [school, socialService, founder]) {
        yearIds[institutionId] = await openInstitutionYear(
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
  return { id, school, socialService, founder, police, ...people, yearIds };
}
