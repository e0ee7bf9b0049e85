/**
 * A process of its own that writes and reads in transactions while its connections are cut again and again:
 * `node transactions-under-fire.ts <url> <transactions>`. Says how many came through and how many failed; what it
 * does not survive, or what never comes to an end, shows in its exit code.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDatabase } from '../connect.ts';

const [url = '', times = '0'] = process.argv.slice(2);
const database = openDatabase(url, 3);
const { client } = database;
let committed = 0;
const failures = new Set<string>();

/** Queries of every kind that the product makes: with and without parameters, several at once, in savepoints. */
async function transact(n: number): Promise<void> {
  await client.begin(async (tx) => {
    await tx`select ${n}::int`;
    await nextTurn();
    await Promise.all([tx`select 1`, tx`select ${n}::text, ${[n]}::int[]`]);
    await tx.savepoint(async (inner) => {
      await inner`select pg_sleep(0)`;
    });
  });
  committed += 1;
}

async function reserveOne(): Promise<void> {
  const connection = await client.reserve();
  try {
    await connection`select 1`;
  } finally {
    connection.release();
  }
}

async function one(n: number): Promise<void> {
  try {
    await (n % 4 === 3 ? reserveOne() : transact(n));
  } catch (error) {
    failures.add((error as NodeJS.ErrnoException).code ?? String(error));
  }
}

for (let done = 0; done < Number(times); done += 6) {
  await Promise.all(Array.from({ length: 6 }, (_, index) => one(done + index)));
}
process.stdout.write(`${JSON.stringify({ committed, failures: [...failures].sort() })}\n`);
await database.close();
