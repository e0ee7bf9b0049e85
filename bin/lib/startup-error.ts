/**
 * A reason why something cannot be started, told to the person at the keyboard: what is wrong, and what they
 * can do about it. Everything else that is thrown is a bug and keeps its stack.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
  readonly whatToDo: string;

  constructor(message: string, whatToDo: string, options?: ErrorOptions) {
    super(message, options);
    this.whatToDo = whatToDo;
  }
}

/**
 * The text that is printed for a failure. Errors of other folders that carry `whatToDo` count as told, too;
 * anything else is shown with its stack.
 */
export function describeFailure(error: unknown): string {
  if (error instanceof Error && 'whatToDo' in error && typeof error.whatToDo === 'string') {
    return `${error.message}\n  What to do: ${error.whatToDo.replaceAll('\n', '\n  ')}`;
  }
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
