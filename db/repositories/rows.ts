/** Rows as one parameter: the text of a statement does not hang on their number, so that it is prepared once. */
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../transaction.ts';

/**
 * Inserts all rows in one statement; each gives the same columns. `before` and `after` are what the statement begins
 * and ends with. Returns how many were written.
 */
export async function insertRows<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: readonly T['$inferInsert'][],
  after: SQL = sql``,
  before: SQL = sql``,
): Promise<number> {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = Object.entries(getTableColumns(table)).filter(([name]) => name in first);
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const values = rows.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(columns.map(([name, column]) => [column.name, spelled(row[name])])),
  );
  const inserted = await tx.execute(sql`
    ${before} insert into ${table} (${names}) select ${names}
    from json_populate_recordset(null::${table}, ${JSON.stringify(values)}::json) ${after}`);
  return inserted.count;
}

/** The records as a table to join: `columns` names and types them, in SQL. Their members are named as the columns. */
export function recordsAs(records: readonly object[], alias: string, columns: string): SQL {
  return sql`json_to_recordset(${JSON.stringify(records)}::json) as ${sql.raw(`${alias} (${columns})`)}`;
}

export function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

/** The rows by what `keyOf` says of them, in their order. */
export function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
}

/** What `as` makes of the rows, by dossier, in their order. */
export function byDossier<Row extends { readonly dossierId: string }, As>(
  rows: readonly Row[],
  as: (row: Row) => As,
): ReadonlyMap<string, readonly As[]> {
  const found = new Map<string, As[]>();
  for (const row of rows) {
    const others = found.get(row.dossierId);
    if (others === undefined) found.set(row.dossierId, [as(row)]);
    else others.push(as(row));
  }
  return found;
}

function spelled(value: unknown): unknown {
  return value instanceof Uint8Array ? bytesText(value) : value;
}

/** Bytes as PostgreSQL reads them from text. */
export function bytesText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
