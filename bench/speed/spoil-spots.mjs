// A copy of a spot table with faults of every kind that peers look for too, so that their counts can be compared with ours.
import { readFileSync, writeFileSync } from 'node:fs';

/** The faults that peers count, by our codes, each as the cells that make it. */
const FAULTS = {
  'cell-missing': { spot_id: '' },
  'choice-unknown': { status: 'gone' },
  'date-invalid': { validated_on: '2024-02-30' },
  'days-invalid': { peak_days: 'fri someday' },
  'hours-invalid': { hours: '20:00-02:75' },
  'count-negative': { weekend: '-1' },
  'range-order': { min: '9', max: '8', usual: '', peak_min: '', peak_max: '' },
  'range-half': { min: '', usual: '' },
  'usual-outside-range': { min: '3', max: '9', usual: '10', peak_min: '', peak_max: '' },
  'peak-below-usual': { min: '3', max: '9', usual: '', peak_min: '4', peak_max: '8' },
  'count-impossible': { max: '20001', usual: '', peak_min: '', peak_max: '' },
  'count-sentinel': { min: '99', max: '99', usual: '', weekday: '', weekend: '', peak_min: '', peak_max: '' },
  'count-missing': { min: '', max: '', usual: '', status: '' },
  'unit-slip': { min: '4', max: '6', usual: '', weekday: '35', peak_min: '', peak_max: '' },
  'coordinate-out-of-range': { lat: '90.5' },
  'coordinate-half': { lon: '' },
  'coordinate-zero': { lat: '0', lon: '0' },
  'municipality-unassigned': { municipality: '' },
  'spot-double': { lat: '41.12345', lon: '20.54321', population: 'TG', status: '' },
  'spot-duplicate': undefined,
};

/** The codes of the faults that peers count. */
export const FAULT_CODES = Object.keys(FAULTS);

/** Copies a table whose first cells are never quoted; the nth row of a kind comes 80 rows after the one before. */
export function spoilSpots(path, spoiledPath, times = 5) {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  let row = 100;
  for (let time = 0; time < times; time += 1) {
    for (const cells of Object.values(FAULTS)) {
      const line = lines[row].split(',');
      if (cells === undefined) line.splice(0, 2, ...lines[row - 1].split(',').slice(0, 2));
      for (const [name, cell] of Object.entries(cells ?? {})) line[columns.indexOf(name)] = cell;
      lines[row] = line.join(',');
      row += 80;
    }
  }
  writeFileSync(spoiledPath, `${[head, ...lines].join('\n')}\n`);
}
