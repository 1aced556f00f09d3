/**
 * A method refuses to give a number because its assumptions cannot hold for these data. Carries a stable `code`; the
 * message says in plain words what cannot hold and what to do. Exit code 1.
 */
export class EstimationError extends Error {
  override name = 'EstimationError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
