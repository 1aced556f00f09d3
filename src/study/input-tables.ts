import type { InputTable } from '../model/columns.js';
import { ATTENDANCE } from '../model/tables/attendance.js';
import { PLACES } from '../model/tables/places.js';
import { PUBLISHED } from '../model/tables/published.js';
import { REPORTS } from '../model/tables/reports.js';
import { SITES } from '../model/tables/sites.js';
import { SPOTS } from '../model/tables/spots.js';
import { TRAVEL } from '../model/tables/travel.js';
import { WORKERS } from '../model/tables/workers.js';

/** Every table a study can have. */
export const INPUT_TABLES: readonly InputTable[] = [
  SPOTS,
  REPORTS,
  ATTENDANCE,
  PLACES,
  WORKERS,
  SITES,
  TRAVEL,
  PUBLISHED,
];

/** File of the municipality outlines where study.yaml names none. */
export const BOUNDARIES_FILE = 'boundaries.geojson';
