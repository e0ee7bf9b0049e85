import { explainConnectionFailure } from './connection-failure.ts';

/**
 * The text that is printed for a failure. Errors of other folders that carry `whatToDo` count as told, too, and
 * connections that fail are explained; anything else is shown with its stack.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof Error && 'whatToDo' in error && typeof error.whatToDo === 'string') {
    return `${error.message}\n  What to do: ${error.whatToDo.replaceAll('\n', '\n  ')}`;
  }
  const explained = explainConnectionFailure(error);
  if (explained !== undefined) return describeFailure(explained);
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
