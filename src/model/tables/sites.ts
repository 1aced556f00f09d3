import { inputTable, type RowOf } from '../columns.js';

export const SITES = inputTable({
  id: 'sites',
  file: 'sites.csv',
  rowIs: 'one site: a drop-in centre, clinic or mobile stop',
  columns: {
    site_id: {
      kind: 'id',
      required: true,
      aliases: ['dic', 'site', 'site_code'],
      meaning: 'code of the site',
    },
    kind: { kind: 'text', required: true, meaning: 'drop_in, clinic, mobile, …' },
    municipality: {
      kind: 'text',
      aliases: ['area', 'town', 'township', 'county', 'district', 'lga'],
      meaning: 'municipality of the site',
    },
    lat: { kind: 'latitude', aliases: ['latitude'], meaning: 'latitude' },
    lon: { kind: 'longitude', aliases: ['longitude', 'lng', 'long'], meaning: 'longitude' },
    services: { kind: 'words', meaning: 'services given, such as hiv sti art' },
    open: { kind: 'text', meaning: 'opening days and hours' },
    owner: { kind: 'text', meaning: 'who runs it' },
  },
});

export type SiteRow = RowOf<typeof SITES>;
