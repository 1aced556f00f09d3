import { kmApart, type Evidence } from './evidence.js';

/** A row of the study that says where something is. */
export interface Whereabouts {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  readonly municipality?: string | undefined;
  readonly spot_id?: string;
  readonly worker_id?: string;
}

/**
 * Kilometres in a straight line between two rows or, where travel.csv gives minutes for the way, as many as take that
 * long by the stated road factor and speed; undefined where neither is known.
 */
export function kmOnWay(
  evidence: Evidence,
  a: Whereabouts | undefined,
  b: Whereabouts | undefined,
): number | undefined {
  const minutes = listedMinutes(evidence, a, b);
  if (minutes === undefined) return kmApart(a, b);
  const { rules } = evidence;
  return (minutes * rules.number('speed_km_per_hour')) / 60 / rules.number('road_factor');
}

function listedMinutes(
  { study: { travel = [] } }: Evidence,
  a: Whereabouts | undefined,
  b: Whereabouts | undefined,
): number | undefined {
  if (travel.length === 0) return undefined;
  const [codeA, codeB] = [codeOf(a), codeOf(b)];
  const pairs = [
    [codeA, codeB],
    [codeA, b?.municipality],
    [a?.municipality, codeB],
    [a?.municipality, b?.municipality],
  ] as const;
  for (const [one, other] of pairs) {
    if (one === undefined || other === undefined) continue;
    const ways = travel.filter(
      ({ from, to }) => (from === one && to === other) || (from === other && to === one),
    );
    if (ways.length > 0) return Math.max(...ways.map(({ minutes }) => minutes));
  }
  return undefined;
}

const codeOf = (row: Whereabouts | undefined) => row?.spot_id ?? row?.worker_id;
