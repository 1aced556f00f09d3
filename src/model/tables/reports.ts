import { inputTable, type RowOf } from '../columns.js';

export const REPORTS = inputTable({
  id: 'reports',
  file: 'reports.csv',
  rowIs: 'what one informant said of one population at one spot',
  columns: {
    informant_id: {
      kind: 'id',
      required: true,
      aliases: ['informant', 'ki_id'],
      meaning: 'code of the informant',
    },
    informant_type: {
      kind: 'text',
      meaning: 'kind of informant: taxi driver, vendor, member of the population …',
    },
    level: {
      kind: 'choice',
      choices: ['1', '2'],
      required: true,
      meaning: '1 = by people around the spot, 2 = at the spot with its own people',
    },
    spot_id: {
      kind: 'id',
      required: true,
      aliases: ['spot', 'hotspot', 'hotspot_id', 'site_id', 'venue', 'venue_id'],
      meaning: 'code of the spot reported on',
    },
    population: { kind: 'id', aliases: ['kp', 'group'], meaning: 'code of the population reported on' },
    min: {
      kind: 'count',
      required: true,
      aliases: ['minimum', 'lowest'],
      meaning: 'lowest number of persons on a usual day',
    },
    max: {
      kind: 'count',
      required: true,
      aliases: ['maximum', 'highest'],
      meaning: 'highest number of persons on a usual day',
    },
    peak_min: { kind: 'count', meaning: 'lowest number of persons on a peak day' },
    peak_max: { kind: 'count', meaning: 'highest number of persons on a peak day' },
    reported_on: { kind: 'date', meaning: 'day of the interview' },
  },
});

export type ReportRow = RowOf<typeof REPORTS>;
