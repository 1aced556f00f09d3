import { EstimationError } from '../../src/model/estimation-error.js';

/** The code of the EstimationError that the work throws; any other error passes on. */
export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof EstimationError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}
