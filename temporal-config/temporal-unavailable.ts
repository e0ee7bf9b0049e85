/** The Temporal server cannot be had, reached or prepared; `whatToDo` says how the reader can help. */
export class TemporalUnavailable extends Error {
  override readonly name = 'TemporalUnavailable';
  readonly whatToDo: string;

  constructor(message: string, whatToDo: string, options?: ErrorOptions) {
    super(message, options);
    this.whatToDo = whatToDo;
  }
}
