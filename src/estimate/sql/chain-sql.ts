import type { Study } from '../../model/study.js';
import { VERSION } from '../../version.js';
import { chainChoices, type ChainChoices } from './chain-choices.js';
import { sqlName } from '../../model/sql-words.js';
import { loadTables, type Dialect } from './dialects.js';
import { spotSteps } from './spot-steps.js';
import type { SqlSource } from './sql-source.js';
import { table } from './step-table.js';
import { totalSteps } from './total-steps.js';

/**
 * Returns the estimation chain a study chooses as SQL over its own tables, one table a step, ending in
 * `municipalities.csv` and `national.csv` as `spotwise estimate` writes them. Throws a UsageError that names a step SQL
 * cannot say. It checks nothing: run `spotwise check` first.
 */
export function chainSql(study: Study, source: SqlSource, dialect: Dialect): string {
  const choices = chainChoices(study);
  const steps = [
    table('chain', 'What each population chooses.', chainTable(choices)),
    ...denominatorTables(choices, source),
    ...spotSteps(source),
    ...totalSteps(dialect),
  ];
  return [
    `-- ${study.settings.title}: the estimation chain, written by spotwise ${VERSION} for ${dialect.id}.`,
    `-- ${dialect.says}.`,
    '',
    loadTables(source, dialect),
    '',
    ...steps,
    dialect.save('municipalities', `${dialect.byBytes('municipality')}, ${dialect.byBytes('population')}`),
    dialect.save('national', dialect.byBytes('population')),
    '',
  ].join('\n');
}

const text = (value: string | undefined) =>
  value === undefined ? 'CAST(NULL AS TEXT)' : `'${value.replaceAll("'", "''")}'`;
const real = (value: number) => `CAST(${value} AS DOUBLE PRECISION)`;

function chainTable(choices: readonly ChainChoices[]): string {
  const rows = choices.map((choice) => {
    const cells = Object.entries(choice).map(
      ([name, value]) => `${typeof value === 'number' ? real(value) : text(value)} AS ${name}`,
    );
    return `SELECT ${cells.join(', ')}`;
  });
  return rows.join('\nUNION ALL\n');
}

/** Municipalities with whether they were mapped, and the persons each population's rate is per 1,000 of. */
function denominatorTables(choices: readonly ChainChoices[], { places }: SqlSource): string[] {
  const cell = (column: string) => {
    const header = places?.columns.get(column);
    return header === undefined ? 'CAST(NULL AS TEXT)' : `NULLIF(TRIM(${sqlName(header)}), '')`;
  };
  const place =
    places === undefined
      ? `SELECT CAST(NULL AS TEXT) AS municipality, CAST(NULL AS TEXT) AS mapped WHERE 1 = 0`
      : `SELECT ${cell('municipality')} AS municipality,
       CASE WHEN LOWER(${cell('mapped')}) IN ('yes', 'y', 'true', '1') THEN 'yes'
            WHEN ${cell('mapped')} IS NOT NULL THEN 'no' END AS mapped
FROM places_text`;
  const persons = choices.flatMap(({ population, denominator }) =>
    denominator === undefined || places?.headers.includes(denominator) !== true
      ? []
      : [
          `SELECT ${cell('municipality')} AS municipality, ${text(population)} AS population,
       CAST(NULLIF(TRIM(${sqlName(denominator)}), '') AS DOUBLE PRECISION) AS persons
FROM places_text`,
        ],
  );
  const none = `SELECT CAST(NULL AS TEXT) AS municipality, CAST(NULL AS TEXT) AS population, CAST(NULL AS DOUBLE PRECISION) AS persons WHERE 1 = 0`;
  return [
    table('place', 'Municipalities: mapped is yes, no or not said.', place),
    table('denominator', 'Persons the rates are per 1,000 of.', persons.join('\nUNION ALL\n') || none),
  ];
}
