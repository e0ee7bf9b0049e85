/** Lets the product come to rest after the killing: the clock stands still, what waits for wall time is let go. */
import postgres from 'postgres';
import { wallTime } from '../../application/product-clock.ts';
import type { Instant } from '../../domain/time.ts';
import { eventually } from '../support/in-process.ts';
import { goAlong } from '../support/scripted-smtp.ts';
import { leftToDo } from './judge.ts';
import type { ProductUnderFire } from './product-under-fire.ts';

const patienceMs = 90_000;

/** Runs `work` with a connection of the owner. */
export async function withSql<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/**
 * Starts what is dead and waits until every step of up to `now` is taken and every mail has come to its end. Leases
 * and second tries lie minutes ahead: their moments are moved back instead of waiting, leases only once their holder
 * is surely dead.
 */
export async function comeToRest(product: ProductUnderFire, now: Instant): Promise<void> {
  product.smtp.setPlan(goAlong);
  await product.kill('worker');
  await Promise.all([product.start('postgres'), product.start('temporal')]);
  await Promise.all([product.start('api'), product.setClock({ mode: 'simulated', nowAt: now, rate: null })]);
  await withSql(product.ownerUrl, async (sql) => {
    await sql`update mail set lease_until = now() - interval '1 second' where state = 'sending'`;
    await product.start('worker');
    await eventually(
      () => pending(sql, now),
      (left) => left.length === 0,
      patienceMs,
    );
  });
}

async function pending(sql: postgres.Sql, now: Instant): Promise<readonly string[]> {
  await sql`update mail set next_attempt_at = ${wallTime()} where next_attempt_at > ${wallTime()}`;
  // In the order in which one comes from the other: what was not there yet is then there, or done.
  const left = await leftToDo(sql, now);
  const mails = await sql<{ id: string; state: string }[]>`
    select id, state from mail where state in ('owed', 'sending') or next_attempt_at is not null`;
  return [
    ...mails.map(({ id, state }) => `mail ${id} ${state}`),
    ...Object.entries(left).flatMap(([what, rows]) => (rows.length === 0 ? [] : [`${rows.length} ${what}`])),
  ];
}
