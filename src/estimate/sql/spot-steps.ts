import { sqlName } from '../../model/sql-words.js';
import type { SqlSource, SqlTable } from './sql-source.js';
import { table } from './step-table.js';

const NUMBER = 'DOUBLE PRECISION';

const cellOf = (source: SqlTable, column: string) => {
  const header = source.columns.get(column);
  return header === undefined ? 'CAST(NULL AS TEXT)' : `NULLIF(TRIM(${sqlName(header)}), '')`;
};

/** A cell with one of a few words, folded as the reader folds it. */
const wordOf = (source: SqlTable, column: string) =>
  `REPLACE(REPLACE(LOWER(${cellOf(source, column)}), ' ', '_'), '-', '_')`;

const levelOf = (source: SqlTable) => `REPLACE(REPLACE(${wordOf(source, 'level')}, 'level_', ''), 'l', '')`;

const numberOf = (source: SqlTable, column: string) => `CAST(${cellOf(source, column)} AS ${NUMBER})`;

const lesser = (one: string, other: string) => `CASE WHEN ${one} < ${other} THEN ${one} ELSE ${other} END`;
const greater = (one: string, other: string) => `CASE WHEN ${one} > ${other} THEN ${one} ELSE ${other} END`;

/** From the tables to the corrected persons of every spot. */
export function spotSteps({ spots, reports }: SqlSource): string[] {
  const population = spots.columns.has('population')
    ? cellOf(spots, 'population')
    : '(SELECT MIN(population) FROM chain)';
  return [
    table(
      'spot',
      'Active spots, with the persons their own row states.',
      `SELECT ${cellOf(spots, 'spot_id')} AS spot_id, ${population} AS population,
       ${cellOf(spots, 'municipality')} AS municipality, ${cellOf(spots, 'typology')} AS typology,
       COALESCE(${wordOf(spots, 'mode')}, 'geo') AS mode,
       CASE WHEN ${levelOf(spots)} = '1' THEN '1' ELSE '2' END AS own_level,
       ${numberOf(spots, 'min')} AS own_min, ${numberOf(spots, 'max')} AS own_max, ${numberOf(spots, 'usual')} AS own_usual
FROM spots_text
WHERE COALESCE(${wordOf(spots, 'status')}, 'active') = 'active'`,
    ),
    table(
      'said',
      'What is said of a spot at each level: by its own row, else by informants, joined as the chain says.',
      `SELECT population, spot_id, own_level AS level, own_min AS least, own_max AS most, own_usual AS usual
FROM spot
WHERE (own_min IS NOT NULL AND own_max IS NOT NULL) OR own_usual IS NOT NULL${
        reports === undefined
          ? ''
          : `
UNION ALL
SELECT report.population, report.spot_id, report.level,
       CASE MIN(chain.informants) WHEN 'mean' THEN AVG(report.least) ELSE MIN(report.least) END,
       CASE MIN(chain.informants) WHEN 'mean' THEN AVG(report.most) ELSE MAX(report.most) END,
       CAST(NULL AS ${NUMBER})
FROM (SELECT ${reports.columns.has('population') ? cellOf(reports, 'population') : '(SELECT MIN(population) FROM chain)'} AS population, ${cellOf(reports, 'spot_id')} AS spot_id, ${levelOf(reports)} AS level,
             ${numberOf(reports, 'min')} AS least, ${numberOf(reports, 'max')} AS most
      FROM reports_text) AS report
JOIN chain ON chain.population = report.population
JOIN spot ON spot.population = report.population AND spot.spot_id = report.spot_id
WHERE NOT (report.level = spot.own_level
           AND ((spot.own_min IS NOT NULL AND spot.own_max IS NOT NULL) OR spot.own_usual IS NOT NULL))
GROUP BY report.population, report.spot_id, report.level`
      }`,
    ),
    table(
      'settled',
      'One figure per spot and level, with the lowest and highest; without a range where only one figure is stated.',
      `SELECT population, spot_id, level, has_range,
       ${lesser('least', 'estimate')} AS low, estimate, ${greater('most', 'estimate')} AS high
FROM (SELECT said.population, spot_id, level,
             CASE WHEN least IS NOT NULL AND most IS NOT NULL THEN 1 ELSE 0 END AS has_range,
             COALESCE(CASE WHEN most IS NOT NULL THEN least END, usual) AS least,
             COALESCE(CASE WHEN least IS NOT NULL THEN most END, usual) AS most,
             CASE WHEN least IS NULL OR most IS NULL THEN usual
                  WHEN settle = 'minimum' THEN least
                  WHEN settle = 'maximum' THEN most
                  WHEN settle = 'geometric' THEN SQRT(least * most)
                  WHEN settle = 'stated' AND usual IS NOT NULL THEN usual
                  ELSE (least + most) / 2 END AS estimate
      FROM said JOIN chain ON chain.population = said.population) AS figure
WHERE estimate IS NOT NULL`,
    ),
    table(
      'figure',
      'Level 2 before level 1; level_one is what was said at level 1 where both are known.',
      `SELECT spot.population, spot.spot_id, spot.mode, COALESCE(spot.municipality, 'unassigned') AS municipality,
       COALESCE(spot.municipality, '') AS stated_municipality, COALESCE(spot.typology, '') AS typology,
       COALESCE(second.level, first.level) AS level, COALESCE(second.has_range, first.has_range) AS has_range,
       COALESCE(second.low, first.low) AS low, COALESCE(second.estimate, first.estimate) AS estimate,
       COALESCE(second.high, first.high) AS high,
       CASE WHEN second.level IS NOT NULL THEN first.estimate END AS level_one
FROM spot
LEFT JOIN settled AS second ON second.population = spot.population AND second.spot_id = spot.spot_id AND second.level = '2'
LEFT JOIN settled AS first ON first.population = spot.population AND first.spot_id = spot.spot_id AND first.level = '1'
WHERE second.level IS NOT NULL OR first.level IS NOT NULL`,
    ),
    table(
      'grouped',
      'The group whose spots with both levels teach the factor of a spot known at level 1 only.',
      `SELECT figure.*,
       CASE level_1 WHEN 'typology' THEN typology WHEN 'municipality' THEN stated_municipality ELSE '' END AS kind
FROM figure JOIN chain ON chain.population = figure.population`,
    ),
    table(
      'factor',
      'Persons at level 2 over persons said at level 1, by group and (kind empty) over all.',
      `SELECT population, kind, 0 AS is_overall, SUM(estimate) / NULLIF(SUM(level_one), 0) AS factor
FROM grouped WHERE level = '2' AND level_one IS NOT NULL GROUP BY population, kind
UNION ALL
SELECT population, '', 1, SUM(estimate) / NULLIF(SUM(level_one), 0)
FROM grouped WHERE level = '2' AND level_one IS NOT NULL GROUP BY population`,
    ),
    table(
      'corrected',
      'Spots known at level 1 only, scaled.',
      `SELECT population, spot_id, mode, municipality, has_range, low * scale AS low, estimate * scale AS estimate, high * scale AS high
FROM (SELECT grouped.*,
             CASE WHEN grouped.level = '1' AND level_1 <> 'none' AND overall.factor IS NOT NULL
                  THEN COALESCE(own.factor, overall.factor) ELSE 1 END AS scale
      FROM grouped
      JOIN chain ON chain.population = grouped.population
      LEFT JOIN factor AS own ON own.population = grouped.population AND own.kind = grouped.kind AND own.is_overall = 0
      LEFT JOIN factor AS overall ON overall.population = grouped.population AND overall.is_overall = 1) AS scaled`,
    ),
    table(
      'persons',
      'People who come to no spot added; at_ is who is met at the spot.',
      `SELECT corrected.population, spot_id, mode, municipality, has_range,
       corrected.low AS at_low, corrected.estimate AS at_estimate, corrected.high AS at_high,
       ${['low', 'estimate', 'high'].map((end) => raised(end)).join(',\n       ')}
FROM corrected
JOIN chain ON chain.population = corrected.population
JOIN (SELECT population, SUM(estimate) AS counted FROM corrected GROUP BY population) AS base
  ON base.population = corrected.population`,
    ),
  ];
}

const withAdded = (end: string) => `corrected.${end} + hidden_${end} * (corrected.estimate / counted)`;

/** With people added to an end, low and high stay around the estimate. */
function addedInOrder(end: string): string {
  if (end === 'low') return lesser(withAdded('low'), withAdded('estimate'));
  return end === 'high' ? greater(withAdded('high'), withAdded('estimate')) : withAdded(end);
}

const raised = (end: string) =>
  `CASE hidden WHEN 'add' THEN ${addedInOrder(end)}
            WHEN 'divide' THEN CASE WHEN mode = 'geo' THEN corrected.${end} / share_seen ELSE corrected.${end} END
            ELSE corrected.${end} END AS ${end}`;
