/** Why a figure cannot be estimated; stable, for programs to act on. */
export type EstimationErrorCode =
  | 'not-a-count'
  | 'not-a-share'
  | 'days-out-of-range'
  | 'spots-out-of-range'
  | 'nothing-counted'
  | 'no-respondents'
  | 'unknown-spot'
  | 'duplicate-spot'
  | 'shares-disagree'
  | 'range-out-of-order'
  | 'setting-out-of-range';

/**
 * Thrown by an estimator when its input cannot mean anything: a count below zero, a share outside [0, 1), no
 * respondents. `code` says which; the message says what was found and what was expected. It is a RangeError, so
 * callers that guard against misuse in general need not know it.
 *
 * Example: divide(843, { share_hidden: 1 }) throws one with code 'not-a-share'.
 */
export class EstimationError extends RangeError {
  readonly code: EstimationErrorCode;

  constructor(code: EstimationErrorCode, message: string) {
    super(message);
    this.name = 'EstimationError';
    this.code = code;
  }
}
