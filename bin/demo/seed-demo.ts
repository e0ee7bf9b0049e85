/** Writes the demo municipality and its cases, as the owner of a training database. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { loadContext } from '../../application/dossier-context.ts';
import { openInstitutionYear } from '../../application/open-institution-year.ts';
import { refreshDossier } from '../../application/refresh-dossier.ts';
import type { KeyProvider } from '../../db/encryption/key-provider.ts';
import { sealWords } from '../../db/encryption/words.ts';
import { insertClass, setTeacher } from '../../db/repositories/classes.ts';
import { insertDirectory } from '../../db/repositories/directory.ts';
import { insertDossier, nextCaseNumber } from '../../db/repositories/dossiers.ts';
import { appendEvents } from '../../db/repositories/events.ts';
import { enrol, insertLearner, linkLearner } from '../../db/repositories/learners.ts';
import { releaseDigest } from '../../db/repositories/notices.ts';
import type { Transaction } from '../../db/transaction.ts';
import { makeCalendar } from '../../domain/calendar/index.ts';
import { unknownResidence } from '../../domain/learner/learner.ts';
import { standIns } from '../../domain/staff/substitution.ts';
import {
  addDays,
  type CalendarDay,
  calendarDay,
  dayOf,
  type Instant,
  instant,
  startOfDay,
} from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import { classes } from './case-data.ts';
import { demoCases } from './cases.ts';
import { demoId } from './demo-id.ts';
import { demoLeave } from './leave.ts';
import { demoInstitutions, demoMunicipality } from './municipality.ts';
import { neighbours } from './neighbours.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import { demoPhone } from './phones.ts';
import { periodCodes } from './relative-time.ts';
import { type ResolvedCase, resolveCase } from './resolve-case.ts';
import { demoSchoolYears } from './school-time.ts';

const longAgo = instant('2020-01-01T00:00:00.000Z');

/** All of it, in the caller's transaction; days are counted from `now`. */
export async function seedDemo(tx: Transaction, keys: KeyProvider, now: Instant): Promise<void> {
  await insertPeople(tx, now);
  await insertNeighbours(tx);
  const calendar = makeCalendar({ movedDaysOn: demoMunicipality.movedDaysOn });
  const cases = demoCases
    .map((one) => resolveCase(one, now, calendar))
    .filter(({ facts }) => facts.length > 0)
    .sort((a, b) => (openedAt(a) < openedAt(b) ? -1 : 1));
  const classIds = await insertClasses(tx, now);
  for (const one of cases) await insertCase(tx, keys, one, now, classIds);
  await openOtherYears(tx, now);
  await countAsTold(tx, startOfDay(dayOf(now)));
  for (const { id } of demoMunicipality.institutions) await releaseDigest(tx, demoId(id), now);
}

async function insertPeople(tx: Transaction, now: Instant): Promise<void> {
  const municipalityId = demoId(demoMunicipality.id);
  const people: readonly DemoPerson[] = demoPeople;
  const { absences, substitutes, standIns: inPlace } = leaveRows(people, dayOf(now));
  await insertDirectory(tx, {
    municipalities: [
      {
        id: municipalityId,
        name: demoMunicipality.name,
        movedDaysOn: demoMunicipality.movedDaysOn,
        workingHours: demoMunicipality.workingHours,
        createdAt: longAgo,
      },
    ],
    institutions: demoMunicipality.institutions.map(({ id, kind, name, address, mail }) => ({
      id: demoId(id),
      municipalityId,
      kind,
      name,
      address,
      mail,
      phone: demoPhone(id),
      createdAt: longAgo,
    })),
    persons: people.map(({ id, name, mail, language }) => ({
      id: demoId(id),
      displayName: name,
      mail,
      phone: demoPhone(id),
      language,
      createdAt: longAgo,
    })),
    roleHolders: [
      ...people.flatMap(({ id, posts }) =>
        posts.flatMap(({ institution, roles }) =>
          roles.map((role) => ({
            id: randomUUID(),
            personId: demoId(id),
            institutionId: demoId(institution),
            role,
            fromAt: longAgo,
          })),
        ),
      ),
      ...inPlace,
    ],
    absences,
    substitutes,
    settings: [
      {
        municipalityId,
        version: 1,
        setting: {
          ...demoMunicipality.setting,
          // Before all that the demo tells of: nothing of it is taken over, and running cases can be.
          startDate: addDays(dayOf(now), -730),
          schoolYears: demoSchoolYears(now),
        },
        createdAt: longAgo,
        createdBy: demoId(people[0]?.id ?? ''),
      },
    ],
  });
}

/** Roles in the place of those who are away follow from leave and roles, as when somebody enters a leave. */
function leaveRows(people: readonly DemoPerson[], today: CalendarDay) {
  const leave = demoLeave(today);
  const holdings = people.flatMap(({ id, posts }) =>
    posts.flatMap(({ institution, roles }) =>
      roles.map((role) => ({
        institutionId: demoId(institution),
        personId: demoId(id),
        role,
        from: longAgo,
        until: null,
      })),
    ),
  );
  const row = <T extends { readonly from: Instant; readonly until: Instant | null }>({
    from,
    until,
    ...line
  }: T) => ({
    id: randomUUID(),
    ...line,
    fromAt: from,
    untilAt: until,
  });
  return {
    absences: leave.absences.map(row),
    substitutes: leave.substitutes.map(row),
    standIns: standIns(holdings, leave, longAgo).map(row),
  };
}

async function insertNeighbours(tx: Transaction): Promise<void> {
  for (const { id, name, training, institution, people } of neighbours) {
    const [municipalityId, institutionId] = [demoId(id), demoId(institution.id)];
    await insertDirectory(tx, {
      municipalities: [
        {
          id: municipalityId,
          name,
          training,
          workingHours: demoMunicipality.workingHours,
          createdAt: longAgo,
        },
      ],
      institutions: [{ ...institution, id: institutionId, municipalityId, createdAt: longAgo }],
      persons: people.map((person) => ({
        id: demoId(person.id),
        displayName: person.name,
        mail: person.mail,
        language: 'lv' as const,
        createdAt: longAgo,
      })),
      roleHolders: people.flatMap((person) =>
        person.roles.map((role) => ({
          id: randomUUID(),
          personId: demoId(person.id),
          institutionId,
          role,
          fromAt: longAgo,
        })),
      ),
    });
  }
}

function openedAt(one: ResolvedCase): Instant {
  return one.facts[0]?.event.recordedAt ?? longAgo;
}

async function insertCase(
  tx: Transaction,
  keys: KeyProvider,
  one: ResolvedCase,
  now: Instant,
  classIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { municipalityId, schoolYear, procedureId } = one;
  const createdAt = openedAt(one);
  const dossier = await insertDossier(tx, {
    id: one.dossierId,
    kind: one.kind,
    caseNumber:
      one.kind === 'institutionYear'
        ? null
        : await nextCaseNumber(tx, municipalityId, Number(dayOf(createdAt).slice(0, 4))),
    municipalityId,
    homeInstitutionId: one.homeInstitutionId,
    schoolYear,
    classTeacherId: one.classTeacherId,
    procedureId,
    procedureVersion: procedures[procedureId]?.version ?? '',
    createdAt,
  });
  if (one.learner !== null) {
    const profile = { ...one.learner, birthDate: null, residence: unknownResidence, contacts: [] };
    const schoolId = one.homeInstitutionId;
    const { id } = await insertLearner(tx, keys, { municipalityId, schoolId, profile }, createdAt);
    const classId = classIds.get(one.learner.className) ?? null;
    await enrol(tx, id, { institutionId: schoolId, classId, fromOn: dayOf(createdAt) });
    await linkLearner(tx, dossier.id, id);
  }
  const words = one.facts.flatMap(({ event, words: text }) => (text === null ? [] : [{ event, text }]));
  const events = one.facts.map(({ event }) => event);
  await appendEvents(tx, dossier, events, await sealWords(tx, keys, dossier.id, words, createdAt));
  await refreshDossier(tx, dossier, events, await loadContext(tx, dossier, events, now), now);
}

/** The present school year's classes with their teachers, since its beginning; their ids by name. */
async function insertClasses(tx: Transaction, now: Instant): Promise<ReadonlyMap<string, string>> {
  const schoolYear = periodCodes(now)['schoolYear'] ?? '';
  const ids = new Map<string, string>();
  for (const { home, classTeacher, className: name } of Object.values(classes)) {
    const made = await insertClass(tx, { institutionId: demoId(home), schoolYear, name }, longAgo);
    if (made === null) throw new Error(`the demo names the class ${name} twice`);
    await setTeacher(tx, made.id, demoId(classTeacher), calendarDay(`${schoolYear.slice(0, 4)}-09-01`));
    ids.set(name, made.id);
  }
  return ids;
}

/** Institutions whose school year the demo does not tell have one all the same: it holds their digest. */
async function openOtherYears(tx: Transaction, now: Instant): Promise<void> {
  const told = new Set(demoCases.filter(({ kind }) => kind === 'institutionYear').map(({ home }) => home));
  const { schoolYear = '' } = periodCodes(now);
  const [first, second] = schoolYear.split('/');
  for (const { id, mail } of demoInstitutions) {
    if (mail === null || told.has(id)) continue;
    await openInstitutionYear(
      tx,
      {
        institutionId: demoId(id),
        municipalityId: demoId(demoMunicipality.id),
        procedureId: 'national-2025',
        schoolYear,
        startsOn: calendarDay(`${first}-09-01`),
        endsOn: calendarDay(`${second}-05-31`),
      },
      now,
    );
  }
}

/** What fell due before today was told then: its notices are not sent again. */
async function countAsTold(tx: Transaction, today: Instant): Promise<void> {
  await tx.execute(sql`
    update notice set state = 'void' from step
    where step.dossier_id = notice.dossier_id and step.duty_key = notice.duty_key
      and step.generation = notice.generation and step.name = notice.name and step.n = notice.n
      and step.at < ${today}::timestamptz and notice.state = 'owed'`);
}
