/** Duties as the core computed them, with the columns that lists are asked by. */
import {
  and,
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
import { partyKey, personKey, presenceKey } from '../party-key.ts';
import { dossier, dossierLearner, duty, dutyWaiting, takenDuty } from '../schema/index.ts';
import type { Transaction } from '../transaction.ts';
import { narrowScope } from './access.ts';
import { type DossierRecord, NARROW } from './dossiers.ts';
import { byDossier, insertRows, recordsAs, uuidArray } from './rows.ts';

const { dueSort, ...storedColumns } = getTableColumns(duty);

export type DutyRow = Omit<typeof duty.$inferSelect, 'dueSort'>;

/** What makes a dossier's stored duties those that were computed. */
export type DutyChanges = {
  readonly dossierId: string;
  readonly changed: readonly DutyRow[];
  /** Keys of duties that are no longer computed. */
  readonly vanished: readonly string[];
};

/** The stored duties of dossiers, for `dutyChanges`, by dossier. */
export async function loadDutyRows(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DutyRow[]>> {
  const rows = await tx
    .select(storedColumns)
    .from(duty)
    .where(sql`${duty.dossierId} = any (${uuidArray(dossierIds)})`);
  return byDossier(rows, (row) => row);
}

/** Rows that differ from what is stored are to be written, rows that are no longer computed to be deleted. */
export function dutyChanges(
  of: Pick<DossierRecord, 'id' | 'municipalityId'>,
  stored: readonly DutyRow[],
  duties: readonly Duty[],
): DutyChanges {
  const present = new Map(stored.map((row) => [row.key, canonicalJson(row)]));
  const wanted = duties.map((one) => rowOf(of, one));
  const keys = new Set(wanted.map(({ key }) => key));
  return {
    dossierId: of.id,
    changed: wanted.filter((row) => present.get(row.key) !== canonicalJson(row)),
    vanished: stored.filter((row) => !keys.has(row.key)).map((row) => row.key),
  };
}

/** Sends all its statements at once. */
export async function writeDuties(tx: Transaction, changes: readonly DutyChanges[]): Promise<void> {
  const gone = changes.flatMap(({ dossierId, vanished }) =>
    vanished.map((key) => ({ dossier_id: dossierId, key })),
  );
  const changed = changes.flatMap((one) => one.changed);
  const waiting = changed.flatMap(waitingRows);
  await Promise.all([
    gone.length > 0
      ? tx.execute(sql`delete from ${duty} using ${recordsAs(gone, 'gone', 'dossier_id uuid, key text')}
          where ${duty.dossierId} = gone.dossier_id and ${duty.key} = gone.key`)
      : null,
    insertRows(tx, duty, changed, sql`on conflict (dossier_id, key) do update set ${fromExcluded}`),
    changed.length > 0 ? forgetWaiting(tx, changed) : null,
    insertRows(tx, dutyWaiting, waiting),
  ]);
}

async function forgetWaiting(tx: Transaction, rows: readonly DutyRow[]): Promise<void> {
  const changed = rows.map(({ dossierId, key }) => ({ dossier_id: dossierId, key }));
  await tx.execute(sql`delete from ${dutyWaiting} using ${recordsAs(changed, 'changed', 'dossier_id uuid, key text')}
    where ${dutyWaiting.dossierId} = changed.dossier_id and ${dutyWaiting.key} = changed.key`);
}

function waitingRows({ dossierId, key, owedTo, dueAt, settledAt }: DutyRow) {
  return waitingKeysOf(owedTo).map((partyKey) => ({
    dossierId,
    key,
    partyKey,
    open: settledAt === null,
    dueSort: dueAt ?? NEVER,
  }));
}

/** Every stored column but the key takes the new row's value. */
const fromExcluded = sql.join(
  Object.entries(storedColumns)
    .filter(([name]) => name !== 'dossierId' && name !== 'key')
    .map(([, column]) => sql.identifier(column.name))
    .map((name) => sql`${name} = excluded.${name}`),
  sql`, `,
);

function rowOf(of: Pick<DossierRecord, 'id' | 'municipalityId'>, one: Duty): DutyRow {
  return {
    dossierId: of.id,
    key: one.key,
    kind: one.kind,
    municipalityId: of.municipalityId,
    ...owedByColumns(one.owedBy),
    owedTo: one.owedTo,
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

function waitingKeysOf(parties: readonly Party[]): readonly string[] {
  const keys = parties.flatMap((party) => {
    const key = partyKey(party);
    const at =
      (party.party === 'person' || party.party === 'institution') && party.institutionId !== null
        ? presenceKey(party.institutionId)
        : null;
    return [key, at].filter((one) => one !== null);
  });
  return [...new Set(keys)];
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

/** The open duties of dossiers that the actor sees whole, by dossier. For role `app_api`. */
export async function openDutiesOf(
  tx: Transaction,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ListedDuty[]>> {
  const rows = await tx
    .select(listedColumns)
    .from(duty)
    .innerJoin(dossier, eq(dossier.id, duty.dossierId))
    .where(and(sql`${duty.dossierId} = any (${uuidArray(dossierIds)})`, isNull(duty.settledAt)));
  return Map.groupBy(rows, ({ dossierId }) => dossierId);
}

export type DutyFilter = {
  readonly dossierId?: string;
  readonly municipalityId?: string;
  /** Keys as `party-key.ts` makes them: any of these sides owes. */
  readonly owedByKeys?: readonly string[];
  /** Of these the persons that owe it alone, or have taken it on for their institution. */
  readonly ownedByPersons?: readonly string[];
  /** Any of these sides waits. */
  readonly owedToKeys?: readonly string[];
  /** Of those keys, the ones that count only in cases whose learner the actor may know. */
  readonly onlyWhereNamed?: readonly string[];
  readonly owedByInstitutionId?: string;
  readonly owedToInstitutionId?: string;
  readonly kind?: string;
  /** `late` at `now`; a quiet or unknown duty never is. */
  readonly status?: 'open' | 'late' | 'settled' | 'takenOver';
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
  readonly municipalityId: string;
  readonly caseNumber: string | null;
  readonly duty: Duty;
};

const listedColumns = {
  dossierId: duty.dossierId,
  caseNumber: dossier.caseNumber,
  municipalityId: duty.municipalityId,
  duty: duty.duty,
};

/** Duties that the actor sees, earliest due first, those without a due moment last. For role `app_api`. */
export async function listDuties(
  tx: Transaction,
  filter: DutyFilter,
  paging: { readonly limit: number; readonly after?: DutyCursor },
  now: Instant,
): Promise<readonly ListedDuty[]> {
  const conditions = [...conditionsOf(filter, now)];
  const sides = sidesOf(filter);
  if (filter.dossierId === undefined && !sides.ordered) {
    const scope = await narrowScope(tx, NARROW);
    if (scope !== null) conditions.push(sql`${duty.dossierId} = any (${scope}::uuid[])`);
  }
  const { limit, after } = paging;
  // The page is found first, by what an index holds; only its duties are read whole.
  return await tx
    .select(listedColumns)
    .from(sql`(${sides.page(and(...conditions), after, limit)}) as page`)
    .innerJoin(duty, sql`${duty.dossierId} = page.dossier_id and ${duty.key} = page.key`)
    .innerJoin(dossier, eq(dossier.id, duty.dossierId))
    .orderBy(sql`page.due_sort, page.dossier_id, page.key`);
}

type PageQuery = (conditions: SQL | undefined, after: DutyCursor | undefined, limit: number) => SQL;

/**
 * Where a side is asked for, each of its keys has an index that holds its duties in the order of the list: a page of
 * each is read, and the first of all together are the page.
 */
function sidesOf(filter: DutyFilter): { readonly ordered: boolean; readonly page: PageQuery } {
  const { owedByKeys, owedToKeys, owedToInstitutionId, onlyWhereNamed = [] } = filter;
  const named =
    onlyWhereNamed.length === 0
      ? undefined
      : sql`(side.party_key <> all (${textArray(onlyWhereNamed)}) or exists (
          select from ${dossierLearner} where ${dossierLearner.dossierId} = ${duty.dossierId}))`;
  const waiting = owedToInstitutionId === undefined ? owedToKeys : [presenceKey(owedToInstitutionId)];
  if (waiting !== undefined) {
    const bothAsked = owedToKeys !== undefined && owedToInstitutionId !== undefined;
    const also = bothAsked ? waitsToo(owedToKeys) : undefined;
    return {
      ordered: true,
      page: (conditions, after, limit) =>
        waitingPage(waiting, filter.status, and(conditions, also, named), after, limit),
    };
  }
  if (owedByKeys !== undefined && filter.status !== undefined && filter.status !== 'settled') {
    return {
      ordered: true,
      page: (conditions, after, limit) => owingPage(owedByKeys, and(conditions, named), after, limit),
    };
  }
  return {
    ordered: false,
    page: (conditions, after, limit) => sql`
      select ${duty.dossierId}, ${duty.key}, ${dueSort} from ${duty}
      where ${and(conditions, afterCursor(after, dutyOrder)) ?? sql`true`}
      order by ${dueSort}, ${duty.dossierId}, ${duty.key} limit ${limit}`,
  };
}

function owingPage(
  keys: readonly string[],
  conditions: SQL | undefined,
  after: DutyCursor | undefined,
  limit: number,
): SQL {
  return sql`
    select one.* from unnest(${textArray(keys)}) as side (party_key) cross join lateral (
      select ${duty.dossierId}, ${duty.key}, ${dueSort} from ${duty}
      where ${and(sql`${duty.owedByKey} = side.party_key`, conditions, afterCursor(after, dutyOrder))}
      order by ${dueSort}, ${duty.dossierId}, ${duty.key} limit ${limit}
    ) as one order by due_sort, dossier_id, key limit ${limit}`;
}

/** A duty may wait for several of the keys; it is listed once. */
function waitingPage(
  keys: readonly string[],
  status: DutyFilter['status'],
  conditions: SQL | undefined,
  after: DutyCursor | undefined,
  limit: number,
): SQL {
  const open = status === undefined ? [true, false] : [status !== 'settled'];
  return sql`
    select distinct one.* from unnest(${textArray(keys)}) as side (party_key)
      cross join unnest(${sql.param(`{${open.join(',')}}`)}::boolean[]) as state (open) cross join lateral (
      select ${dutyWaiting.dossierId}, ${dutyWaiting.key}, ${dutyWaiting.dueSort} from ${dutyWaiting}
        join ${duty} on ${duty.dossierId} = ${dutyWaiting.dossierId} and ${duty.key} = ${dutyWaiting.key}
      where ${and(
        sql`${dutyWaiting.partyKey} = side.party_key`,
        sql`${dutyWaiting.open} = state.open`,
        conditions,
        afterCursor(after, waitingOrder),
      )}
      order by ${dutyWaiting.dueSort}, ${dutyWaiting.dossierId}, ${dutyWaiting.key} limit ${limit}
    ) as one order by due_sort, dossier_id, key limit ${limit}`;
}

function waitsToo(keys: readonly string[]): SQL {
  return sql`exists (select from ${dutyWaiting} as other where other.dossier_id = ${duty.dossierId}
    and other.key = ${duty.key} and other.party_key = any (${textArray(keys)}))`;
}

function textArray(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::text[]`;
}

const dutyOrder = sql`(${dueSort}, ${duty.dossierId}, ${duty.key})`;
const waitingOrder = sql`(${dutyWaiting.dueSort}, ${dutyWaiting.dossierId}, ${dutyWaiting.key})`;

function conditionsOf(filter: DutyFilter, now: Instant): readonly (SQL | undefined)[] {
  const { dossierId, municipalityId, kind, status, owedByInstitutionId, owedByKeys } = filter;
  return [
    dossierId === undefined ? undefined : eq(duty.dossierId, dossierId),
    municipalityId === undefined ? undefined : eq(duty.municipalityId, municipalityId),
    owedByInstitutionId === undefined ? undefined : eq(duty.owedByInstitution, owedByInstitutionId),
    owedByKeys === undefined ? undefined : inArray(duty.owedByKey, [...owedByKeys]),
    kind === undefined ? undefined : eq(duty.kind, kind),
    filter.dueFrom === undefined ? undefined : gte(duty.dueDay, filter.dueFrom),
    filter.dueUntil === undefined ? undefined : lte(duty.dueDay, filter.dueUntil),
    status === undefined ? undefined : statusCondition(status, now),
    filter.ownedByPersons === undefined ? undefined : ownCondition(filter.ownedByPersons),
  ];
}

/** A duty is taken on by its key, or with the referral that what settles it names (`matterOf`). */
function ownCondition(personIds: readonly string[]): SQL {
  return sql`(${duty.owedByKey} = any (${textArray(personIds.map(personKey))}) or exists (
    select from ${takenDuty} where ${takenDuty.dossierId} = ${duty.dossierId}
      and ${takenDuty.institutionId} = ${duty.owedByInstitution}
      and ${takenDuty.personId} = any (${uuidArray(personIds)})
      and (${takenDuty.matter} = ${duty.key} or ${duty.duty} -> 'settledBy' @> jsonb_build_array(
        jsonb_build_object('data', jsonb_build_object('referralId', ${takenDuty.matter}))))))`;
}

function statusCondition(status: NonNullable<DutyFilter['status']>, now: Instant): SQL | undefined {
  switch (status) {
    case 'open':
      return isNull(duty.settledAt);
    case 'late':
      return and(isNull(duty.settledAt), duty.canBeLate, lte(dueSort, now));
    case 'takenOver':
      return and(isNull(duty.settledAt), eq(duty.takenOver, true));
    case 'settled':
      return isNotNull(duty.settledAt);
  }
}

/** What `due_sort` holds where there is no due moment. */
const NEVER = '9999-01-01T00:00:00.000Z' as Instant;

function afterCursor(after: DutyCursor | undefined, order: SQL): SQL | undefined {
  if (after === undefined) return undefined;
  const { dueAt, dossierId, key } = after;
  return sql`${order} > (${dueAt ?? NEVER}::timestamptz, ${dossierId}::uuid, ${key}::text)`;
}
