const wellFormedName = /^[A-Za-z]{1,40}$/;
const wellFormedCode = /^[A-Z0-9_]{3,40}$/;

/**
 * What may be told about a failure outside the database: the class of the error and the first code in its chain of
 * causes (`DrizzleQueryError 23505`). Never its message, which quotes queries and values.
 */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const name = wellFormedName.test(error.name) ? error.name : 'Error';
  const code = firstCode(error, 5);
  return code === undefined ? name : `${name} ${code}`;
}

function firstCode(error: unknown, depth: number): string | undefined {
  if (depth === 0 || !(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string' && wellFormedCode.test(error.code)) return error.code;
  return firstCode(error.cause, depth - 1);
}
