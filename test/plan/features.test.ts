import { describe, expect, it } from 'vitest';
import { planFeatures } from '../../src/plan/features.js';
import { planTables } from '../../src/plan/tables.js';
import { planOf, randomTown, spot, study } from './town.js';

const cornersOf = (exact: boolean, seed: number) => {
  const town = randomTown(seed);
  const features = planFeatures(planOf(town), { exact });
  const corners = features.flatMap(({ geometry }) => {
    expect(geometry.type).toBe('MultiPolygon');
    return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
  });
  return { features, corners };
};

describe('catchments', () => {
  it('are coarse: three decimals at every corner', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { corners } = cornersOf(false, seed);
      for (const [longitude, latitude] of corners) {
        expect(Math.abs(longitude * 1000 - Math.round(longitude * 1000))).toBeLessThan(1e-6);
        expect(Math.abs(latitude * 1000 - Math.round(latitude * 1000))).toBeLessThan(1e-6);
      }
    }
  });

  it('are closed rings, also around one spot', () => {
    const plan = planOf(study({ spots: [spot({ spot_id: 'A', lat: 42.12345, lon: 21.54321 })] }));
    const [feature] = planFeatures(plan);
    const ring =
      feature?.geometry.type === 'MultiPolygon' ? (feature.geometry.coordinates[0]?.[0] ?? []) : [];
    expect(ring.length).toBeGreaterThan(4);
    expect(ring.at(0)).toEqual(ring.at(-1));
    expect(ring.some(([longitude, latitude]) => longitude === 21.543 && latitude === 42.123)).toBe(false);
    expect(JSON.stringify(feature)).not.toMatch(/42\.1234|21\.5432/);
  });
});

describe('the tables of a plan', () => {
  it('have the names and first columns that are promised', () => {
    const town = study({ spots: [spot({ spot_id: 'A' })] });
    const first = Object.fromEntries(
      planTables(planOf(town), town).map(({ name, columns }) => [name, columns.slice(0, 5).join()]),
    );
    expect(first).toEqual({
      'plan/workers.csv': 'worker_code,supervisor_code,organisation,population,languages',
      'plan/spots.csv': 'spot_code,alias_on_print,admin1,admin2,population',
      'plan/visits.csv': 'week,date,weekday,worker_code,partner_code',
      'plan/supplies.csv': 'month,worker_code,population,item,need',
      'plan/referrals.csv': 'spot_code,service,first_site,minutes,fallback_site',
      'plan/uncovered.csv': 'spot_code,people_low,people_point,people_high,reason',
      'plan/need.csv': 'population,met,people_low,people_point,people_high',
      'plan/coverage.csv': 'population,total_low,total_point,total_high,at_spots_low',
      'plan/summary.csv': 'area,population,estimate,target,workers',
      'plan/assumptions.csv': 'key,value,unit,source,confidence',
    });
  });
});
