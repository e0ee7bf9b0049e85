/** Two schools with people, and dossiers with facts, duties and steps, for tests of the store. */
import { randomUUID } from 'node:crypto';
import type { AccessParty, AccessRow } from '../../domain/access/access-rows.ts';
import { type Relation, viewOf } from '../../domain/access/relation.ts';
import { DEFAULT_WORKING_HOURS } from '../../domain/calendar/index.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import type { Role } from '../../domain/procedure/party.ts';
import { type CalendarDay, type Instant, instant } from '../../domain/time.ts';
import type { Database } from '../connect.ts';
import { newKey } from '../encryption/aes-gcm.ts';
import { keyProvider } from '../encryption/key-provider.ts';
import { sealWords } from '../encryption/words.ts';
import { insertDirectory } from '../repositories/directory.ts';
import { type DossierRecord, insertDossier, lockDossier } from '../repositories/dossiers.ts';
import { appendEvents } from '../repositories/events.ts';
import type { StepRow } from '../repositories/steps.ts';
import { asActor, type Transaction } from '../transaction.ts';
import { replaceAccess } from './derived.ts';

export const at = (text: string): Instant => instant(text);
export const T0 = at('2026-11-02T08:00:00.000Z');

export const keys = keyProvider([{ id: 'first', key: newKey() }]);

export type People = {
  readonly municipalityId: string;
  readonly school: string;
  readonly otherSchool: string;
  readonly teacher: string;
  readonly principal: string;
  /** Principal of the other school. */
  readonly stranger: string;
};

/** A fresh municipality: tests of one store do not meet. */
export async function insertPeople(owner: Database): Promise<People> {
  const people: People = {
    municipalityId: randomUUID(),
    school: randomUUID(),
    otherSchool: randomUUID(),
    teacher: randomUUID(),
    principal: randomUUID(),
    stranger: randomUUID(),
  };
  const { municipalityId } = people;
  const createdAt = at('2026-08-01T00:00:00.000Z');
  const person = (id: string, displayName: string) => ({
    id,
    displayName,
    mail: `${id}@example.lv`,
    language: 'lv' as const,
    createdAt,
  });
  const holder = (institutionId: string, personId: string, role: Role) => ({
    id: randomUUID(),
    institutionId,
    personId,
    role,
    fromAt: createdAt,
  });
  await owner.orm.transaction((tx) =>
    insertDirectory(tx, {
      municipalities: [
        { id: municipalityId, name: 'Upmalas novads', workingHours: DEFAULT_WORKING_HOURS, createdAt },
      ],
      institutions: [
        { id: people.school, municipalityId, kind: 'school', name: 'Upmalas vidusskola', createdAt },
        { id: people.otherSchool, municipalityId, kind: 'school', name: 'Kalnu pamatskola', createdAt },
      ],
      persons: [
        person(people.teacher, 'Ilze Ozola'),
        person(people.principal, 'Jānis Liepiņš'),
        person(people.stranger, 'Māra Krūmiņa'),
      ],
      roleHolders: [
        holder(people.school, people.teacher, 'classTeacher'),
        holder(people.school, people.principal, 'principal'),
        holder(people.otherSchool, people.stranger, 'principal'),
      ],
    }),
  );
  return people;
}

/** A row of that relation, from the beginning. */
export function accessRow(party: AccessParty, relation: Relation, from: Instant = T0): AccessRow {
  return { party, relation, view: viewOf(relation), from, until: null };
}

export const full = (id: string): AccessRow => accessRow({ kind: 'person', id }, 'manager');

let caseNumber = 0;

/** A new dossier as the teacher opens it: seen by the teacher and the school's principal. */
export async function openDossier(
  tx: Transaction,
  people: People,
  access: readonly AccessRow[] = [
    full(people.teacher),
    accessRow({ kind: 'institution', id: people.school, role: 'leadership' }, 'managersHead'),
  ],
): Promise<DossierRecord> {
  caseNumber += 1;
  const dossier = await insertDossier(tx, {
    id: randomUUID(),
    caseNumber: `2026-${String(caseNumber).padStart(4, '0')}`,
    kind: 'case',
    municipalityId: people.municipalityId,
    homeInstitutionId: people.school,
    procedureId: 'national-2025',
    procedureVersion: '1',
    createdAt: T0,
  });
  await replaceAccess(tx, dossier.id, access);
  return dossier;
}

/** A fact that every dossier may hold, with numbers, flags and lists in it. */
export function factOf(
  people: People,
  seq: number,
  extra: Partial<Pick<DossierEvent, 'acute' | 'settles' | 'by' | 'id'>> = {},
): DossierEvent {
  return {
    id: randomUUID(),
    seq,
    type: 'duty.escalated',
    occurredAt: at('2026-11-02T09:00:00.007Z'),
    recordedAt: at('2026-11-02T09:30:00.000Z'),
    by: people.teacher,
    institution: people.school,
    data: { dutyKey: `reply:${seq}`, step: seq },
    ...extra,
  };
}

/** A dossier with `count` facts, each with words. Committed. */
export async function dossierWithFacts(api: Database, people: People, count: number): Promise<string> {
  return await asActor(api, { personId: people.teacher, now: T0 }, async (tx) => {
    const dossier = await openDossier(tx, people);
    await appendWithWords(tx, dossier, people, count);
    return dossier.id;
  });
}

export async function appendWithWords(
  tx: Transaction,
  dossier: DossierRecord,
  people: People,
  count: number,
): Promise<number> {
  const facts = Array.from({ length: count }, (_, index) => factOf(people, dossier.version + 1 + index));
  const words = facts.map((event) => ({ event, text: `Stāsts par Anniņu, ${event.seq}. daļa` }));
  return await appendEvents(tx, dossier, facts, await sealWords(tx, keys, dossier.id, words, T0));
}

/** The dossier, locked; throws where the actor does not see it. */
export async function locked(tx: Transaction, dossierId: string): Promise<DossierRecord> {
  const found = await lockDossier(tx, dossierId);
  if (found === null) throw new Error('not found');
  return found;
}

/** A duty of the teacher towards the school's principal. */
export function dutyOf(people: People, key: string, change: Partial<Duty> = {}): Duty {
  const day = '2026-11-16' as CalendarDay;
  return {
    key,
    kind: 'reply',
    title: { lv: 'Atbilde', en: 'Reply' },
    owedBy: { party: 'person', role: 'classTeacher', institutionId: people.school, personId: people.teacher },
    owedTo: [{ party: 'person', role: 'principal', institutionId: people.school, personId: null }],
    follower: null,
    force: { act: 'must', term: 'must' },
    danger: false,
    sameDay: false,
    immediate: false,
    startedBy: [randomUUID()],
    startedAt: T0,
    startedDay: '2026-11-02' as CalendarDay,
    recordedBy: people.teacher,
    knownAt: T0,
    opensOn: '2026-11-02' as CalendarDay,
    due: { at: at('2026-11-16T22:00:00.000Z'), day },
    explanation: {
      from: '2026-11-02' as CalendarDay,
      basis: { kind: 'sameDay', due: day },
      postponements: [],
      ground: null,
    },
    postponements: [],
    generation: 0,
    parts: [],
    settled: null,
    takenOver: false,
    answerUnknown: false,
    held: false,
    ballIntervals: [],
    sources: ['K 4.3'],
    ...change,
  };
}

export function stepOf(people: People, change: Partial<StepRow> = {}): StepRow {
  return {
    dutyKey: 'reply:1',
    generation: 0,
    name: 'remindToday',
    n: 0,
    at: at('2026-11-15T22:00:00.000Z'),
    urgency: 'own',
    tell: [
      {
        as: 'owes',
        to: { party: 'person', role: 'classTeacher', institutionId: people.school, personId: people.teacher },
      },
    ],
    ...change,
  };
}
