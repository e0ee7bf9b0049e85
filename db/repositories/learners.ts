/** Learners: made, locked, found, and where they are enrolled. Names are opened in `encryption/learner.ts`. */
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { LearnerProfile } from '../../domain/learner/learner.ts';
import { type SearchTerm, searchTermsOf } from '../../domain/learner/search-terms.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { KeyProvider } from '../encryption/key-provider.ts';
import { sealProfile } from '../encryption/learner.ts';
import { type SearchHasher, searchHasher } from '../encryption/search-hash.ts';
import { instantFromText } from '../schema/columns.ts';
import {
  dossier,
  dossierLearner,
  enrolment,
  learner,
  learnerLook,
  learnerSearch,
  learnerSibling,
} from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { ensureDataKey } from './keys.ts';
import { uuidArray } from './rows.ts';

export type LearnerRecord = typeof learner.$inferSelect;
export type EnrolmentRecord = typeof enrolment.$inferSelect;
export type Look = typeof learnerLook.$inferInsert;

/** From here on row-level security lets the transaction write this learner's rows. */
async function openForWrites(tx: Transaction, learnerId: string): Promise<void> {
  await tx.execute(sql`select app.open_learner(${learnerId}::uuid)`);
}

/** Of those opened before, the transaction writes no more: thousands of them would slow every policy down. */
export async function closeLearners(tx: Transaction): Promise<void> {
  await tx.execute(sql`select set_config('app.opened_learners', '', true)`);
}

/** A new learner with a profile, found from now on. `schoolId` null: no school is known. */
export async function insertLearner(
  tx: Transaction,
  keys: KeyProvider,
  input: {
    readonly municipalityId: string;
    readonly schoolId: string | null;
    readonly profile: LearnerProfile;
  },
  now: Instant,
): Promise<LearnerRecord> {
  const { municipalityId, schoolId, profile } = input;
  const id = randomUUID();
  await openForWrites(tx, id);
  const [made] = await tx
    .insert(learner)
    .values({ id, municipalityId, schoolId, createdAt: now })
    .returning();
  if (made === undefined) throw new Error('a learner was not inserted');
  await sealProfile(tx, keys, id, profile, now);
  await writeSearchTerms(tx, keys, made, profile, now);
  return made;
}

/** Locks a learner for this transaction. Null where there is none or the actor does not see it. */
export async function lockLearner(tx: Transaction, learnerId: string): Promise<LearnerRecord | null> {
  const [found] = await tx.select().from(learner).where(eq(learner.id, learnerId)).for('update');
  if (found === undefined) return null;
  await openForWrites(tx, learnerId);
  return found;
}

/** Reads a learner without locking; null as in `lockLearner`. */
export async function loadLearner(tx: Transaction, learnerId: string): Promise<LearnerRecord | null> {
  const [found] = await tx.select().from(learner).where(eq(learner.id, learnerId));
  return found ?? null;
}

/** Puts a locked learner's profile in the place of the one before. Returns the new version. */
export async function saveProfile(
  tx: Transaction,
  keys: KeyProvider,
  record: LearnerRecord,
  profile: LearnerProfile,
  now: Instant,
): Promise<number> {
  await sealProfile(tx, keys, record.id, profile, now);
  await tx.delete(learnerSearch).where(eq(learnerSearch.learnerId, record.id));
  await writeSearchTerms(tx, keys, record, profile, now);
  return await raiseVersion(tx, record.id);
}

/** Notes that something about a locked learner changed. Returns the new version. */
export async function raiseVersion(tx: Transaction, learnerId: string): Promise<number> {
  const [raised] = await tx
    .update(learner)
    .set({ version: sql`${learner.version} + 1` })
    .where(eq(learner.id, learnerId))
    .returning({ version: learner.version });
  if (raised === undefined) throw new Error('a locked learner was not there');
  return raised.version;
}

async function writeSearchTerms(
  tx: Transaction,
  keys: KeyProvider,
  { id, municipalityId }: LearnerRecord,
  profile: LearnerProfile,
  now: Instant,
): Promise<void> {
  const hash = await hasherOf(tx, keys, municipalityId, now);
  const rows = searchTermsOf(profile).map((term) => ({
    learnerId: id,
    municipalityId,
    kind: term.kind,
    hash: hash(term),
  }));
  if (rows.length > 0) await tx.insert(learnerSearch).values(rows);
}

async function hasherOf(
  tx: Transaction,
  keys: KeyProvider,
  municipalityId: string,
  now: Instant,
): Promise<SearchHasher> {
  const { key } = await ensureDataKey(tx, keys, { kind: 'municipality', id: municipalityId }, now);
  return searchHasher(key, municipalityId);
}

/** Ids of the learners of a school whom the actor sees. */
export async function learnerIdsAt(tx: Transaction, schoolId: string): Promise<readonly string[]> {
  const rows = await tx.select({ id: learner.id }).from(learner).where(eq(learner.schoolId, schoolId));
  return rows.map(({ id }) => id);
}

/** Ids of the learners whose dossiers the actor sees, wherever they go to school. */
export async function learnerIdsByDossier(tx: Transaction, limit: number): Promise<readonly string[]> {
  const rows = await tx
    .selectDistinct({ id: dossierLearner.learnerId })
    .from(dossierLearner)
    .orderBy(asc(dossierLearner.learnerId))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Ids of the present learners of a class whom the actor sees. */
export async function learnerIdsOfClass(tx: Transaction, classId: string): Promise<readonly string[]> {
  const rows = await tx.select({ id: learner.id }).from(learner).where(eq(learner.classId, classId));
  return rows.map(({ id }) => id);
}

export async function loadLearners(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LearnerRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(learner)
    .where(sql`${learner.id} = any (${uuidArray(ids)})`);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Elsewhere = {
  /** `ownSchool`: at the actor's school, out of the actor's sight. */
  readonly place: 'ownSchool' | 'municipality';
  readonly strength: 'likely' | 'possible';
};

/** What is asked elsewhere: the terms of each typed part of the name, and the day of birth. */
export type AskedElsewhere = {
  readonly municipalityId: string;
  readonly parts: readonly (readonly SearchTerm[])[];
  readonly birthDate: CalendarDay;
  /** Learners whom the actor has found already. */
  readonly seen: readonly string[];
};

/** Whether somebody like this is known where the actor does not see: neither who nor by which institution. */
export async function askElsewhere(
  tx: Transaction,
  keys: KeyProvider,
  { municipalityId, parts, birthDate, seen }: AskedElsewhere,
  now: Instant,
): Promise<readonly Elsewhere[]> {
  const hash = await hasherOf(tx, keys, municipalityId, now);
  const terms = parts.flatMap((part, index) => part.map((term) => ({ index, term })));
  const born = hash({ kind: 'born', text: birthDate });
  return await tx.execute<Elsewhere>(sql`
    select place, strength from app.learners_elsewhere(
      ${municipalityId}::uuid,
      ${`{${terms.map(({ index }) => index).join(',')}}`}::int[],
      ${`{${terms.map(({ term }) => term.kind).join(',')}}`}::text[],
      ${`{${terms.map(({ term }) => bytea(hash(term))).join(',')}}`}::bytea[],
      ${born}::bytea,
      ${uuidArray(seen)}) order by place, strength`);
}

/** As PostgreSQL reads bytes within the text of an array. */
function bytea(bytes: Buffer): string {
  return `"\\\\x${bytes.toString('hex')}"`;
}

/** Enrols a locked learner; ends the enrolment before. `classId` null: at the school, in no class yet. */
export async function enrol(
  tx: Transaction,
  learnerId: string,
  place: { readonly institutionId: string; readonly classId: string | null; readonly fromOn: CalendarDay },
): Promise<void> {
  await endEnrolment(tx, learnerId, place.fromOn);
  await tx.insert(enrolment).values({ id: randomUUID(), learnerId, ...place });
  await tx
    .update(learner)
    .set({ schoolId: place.institutionId, classId: place.classId })
    .where(eq(learner.id, learnerId));
}

/** Ends a locked learner's enrolment; the school stays the last one. Returns whether there was one. */
export async function leaveSchool(tx: Transaction, learnerId: string, on: CalendarDay): Promise<boolean> {
  const ended = await endEnrolment(tx, learnerId, on);
  if (ended) await tx.update(learner).set({ classId: null }).where(eq(learner.id, learnerId));
  return ended;
}

async function endEnrolment(tx: Transaction, learnerId: string, on: CalendarDay): Promise<boolean> {
  const ended = await tx
    .update(enrolment)
    .set({ untilOn: sql`greatest(${on}::date, ${enrolment.fromOn})` })
    .where(and(eq(enrolment.learnerId, learnerId), isNull(enrolment.untilOn)));
  return ended.count > 0;
}

/** Where a learner is and was enrolled, latest first. */
export async function enrolmentsOf(tx: Transaction, learnerId: string): Promise<readonly EnrolmentRecord[]> {
  return await tx
    .select()
    .from(enrolment)
    .where(eq(enrolment.learnerId, learnerId))
    .orderBy(sql`${enrolment.untilOn} desc nulls first`, desc(enrolment.fromOn), asc(enrolment.id));
}

/** Ids of a learner's siblings whom the actor sees. */
export async function siblingsOf(tx: Transaction, learnerId: string): Promise<readonly string[]> {
  const rows = await tx
    .select()
    .from(learnerSibling)
    .where(sql`${learnerId}::uuid in (${learnerSibling.learnerId}, ${learnerSibling.siblingId})`);
  return rows.map((row) => (row.learnerId === learnerId ? row.siblingId : row.learnerId)).sort();
}

/** Makes two locked learners siblings; nothing happens where they are already. */
export async function addSibling(tx: Transaction, one: string, other: string, now: Instant): Promise<void> {
  await tx
    .insert(learnerSibling)
    .values({ ...pairOf(one, other), createdAt: now })
    .onConflictDoNothing();
}

/** Takes the pair of two locked learners back. */
export async function removeSibling(tx: Transaction, one: string, other: string): Promise<void> {
  const { learnerId, siblingId } = pairOf(one, other);
  await tx
    .delete(learnerSibling)
    .where(and(eq(learnerSibling.learnerId, learnerId), eq(learnerSibling.siblingId, siblingId)));
}

function pairOf(one: string, other: string): { readonly learnerId: string; readonly siblingId: string } {
  return one < other ? { learnerId: one, siblingId: other } : { learnerId: other, siblingId: one };
}

/** Says that an opened dossier is about this learner. */
export async function linkLearner(tx: Transaction, dossierId: string, learnerId: string): Promise<void> {
  await tx.insert(dossierLearner).values({ dossierId, learnerId });
}

export type DossierAbout = Pick<typeof dossier.$inferSelect, 'id' | 'caseNumber' | 'kind' | 'status'>;

/** Dossiers about a learner that the actor sees, newest first. */
export async function dossiersAbout(tx: Transaction, learnerId: string): Promise<readonly DossierAbout[]> {
  return await tx
    .select({ id: dossier.id, caseNumber: dossier.caseNumber, kind: dossier.kind, status: dossier.status })
    .from(dossierLearner)
    .innerJoin(dossier, eq(dossier.id, dossierLearner.dossierId))
    .where(eq(dossierLearner.learnerId, learnerId))
    .orderBy(desc(dossier.createdAt), desc(dossier.id));
}

/**
 * Whether open dossiers of the actor's municipalities beyond `seen` are about a learner whom the actor sees: at the own
 * institution, elsewhere, or both. Never of one from which anybody is excluded (rules of conduct 3).
 */
export async function workElsewhere(
  tx: Transaction,
  learnerId: string,
  seen: readonly string[],
): Promise<readonly Elsewhere['place'][]> {
  const rows = await tx.execute<{ place: Elsewhere['place'] }>(sql`
    select work.place from ${learner}, lateral app.work_elsewhere(${learner.id}, ${uuidArray(seen)}) as work
    where ${learner.id} = ${learnerId}::uuid order by work.place desc`);
  return rows.map(({ place }) => place);
}

/** Adds to the log of looks, which nobody can change afterwards. */
export async function logLook(tx: Transaction, look: Omit<Look, 'id'>): Promise<void> {
  await tx.insert(learnerLook).values({ id: randomUUID(), ...look });
}

/** Does the actor oversee who looks at this learner's record? Also where the actor sees nothing of the learner. */
export async function overseesLearner(tx: Transaction, learnerId: string): Promise<boolean> {
  const [row] = await tx.execute<{ sees: string | null }>(
    sql`select app.oversees_learner(${learnerId}::uuid) as sees`,
  );
  return row !== undefined && row.sees !== null;
}

/** A look at a learner's record. */
export type LearnerLook = Pick<Look, 'at' | 'personId' | 'institutionId' | 'act'> & { readonly id: string };

/** Looks at a learner's record as far as the actor oversees them, latest first. */
export async function looksAtLearner(
  tx: Transaction,
  learnerId: string,
  limit: number,
  before: { readonly at: Instant; readonly id: string } | undefined,
): Promise<readonly LearnerLook[]> {
  const rows = await tx.execute<{
    id: string;
    moment: string;
    person_id: string;
    institution_id: string;
    act: LearnerLook['act'];
  }>(sql`select id, at::text as moment, person_id, institution_id, act
    from app.looks_at_learner(${learnerId}::uuid, ${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid,
      ${limit}::int) order by at desc, id desc`);
  return rows.map((row) => ({
    id: row.id,
    at: instantFromText(row.moment),
    personId: row.person_id,
    institutionId: row.institution_id,
    act: row.act,
  }));
}
