import { randomStream } from './tables.js';

/** Strings that stand for what must not get out; none occurs anywhere else. */
export const CANARIES = {
  names: [
    'Zarqelinda Vukothi',
    'Agronika Peshkuli',
    'Thiha Myatnoexyz',
    'Klub Kanarinka',
    'Oksanna Tryvozhna',
  ],
  notes: [
    'owner pays Sgt Quilbrand',
    'opens the blue gate',
    'ask for cousin Dorvani',
    'hidden stairs behind mill',
  ],
  phones: ['+38344919293', '044 717 818', '09-799-123-987', '+380501112239'],
  codes: ['XSPOT-QZ-771', 'XSPOT-QZ-772', 'XSPOT-QZ-773', 'XSPOT-QZ-774'],
  people: ['INF-KESTREL', 'INF-OSPREY', 'RESP-HERON', 'RESP-EGRET', 'WRK-LAPWING'],
  coordinates: ['42.648213', '21.167391', '42.659127', '21.171553'],
  study: [
    'Operation Larkspur',
    'Do not tell the Marwood office',
    'Credit to Pavonia Institute',
    'Landonia Minor',
  ],
};

/** Six canaries of codes and coordinates belong in exact outputs; these are all of them. */
export const ALL_CANARIES = Object.values(CANARIES).flat();

const MUNICIPALITIES = ['Aburg', 'Bedorf', 'Cestad', 'Delgrad', 'Eville', 'Fopolje', 'Gestan'];
const TYPOLOGIES = ['bar', 'street', 'home', 'park'];

const cell = (values: readonly string[], at: number) => values[at % values.length] ?? '';

/** Rows of spots.csv with canaries in every column that must not get out. */
export function sharedSpots(count = 260, seed = 5): string[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, (_, at) => {
    const low = Math.floor(random() ** 2 * 20);
    const code = at < CANARIES.codes.length ? cell(CANARIES.codes, at) : `s${at}`;
    const place = Math.floor(random() ** 4 * MUNICIPALITIES.length);
    const [lat, lon] =
      at < 2
        ? CANARIES.coordinates.slice(2 * at, 2 * at + 2)
        : [(42 + random()).toFixed(5), (21 + random()).toFixed(5)];
    return [
      code,
      at < 20 || random() < 0.6 ? 'FSW' : 'MSM',
      cell(MUNICIPALITIES, place),
      cell(TYPOLOGIES, Math.floor(random() * 4)),
      lat,
      lon,
      low,
      low + Math.floor(random() * 12),
      cell(CANARIES.names, at),
      cell(CANARIES.phones, at),
      cell(CANARIES.notes, at),
    ].join(',');
  });
}

const HEADER = 'spot_id,population,municipality,typology,lat,lon,min,max,owner_name,phone,notes';

/** The files of a study full of canaries. */
export function sharedStudy(spots: readonly string[] = sharedSpots(), share = ''): Record<string, string> {
  const [title, note, credit, country] = CANARIES.study;
  const [first, second, third, fourth, worker] = CANARIES.people;
  return {
    'in/study.yaml': `title: ${title}\ncountry: ${country}\nnotes: [${note}]\ncredits: [${credit}]\npopulations:\n  - code: FSW\n    denominator: adult_women\n  - code: MSM\n    denominator: adult_men\n${share}`,
    'in/spots.csv': `${HEADER}\n${spots.join('\n')}\n`,
    'in/reports.csv': `informant_id,level,spot_id,population,min,max\n${first},1,s9,FSW,1,5\n${second},1,s10,FSW,2,6\n`,
    'in/attendance.csv': `respondent_id,spot_id,population,days_per_week\n${third},s11,FSW,3\n${fourth},s12,FSW,4\n`,
    'in/workers.csv': `worker_id,population\n${worker},FSW\n`,
    'in/places.csv': `municipality,parent,adult_women,adult_men\n${MUNICIPALITIES.map((name, at) => `${name},${at < 3 ? 'North' : 'South'},${3000 + 500 * at},${3100 + 500 * at}`).join('\n')}\n`,
  };
}
