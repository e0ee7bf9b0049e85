/** Somebody in every role at every place that stands in a relation to the case, and by name in every relation. */
import { randomUUID } from 'node:crypto';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { asClock } from '../../db/transaction.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import { type InstitutionKind, type Role, roles } from '../../domain/procedure/party.ts';
import { instant } from '../../domain/time.ts';
import type { RealApi } from '../support/real-api.ts';

const longAgo = instant('2020-01-01T00:00:00.000Z');

/** Places by what they are to the case. `foreign` ones are in another municipality. */
export const kinds = {
  school: 'school',
  leading: 'socialService',
  accepted: 'statePolice',
  asked: 'orphansCourt',
  declined: 'municipalPolice',
  group: 'cooperationGroup',
  invited: 'childProtectionCentre',
  board: 'educationBoard',
  council: 'municipality',
  neutral: 'probationService',
  foreignSchool: 'school',
  foreignCouncil: 'municipality',
  foreignAccepted: 'socialService',
  foreignAsked: 'orphansCourt',
  foreignWithdrawn: 'municipalPolice',
} as const satisfies Readonly<Record<string, InstitutionKind>>;
export type Place = keyof typeof kinds;
export const places = Object.keys(kinds) as readonly Place[];

/** What somebody is to the case by name, whatever they are elsewhere. `opener` and `lead` there is one of. */
export const names = [
  'lead',
  'coManager',
  'formerManager',
  'classTeacher',
  'opener',
  'recorder',
  'inEmergency',
  'afterEmergency',
  'excluded',
] as const;
export type Name = (typeof names)[number];

export type Somebody = {
  readonly personId: string;
  readonly place: Place;
  readonly role: Role;
  readonly name: Name | null;
};

export type People = {
  readonly municipalityId: string;
  readonly institutions: Readonly<Record<Place, string>>;
  readonly all: readonly Somebody[];
  named(name: Name): readonly Somebody[];
  /** Who holds the role there and is nobody by name. */
  at(place: Place, role: Role): Somebody;
};

/**
 * One of each way in which roles count: in another municipality, and at an institution without a relation. A relation by
 * name rests on a row for the person (`p:…`), which no role is read for, so that more roles would show the same again.
 */
const elsewhere: readonly Role[] = [
  'principal',
  'classTeacher',
  'teacher',
  'socialWorker',
  'head',
  'secretary',
  'dataProtectionOfficer',
  'administrator',
  'service',
];

/** Where those stand who relate by name, and in which roles. */
const namedAt: Readonly<Record<Name, readonly [Place, readonly Role[]]>> = {
  lead: ['leading', ['socialWorker']],
  coManager: ['neutral', elsewhere],
  formerManager: ['neutral', elsewhere],
  classTeacher: ['school', ['classTeacher']],
  opener: ['neutral', ['socialWorker']],
  recorder: ['neutral', elsewhere],
  inEmergency: ['neutral', elsewhere],
  afterEmergency: ['neutral', elsewhere],
  // Where everybody would see something.
  excluded: ['school', roles],
};

export async function insertEverybody(api: RealApi): Promise<People> {
  const [municipalityId, foreignId] = [randomUUID(), randomUUID()];
  const institutions = Object.fromEntries(places.map((place) => [place, randomUUID()])) as Record<
    Place,
    string
  >;
  const all = [
    ...places.flatMap((place) =>
      (place.startsWith('foreign') ? elsewhere : roles).map((role) => somebody(place, role, null)),
    ),
    ...names.flatMap((name) => {
      const [place, held] = namedAt[name];
      return held.map((role) => somebody(place, role, name));
    }),
  ];
  await asClock(api.store.owner, (tx) =>
    insertDirectory(tx, {
      municipalities: [municipalityId, foreignId].map((id, nth) => ({
        id,
        name: nth === 0 ? 'Ozolkalna novads' : 'Svešais novads',
        workingHours: DEFAULT_WORKING_HOURS,
        createdAt: longAgo,
      })),
      institutions: places.map((place) => ({
        id: institutions[place],
        municipalityId: place.startsWith('foreign') ? foreignId : municipalityId,
        kind: kinds[place],
        name: place,
        createdAt: longAgo,
      })),
      persons: all.map(({ personId }) => ({
        id: personId,
        displayName: personId,
        mail: `${personId}@terminsargs.example`,
        language: 'lv' as const,
        createdAt: longAgo,
      })),
      roleHolders: all.map(({ personId, place, role }) => ({
        id: randomUUID(),
        personId,
        institutionId: institutions[place],
        role,
        fromAt: longAgo,
      })),
    }),
  );
  return {
    municipalityId,
    institutions,
    all,
    named: (name) => all.filter((one) => one.name === name),
    at(place, role) {
      const found = all.find((one) => one.place === place && one.role === role && one.name === null);
      if (found === undefined) throw new Error(`no ${role} at ${place}`);
      return found;
    },
  };
}

function somebody(place: Place, role: Role, name: Name | null): Somebody {
  return { personId: randomUUID(), place, role, name };
}
