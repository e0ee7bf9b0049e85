/**
 * Tells an outage (the database is away, full, read-only, restarting) from a bug: the one is answered 503 and may be
 * repeated with the same key, the other 500.
 */

/** Codes of Node and of the Postgres client for a connection that is not there. */
const connectionCodes: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECTION_CONNECT_TIMEOUT',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'FST_ERR_HANDLER_TIMEOUT',
]);

/**
 * States of PostgreSQL (appendix A of its manual): 08 connection, 25006 read-only, 40001 and 40P01 another
 * transaction won, 53 resources (disk full, too many connections), 55P03 and 57014 waited too long, 57P server
 * stops or starts, 58 system errors.
 */
const serverStates =
  /^(?:08[0-9A-Z]{3}|25006|40001|40P01|53[0-9A-Z]{3}|55P03|57014|57P0[0-9]|58[0-9A-Z]{3})$/;

/** Also where it is the cause of another error, as wrappers of the database client make it. */
export function isOutage(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < 6 && current instanceof Error; depth++) {
    const { code } = current as { readonly code?: unknown };
    if (typeof code === 'string' && (connectionCodes.has(code) || serverStates.test(code))) return true;
    if (current instanceof AggregateError && current.errors.some(isOutage)) return true;
    current = current.cause;
  }
  return false;
}
