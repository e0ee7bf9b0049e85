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
