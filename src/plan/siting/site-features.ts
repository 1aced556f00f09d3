import type { Feature } from '../../formats/geojson.js';
import type { PlannedSite } from '../microplan.js';

/**
 * The sites as points: plan/sites.geojson. New ones stand in the middle of a cell about 1.1 km wide; existing ones are
 * as exact as the decimals they are written with. Sites without coordinates are left out.
 */
export function siteFeatures(sites: readonly PlannedSite[]): Feature[] {
  return sites.flatMap((site) => {
    if (site.place.position === undefined) return [];
    return [
      {
        id: site.code,
        geometry: { type: 'Point' as const, coordinates: site.place.position },
        properties: {
          site_code: site.code,
          kind: site.kind,
          state: site.isOpenedByPlan ? 'proposed' : 'existing',
          capacity: site.capacity,
          people: site.people,
          minutes_mx: site.minutesMost,
        },
      },
    ];
  });
}
