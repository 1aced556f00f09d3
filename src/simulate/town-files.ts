import { writeCsv } from '../formats/csv.js';
import { tabulate, type OutputColumn } from '../model/table.js';
import type { Scenario } from './scenarios.js';
import type {
  Town,
  TownAttendanceRow,
  TownPlaceRow,
  TownReportRow,
  TownRound,
  TownSpotRow,
  TownTruthRow,
} from './town-rows.js';
import type { TownSettings } from './town-settings.js';
import { listedSpots, townSettings } from './town-study.js';
import { makeTown } from './town.js';

/** The folder a second round goes to. */
export const SECOND_ROUND = 'round-2';

/**
 * Returns the files of an invented study: its tables, truth.csv with what is really so, and a README that says it is
 * invented. A town of two rounds has its second as a study of its own in `round-2`. Same scenario, town and seed,
 * same bytes.
 *
 * Example: of the base scenario: README.md, attendance.csv, places.csv, spots.csv, study.yaml, truth.csv.
 */
export function townFiles(scenario: Scenario, settings: TownSettings): Map<string, string> {
  const town = makeTown(settings);
  const files = new Map<string, string>();
  for (const round of town.rounds) {
    const folder = round.round === 1 ? '' : `${SECOND_ROUND}/`;
    for (const [name, text] of roundFiles(town, round)) files.set(folder + name, text);
    files.set(`${folder}study.yaml`, studyYaml(scenario, settings, round.round === 1 ? 1 : 2));
  }
  files.set('truth.csv', writeCsv(tabulate('truth', TRUTH_COLUMNS, town.truth)));
  files.set('README.md', readme(scenario, settings, town));
  return files;
}

function roundFiles(town: Town, round: TownRound): [string, string][] {
  const spots = [...listedSpots(round)].sort(bySpotThenPopulation);
  return [
    ['spots.csv', writeCsv(tabulate('spots', SPOT_COLUMNS, spots))],
    ['places.csv', writeCsv(tabulate('places', PLACE_COLUMNS, town.places))],
    ...(round.reports.length === 0
      ? []
      : [['reports.csv', writeCsv(tabulate('reports', REPORT_COLUMNS, round.reports))] as [string, string]]),
    ...(round.attendance.length === 0
      ? []
      : [
          ['attendance.csv', writeCsv(tabulate('attendance', ATTENDANCE_COLUMNS, round.attendance))] as [
            string,
            string,
          ],
        ]),
  ];
}

function bySpotThenPopulation(one: TownSpotRow, other: TownSpotRow): number {
  const keys = [one, other].map((row) => `${row.spot_id} ${row.population}`);
  return (keys[0] ?? '') < (keys[1] ?? '') ? -1 : 1;
}

/** Columns that hold the field of their own name. */
function plain<Row>(meanings: Readonly<Record<string, string>>): OutputColumn<Row>[] {
  return Object.entries(meanings).map(([name, meaning]) => ({
    name,
    meaning,
    of: (row) => (row as Readonly<Record<string, string | number | undefined>>)[name],
  }));
}

/** A row of level 1 leaves its ends to the reports. */
const ends = (name: 'min' | 'max'): OutputColumn<TownSpotRow> => ({
  name,
  meaning: `${name} of persons on a usual day`,
  of: (row) => (row.level === 1 ? undefined : row[name]),
});

const SPOT_COLUMNS: readonly OutputColumn<TownSpotRow>[] = [
  ...plain<TownSpotRow>({
    spot_id: 'code of the spot',
    population: 'population counted',
    municipality: 'where it is',
    zone: 'part of the municipality',
    typology: 'kind of spot',
    mode: 'geo or web',
    status: 'active or defunct',
    level: '1 reported, 2 visited',
  }),
  ends('min'),
  ends('max'),
  ...plain<TownSpotRow>({
    usual: 'persons on the day counted',
    peak_min: 'persons on the second busiest day',
    peak_max: 'persons on the busiest day',
    weekday: 'mean of Monday to Friday',
    weekend: 'mean of Saturday and Sunday',
  }),
];

const REPORT_COLUMNS = plain<TownReportRow>({
  informant_id: 'code of the informant',
  informant_type: 'kind of informant',
  level: '1',
  spot_id: 'spot spoken of',
  population: 'population spoken of',
  min: 'lowest number said',
  max: 'highest number said',
});

const ATTENDANCE_COLUMNS = plain<TownAttendanceRow>({
  respondent_id: 'code of the interview',
  spot_id: 'where the person was met',
  population: 'population of the person',
  days_per_week: 'days a week at spots',
  spots_per_day: 'spots on such a day',
  online: 'whether the person is online too',
});

const PLACE_COLUMNS = plain<TownPlaceRow>({
  municipality: 'name',
  adult_men: 'denominator',
  adult_women: 'denominator',
});

const TRUTH_COLUMNS = plain<TownTruthRow>({
  municipality: 'name',
  population: 'population',
  people: 'all people',
  attending: 'people who come to spots in a week',
  hidden: 'people who never do',
  seen_online: 'people with a profile',
  online_and_attending: 'people with a profile who also come to spots',
  profiles: 'profiles, of which one person may hold several',
});

function studyYaml(scenario: Scenario, town: TownSettings, round: 1 | 2): string {
  const settings = townSettings(town, {
    title: `INVENTED: ${scenario.title}, seed ${town.seed}`,
    notes: ['INVENTED: no person, spot or place here is real.'],
    round,
    method: scenario.method,
  });
  const { title, country, populations, method, weekend, notes, seed } = settings;
  return `# INVENTED by spotwise simulate: no person, spot or place here is real.
title: ${JSON.stringify(title)}
round: '${round}'
country: ${country}
populations:
${populations.map(({ code, denominator }) => `  - code: ${JSON.stringify(code)}\n    denominator: ${denominator}`).join('\n')}
method: ${JSON.stringify(method)}
weekend: [${weekend.join(', ')}]
notes:
${notes.map((note) => `  - ${JSON.stringify(note)}`).join('\n')}
seed: ${seed}
`;
}

function readme(scenario: Scenario, settings: TownSettings, town: Town): string {
  const truths = town.truth.map(
    ({ municipality, population, people, attending, hidden, seen_online: online }) =>
      `| ${municipality} | ${population} | ${people} | ${attending} | ${hidden} | ${online} |`,
  );
  return `# INVENTED: ${scenario.title}

**Everything in this folder is invented.** No person, spot, place or number here is real. It was made by
\`spotwise simulate\` (scenario ${scenario.id}, seed ${settings.seed}, changed as \`town.yaml\` says where there is one) to rehearse
a study against a truth that is known. Do not publish these numbers, plan from them or mix them with data from the
field.

${scenario.special} It tests: ${scenario.tests.charAt(0).toLowerCase()}${scenario.tests.slice(1)}

${scenario.advice}

What is really so (\`truth.csv\`; nobody in the field can see it):

| municipality | population | people | come to spots | never do | online |
| --- | --- | ---: | ---: | ---: | ---: |
${truths.join('\n')}

Try \`spotwise check\`, then \`spotwise estimate\`, on this folder and compare.${
    town.rounds.length > 1 ? ` The second round is the study in \`${SECOND_ROUND}\`.` : ''
  }
`;
}
