/** How far clocks and steps of many dossiers are, asked of the database from outside the product. */
import { type Instant, instant } from '../../domain/time.ts';
import type { BenchProduct } from './product.ts';

/** How many of the dossiers have a clock that knows their present version. */
export async function clocksKnow({ owner }: BenchProduct, ids: readonly string[]): Promise<number> {
  const [row] = await owner.client<{ n: number }[]>`
    select count(*)::int as n from dossier where id = any (${[...ids]}::uuid[]) and clock_version >= version`;
  return row?.n ?? 0;
}

/** How many of the dossiers have told their lateness: the step is taken and its notices are rows. */
export async function lateNoticed({ owner }: BenchProduct, ids: readonly string[]): Promise<number> {
  const [row] = await owner.client<{ n: number }[]>`
    select count(*)::int as n from dossier d where id = any (${[...ids]}::uuid[])
      and exists (select from notice o where o.dossier_id = d.id and o.name = 'late')
      and exists (select from step s where s.dossier_id = d.id and s.name = 'late' and s.taken_at is not null)`;
  return row?.n ?? 0;
}

/** The moment at which the dossiers are first late. Throws where it is not the same for all. */
export async function momentOfLateness({ owner }: BenchProduct, ids: readonly string[]): Promise<Instant> {
  const rows = await owner.client<{ at: string; n: number }[]>`
    select at::text as at, count(*)::int as n from (
      select min(at) as at from step where dossier_id = any (${[...ids]}::uuid[]) and name = 'late'
        and taken_at is null group by dossier_id) as earliest group by 1`;
  const [only] = rows;
  if (only === undefined || rows.length > 1 || only.n !== ids.length) {
    throw new Error(`not one moment of lateness: ${JSON.stringify(rows)}`);
  }
  return instant(new Date(only.at).toISOString());
}

/** How many of the dossiers have a clock that knows them, and nothing left before the moment. */
export async function waitFor(
  { owner }: BenchProduct,
  ids: readonly string[],
  moment: Instant,
): Promise<number> {
  const [row] = await owner.client<{ n: number }[]>`
    select count(*)::int as n from dossier where id = any (${[...ids]}::uuid[])
      and clock_version >= version and next_step_at = ${moment}`;
  return row?.n ?? 0;
}
