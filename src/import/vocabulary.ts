import type { InputColumn, InputTable } from '../model/columns.js';
import { foldHeader } from '../study/read-table.js';
import { INPUT_TABLES } from '../study/input-tables.js';
import { foldName } from '../study/names/fold-name.js';

/** Further names columns have in forms and hand-made tables, in English, Albanian and Serbian. */
const FIELD_NAMES: Readonly<Record<string, readonly string[]>> = {
  spot_id: [
    'spot_code',
    'spot_number',
    'hotspot_code',
    'hotspot_number',
    'hot_spot',
    'location_code',
    'venue_code',
    'site_code',
    'kodi_i_vendit',
    'kodi',
    'sifra_mesta',
    'sifra',
  ],
  population: ['key_population', 'kp_type', 'population_group', 'grupi', 'populacija', 'grupa'],
  municipality: ['municipality_name', 'komuna', 'opstina', 'opcina', 'adm2_name', 'adm3_name', 'city'],
  typology: ['spot_type', 'hotspot_type', 'venue_type', 'kind', 'lloji', 'lloji_i_vendit', 'vrsta', 'tip'],
  lat: ['y', 'gps_lat', 'gps_latitude', 'gjeresia_gjeografike', 'geografska_sirina'],
  lon: ['x', 'gps_lon', 'gps_lng', 'gps_longitude', 'gjatesia_gjeografike', 'geografska_duzina'],
  min: ['usual_min', 'min_usual', 'usual_minimum', 'minimumi', 'min_count', 'low'],
  max: ['usual_max', 'max_usual', 'usual_maximum', 'maksimumi', 'maksimum', 'max_count', 'high'],
  usual: ['usual_number', 'estimate', 'average', 'midpoint', 'mesatarja', 'prosek'],
  peak_min: ['min_peak', 'peak_minimum'],
  peak_max: ['max_peak', 'peak_maximum'],
  peak_days: ['busiest_days', 'busy_days', 'ditet_e_pikut', 'ditet', 'dani'],
  status: ['spot_status', 'validation_status', 'gjendja', 'stanje'],
  hours: ['opening_hours', 'orari', 'radno_vreme'],
  validated_on: ['validation_date', 'visit_date', 'visited_on', 'date_of_visit', 'event_date'],
  reported_on: ['interview_date', 'report_date', 'date_of_interview'],
  days_per_week: ['days_a_week', 'ditet_ne_jave', 'dana_nedeljno'],
  spots_per_day: ['spots_a_day'],
  respondent_id: ['respondent_code', 'interview_id'],
  informant_id: ['informant_code', 'key_informant', 'ki'],
  informant_type: ['type_of_informant', 'ki_type'],
};

/** How a header was found to stand for a column, the surest first. */
export type NameRule = 'name' | 'alias' | 'field name';

/** Letters a shapefile keeps of a column's name. */
const SHAPEFILE_NAME = 10;

/** A header as compared: lower case, no diacritics, words joined by underscores. */
export const foldColumn = (header: string): string =>
  (foldName(foldHeader(header).replaceAll('_', ' '))[0] ?? '').replaceAll(' ', '_');

/** The rule by which a name stands for a column of a table; undefined where it does not. */
export function nameRule(table: InputTable, column: string, name: string): NameRule | undefined {
  const folded = foldColumn(name);
  if (folded === column) return 'name';
  const aliases = table.columns[column]?.aliases ?? [];
  if (aliases.includes(folded)) return 'alias';
  const usual = FIELD_NAMES[column] ?? [];
  if (usual.includes(folded)) return 'field name';
  const cut = name.trim().toLowerCase();
  const isCut =
    cut.length === SHAPEFILE_NAME && [column, ...aliases, ...usual].some((whole) => whole.startsWith(cut));
  return isCut ? 'field name' : undefined;
}

/** The names columns of these kinds go by. */
const namesOf = (isWanted: (column: InputColumn) => boolean) =>
  new Set(
    INPUT_TABLES.flatMap((table) =>
      Object.entries<InputColumn>(table.columns)
        .filter(([, column]) => isWanted(column))
        .flatMap(([name, { aliases = [] }]) => [name, ...aliases, ...(FIELD_NAMES[name] ?? [])]),
    ),
  );

const KNOWN = namesOf(() => true);
const SEVERAL = namesOf(({ kind }) => kind === 'words' || kind === 'days');

/** True when some table has a column that goes by this name. */
export const isColumnName = (header: string): boolean => KNOWN.has(foldColumn(header));

/** True when a column that goes by this name holds several answers, such as days or languages. */
export const holdsSeveral = (header: string): boolean => SEVERAL.has(foldColumn(header));
