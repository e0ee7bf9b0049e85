/**
 * Drizzle asks the client not to prepare anything, so that every query is described in a round trip of its own and
 * planned anew, policies and all. This client prepares, once per connection.
 */
import type postgres from 'postgres';

type Client = postgres.Sql | postgres.TransactionSql;
type Unsafe = postgres.ISql['unsafe'];

/** Lists and sets come in every length; long ones are not worth a statement that stays. */
const mostParameters = 48;

/** The same client, also inside its transactions and savepoints, preparing what has parameters. */
export function preparing<C extends Client>(client: C): C {
  const unsafe: Unsafe = (query, parameters = [], options = {}) =>
    client.unsafe(query, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= mostParameters,
    });
  const overlay: Readonly<Record<string | symbol, unknown>> = {
    unsafe,
    ...('begin' in client ? { begin: entering(client, 'begin') } : {}),
    ...('savepoint' in client ? { savepoint: entering(client, 'savepoint') } : {}),
  };
  return new Proxy(client, {
    get: (target, name) => overlay[name] ?? Reflect.get(target, name),
  });
}

/** `begin` and `savepoint` take the work as their last argument. */
function entering(client: Client, way: 'begin' | 'savepoint') {
  const enter = client as unknown as Record<typeof way, (...args: readonly unknown[]) => unknown>;
  return (...args: readonly unknown[]): unknown => {
    const work = args.at(-1) as (inner: postgres.TransactionSql) => unknown;
    return enter[way](...args.slice(0, -1), (inner: postgres.TransactionSql) => work(preparing(inner)));
  };
}
