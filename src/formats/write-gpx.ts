import type { Position } from '../model/boundary.js';
import { formatNumber } from './number.js';
import { escapeXml } from './xml.js';

/** A named place for a phone or a handheld. */
export interface GpxPoint {
  readonly name: string;
  readonly text: string;
  readonly position: Position;
}

/**
 * The places as GPX 1.1 waypoints, coordinates with at most `decimals` decimals. No time, no author: a device adds what
 * it likes, we add nothing.
 */
export function writeGpx(points: readonly GpxPoint[], decimals: number): string {
  const lines = points.map(({ name, text, position: [longitude, latitude] }) => {
    const place = `lat="${formatNumber(latitude, decimals)}" lon="${formatNumber(longitude, decimals)}"`;
    const said = text === '' ? '' : `<desc>${escapeXml(text)}</desc>`;
    return `<wpt ${place}><name>${escapeXml(name)}</name>${said}<sym>Flag, Blue</sym></wpt>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="spotwise" xmlns="http://www.topografix.com/GPX/1/1">
${lines.join('')}</gpx>
`;
}
