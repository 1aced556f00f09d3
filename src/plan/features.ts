import type { Feature } from '../formats/geojson.js';
import { around, convexHull } from '../geo/hull.js';
import type { Position } from '../model/boundary.js';
import type { Microplan, PlannedWorker } from './microplan.js';

/** How exact the areas are drawn. */
export interface FeatureOptions {
  /** True for a team's own map: the hull of the spots as they are. */
  readonly exact?: boolean;
}

/** Decimals of a degree kept where places must not be told: about 100 m. */
const COARSE = 1000;
/** Radius in kilometres of the area drawn around each spot. */
const AROUND_COARSE = 0.3;
const AROUND_EXACT = 0.05;

/**
 * The catchment of each worker as one area around the spots served: plan/catchments.geojson. Coarse by default: spots
 * are rounded to about 100 m and widened, so that no corner is a spot. Workers whose spots have no coordinates are left
 * out.
 */
export function planFeatures(plan: Microplan, options: FeatureOptions = {}): Feature[] {
  const byWorker = new Map<string, Position[]>();
  for (const { part, worker } of plan.parts) {
    if (worker === undefined || part.place.position === undefined) continue;
    byWorker.set(worker, [...(byWorker.get(worker) ?? []), part.place.position]);
  }
  return plan.workers.flatMap((worker) => {
    const positions = byWorker.get(worker.worker.code) ?? [];
    return positions.length === 0 ? [] : [catchment(worker, positions, options.exact === true)];
  });
}

const round = ([longitude, latitude]: Position): Position => [
  Math.round(longitude * COARSE) / COARSE,
  Math.round(latitude * COARSE) / COARSE,
];

function catchment(
  { worker, spots, people, supervisor }: PlannedWorker,
  positions: readonly Position[],
  exact: boolean,
): Feature {
  const corners = exact
    ? positions.flatMap((position) => around(position, AROUND_EXACT))
    : positions.flatMap((position) => around(round(position), AROUND_COARSE).map(round));
  return {
    id: worker.code,
    geometry: { type: 'MultiPolygon', coordinates: [[convexHull(corners)]] },
    properties: {
      worker_code: worker.code,
      supervisor_code: supervisor,
      population: worker.populations.join(' '),
      spots,
      people_low: people.low,
      people_point: people.estimate,
      people_high: people.high,
    },
  };
}
