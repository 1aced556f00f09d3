/** How far a masked point lies from the true one: the law of its distance, in kilometres. */
export type RadiusLaw =
  | { readonly kind: 'donut'; readonly least: number; readonly most: number }
  | { readonly kind: 'dhs-urban' }
  | { readonly kind: 'dhs-rural' };

/** One part in a hundred of rural points moves up to 10 km. */
const RURAL_FAR_SHARE = 0.01;

/**
 * A distance in kilometres for two numbers from 0 to 1. `donut` spreads points evenly over the ring:
 * r = sqrt(u (b² − a²) + a²). `dhs-urban` is even over 0 to 2 km; `dhs-rural` over 0 to 5 km, for one point in a hundred 0 to
 * 10 km. Source: Burgert et al. 2013, DHS Spatial Analysis Reports 7; Hampton et al. 2010, doi:10.1093/aje/kwq248.
 */
export function radiusKm(law: RadiusLaw, u: number, far: number): number {
  switch (law.kind) {
    case 'donut':
      return Math.sqrt(u * (law.most * law.most - law.least * law.least) + law.least * law.least);
    case 'dhs-urban':
      return 2 * u;
    case 'dhs-rural':
      return (far < RURAL_FAR_SHARE ? 10 : 5) * u;
  }
}

/** The standard donut: at most 2 km, at least 0.5 km × √3, since density is uneven (Allshouse et al. 2010). */
export const STANDARD_DONUT: RadiusLaw = { kind: 'donut', least: 0.866, most: 2 };
