/**
 * A method refuses to give a number because its assumptions cannot hold for these data: a count below zero, a share
 * outside [0, 1), no respondents, nobody met twice. Carries a stable `code`; the message says in plain words what was
 * found, what was expected and what to do. It is a RangeError, so callers that guard against misuse in general need
 * not know it. Exit code 1.
 *
 * Example: divide(843, { share_hidden: 1 }) throws one with code 'not-a-share'.
 */
export class EstimationError extends RangeError {
  override name = 'EstimationError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
