/** Duties as the core computed them, with the columns that lists are asked by. */
import {
  and,
  arrayOverlaps,
  asc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Duty, Party } from '../../domain/duty/duty.ts';
import { isQuiet } from '../../domain/duty/status.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { canonicalJson } from '../canonical-json.ts';
import { partyKey, presenceKey } from '../party-key.ts';
import { dossier, duty } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import type { DossierRecord } from './dossiers.ts';

const { dueSort, ...storedColumns } = getTableColumns(duty);

type DutyRow = Omit<typeof duty.$inferSelect, 'dueSort'>;

/** Rows that differ from what is stored are written, rows that are no longer computed are deleted, the rest is left. */
export async function replaceDuties(
  tx: Transaction,
  of: Pick<DossierRecord, 'id' | 'municipalityId'>,
  duties: readonly Duty[],
): Promise<void> {
  const stored = await tx.select(storedColumns).from(duty).where(eq(duty.dossierId, of.id));
  const present = new Map(stored.map((row) => [row.key, canonicalJson(row)]));
  const wanted = duties.map((one) => rowOf(of, one));
  const changed = wanted.filter((row) => present.get(row.key) !== canonicalJson(row));
  const keys = new Set(wanted.map(({ key }) => key));
  const vanished = stored.filter((row) => !keys.has(row.key)).map((row) => row.key);
  if (vanished.length > 0) {
    await tx.delete(duty).where(and(eq(duty.dossierId, of.id), inArray(duty.key, vanished)));
  }
  if (changed.length > 0) {
    await tx
      .insert(duty)
      .values(changed)
      .onConflictDoUpdate({ target: [duty.dossierId, duty.key], set: fromExcluded });
  }
}

/** Every stored column but the key takes the new row's value. */
const fromExcluded = Object.fromEntries(
  Object.entries(storedColumns)
    .filter(([name]) => name !== 'dossierId' && name !== 'key')
    .map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
);

function rowOf(of: Pick<DossierRecord, 'id' | 'municipalityId'>, one: Duty): DutyRow {
  return {
    dossierId: of.id,
    key: one.key,
    kind: one.kind,
    municipalityId: of.municipalityId,
    ...owedByColumns(one.owedBy),
    owedTo: one.owedTo,
    owedToKeys: owedToKeysOf(one.owedTo),
    forceAct: one.force.act,
    forceTerm: one.force.term,
    danger: one.danger,
    dueAt: one.due?.at ?? null,
    dueDay: one.due?.day ?? null,
    knownAt: one.knownAt,
    startedAt: one.startedAt,
    opensOn: one.opensOn,
    generation: one.generation,
    settledHow: one.settled?.how ?? null,
    settledAt: one.settled?.at ?? null,
    takenOver: one.takenOver,
    answerUnknown: one.answerUnknown,
    held: one.held,
    canBeLate: !one.takenOver && !one.answerUnknown && !isQuiet(one),
    duty: one,
  };
}

function owedByColumns(owedBy: Party) {
  const institutional = owedBy.party === 'person' || owedBy.party === 'institution';
  return {
    owedByParty: owedBy.party,
    owedByRole: owedBy.party === 'person' ? owedBy.role : null,
    owedByInstitution: institutional ? owedBy.institutionId : null,
    owedByPerson: owedBy.party === 'person' ? owedBy.personId : null,
    owedByKey: partyKey(owedBy),
  };
}

function owedToKeysOf(parties: readonly Party[]): string[] {
  const keys = parties.flatMap((party) => {
    const key = partyKey(party);
    const at =
      (party.party === 'person' || party.party === 'institution') && party.institutionId !== null
        ? presenceKey(party.institutionId)
        : null;
    return [key, at].filter((one) => one !== null);
  });
  return [...new Set(keys)].sort();
}

/** All duties of a dossier, settled ones too, earliest due first. */
export async function loadDuties(tx: Transaction, dossierId: string): Promise<readonly Duty[]> {
  const rows = await tx
    .select({ duty: duty.duty })
    .from(duty)
    .where(eq(duty.dossierId, dossierId))
    .orderBy(asc(dueSort), asc(duty.key));
  return rows.map((row) => row.duty);
}

/** Duties by their keys, of several dossiers at once. Those that are gone are left out. */
export async function loadDutiesByKey(
  tx: Transaction,
  keys: readonly { readonly dossierId: string; readonly dutyKey: string }[],
): Promise<readonly ListedDuty[]> {
  if (keys.length === 0) return [];
  const pairs = keys.map(({ dossierId, dutyKey }) => sql`(${dossierId}::uuid, ${dutyKey}::text)`);
  return await tx
    .select(listedColumns)
    .from(duty)
    .innerJoin(dossier, eq(dossier.id, duty.dossierId))
    .where(sql`(${duty.dossierId}, ${duty.key}) in (${sql.join(pairs, sql`, `)})`);
}

export type DutyFilter = {
  readonly dossierId?: string;
  readonly municipalityId?: string;
  /** Keys as `party-key.ts` makes them: any of these sides owes. */
  readonly owedByKeys?: readonly string[];
  /** Any of these sides waits. */
  readonly owedToKeys?: readonly string[];
  readonly owedByInstitutionId?: string;
  readonly owedToInstitutionId?: string;
  readonly kind?: string;
  /** `late` at `now`; a quiet or unknown duty never is. */
  readonly status?: 'open' | 'late' | 'settled';
  readonly dueFrom?: CalendarDay;
  /** Inclusive. */
  readonly dueUntil?: CalendarDay;
};

/** Place in the list after which the next page begins. `dueAt` null: among those without a due moment. */
export type DutyCursor = {
  readonly dueAt: Instant | null;
  readonly dossierId: string;
  readonly key: string;
};

export type ListedDuty = {
  readonly dossierId: string;
  readonly caseNumber: string | null;
  readonly duty: Duty;
};

const listedColumns = { dossierId: duty.dossierId, caseNumber: dossier.caseNumber, duty: duty.duty };

/** Duties that the actor sees, earliest due first, those without a due moment last. */
export async function listDuties(
  tx: Transaction,
  filter: DutyFilter,
  paging: { readonly limit: number; readonly after?: DutyCursor },
  now: Instant,
): Promise<readonly ListedDuty[]> {
  // The page is cut before the join: the planner then walks the index that holds the order.
  const page = tx
    .select({
      dossierId: duty.dossierId,
      key: duty.key,
      dueSort: sql`${dueSort}`.as('due_sort'),
      duty: duty.duty,
    })
    .from(duty)
    .where(and(...conditionsOf(filter, now), afterCursor(paging.after)))
    .orderBy(asc(dueSort), asc(duty.dossierId), asc(duty.key))
    .limit(paging.limit)
    .as('page');
  return await tx
    .select({ dossierId: page.dossierId, caseNumber: dossier.caseNumber, duty: page.duty })
    .from(page)
    .innerJoin(dossier, eq(dossier.id, page.dossierId))
    .orderBy(asc(page.dueSort), asc(page.dossierId), asc(page.key));
}

function conditionsOf(filter: DutyFilter, now: Instant): readonly (SQL | undefined)[] {
  const { dossierId, municipalityId, kind, status, owedByInstitutionId, owedToInstitutionId } = filter;
  return [
    dossierId === undefined ? undefined : eq(duty.dossierId, dossierId),
    municipalityId === undefined ? undefined : eq(duty.municipalityId, municipalityId),
    owedByInstitutionId === undefined ? undefined : eq(duty.owedByInstitution, owedByInstitutionId),
    owedToInstitutionId === undefined
      ? undefined
      : arrayOverlaps(duty.owedToKeys, [presenceKey(owedToInstitutionId)]),
    filter.owedByKeys === undefined ? undefined : inArray(duty.owedByKey, [...filter.owedByKeys]),
    filter.owedToKeys === undefined ? undefined : arrayOverlaps(duty.owedToKeys, [...filter.owedToKeys]),
    kind === undefined ? undefined : eq(duty.kind, kind),
    filter.dueFrom === undefined ? undefined : gte(duty.dueDay, filter.dueFrom),
    filter.dueUntil === undefined ? undefined : lte(duty.dueDay, filter.dueUntil),
    status === undefined ? undefined : statusCondition(status, now),
  ];
}

function statusCondition(status: 'open' | 'late' | 'settled', now: Instant): SQL | undefined {
  switch (status) {
    case 'open':
      return isNull(duty.settledAt);
    case 'late':
      return and(isNull(duty.settledAt), duty.canBeLate, lte(dueSort, now));
    case 'settled':
      return isNotNull(duty.settledAt);
  }
}

/** What `due_sort` holds where there is no due moment. */
const NEVER = '9999-01-01T00:00:00.000Z' as Instant;

function afterCursor(after: DutyCursor | undefined): SQL | undefined {
  if (after === undefined) return undefined;
  const { dueAt, dossierId, key } = after;
  return sql`(${dueSort}, ${duty.dossierId}, ${duty.key}) > (${dueAt ?? NEVER}::timestamptz, ${dossierId}::uuid, ${key}::text)`;
}
