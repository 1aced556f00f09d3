import { writeGpx } from '../formats/write-gpx.js';
import { EXACT_DECIMALS } from '../share/position.js';
import { INSIDE, type ExportFormat } from './format.js';
import type { Round, Waypoint } from './view.js';

export const GPX: ExportFormat = {
  id: 'gpx',
  title: 'GPX for phones',
  writes:
    "One file a worker with the worker's own spots as waypoints: the code on the printed sheets, days and times of the visits; no population, no number of people.",
  forWhom: 'outreach workers with OsmAnd, Organic Maps or a handheld; give each only their own file',
  audiences: INSIDE,
  source: 'GPX 1.1 (topografix.com)',
  lacks: ({ rounds }) =>
    rounds.length === 0 ? 'gpx needs a plan in which a worker has a spot with coordinates' : undefined,
  make: ({ rounds }) => new Map(rounds.map((round) => [`${fileName(round.worker)}.gpx`, gpxOf(round)])),
};

const gpxOf = ({ waypoints }: Round) =>
  writeGpx(
    waypoints.map(({ alias, position, visits }: Waypoint) => ({
      name: alias,
      position,
      text: visits.join(', '),
    })),
    EXACT_DECIMALS,
  );

/** A code as the name of a file on any system. */
const fileName = (code: string) => code.replaceAll(/[^A-Za-z0-9_-]/g, '_');
