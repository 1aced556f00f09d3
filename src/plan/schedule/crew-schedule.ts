import type { Visit } from '../microplan.js';

/** The visits of a crew in four weeks and how far it goes. */
export interface Schedule {
  readonly visits: readonly Visit[];
  /** Kilometres on roads in four weeks, home included. */
  readonly km: number;
}
