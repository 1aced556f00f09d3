import { STEPS } from '../estimate/steps.js';
import { writeCsv } from '../formats/csv.js';
import { INPUT_TABLES } from './input-tables.js';

/** The files of an empty study: a commented study.yaml and every input table with its headers. */
export function newStudy(): Map<string, string> {
  const tables = INPUT_TABLES.filter((table) => table.id !== 'published').map(
    (table) =>
      [table.file, writeCsv({ name: table.id, columns: Object.keys(table.columns), rows: [] })] as const,
  );
  return new Map([['study.yaml', studyYaml()], ...tables]);
}

function studyYaml(): string {
  const steps = STEPS.map(
    (step) =>
      `  # ${step.question}\n  # ${step.variants.map((variant) => variant.id).join(', ')}\n  ${step.id}: ${step.standard}`,
  );
  return `# A spotwise study. Every setting has a default; spotwise explain NAME says what a step or variant does.
title: My mapping
round: 1
country: My country
# What results are given for here: municipality, township, county, district …
municipality_title: municipality

populations:
  - code: FSW
    label: Female sex workers
    # Column of places.csv the rate is given per 1,000 of.
    denominator: adult_women
  - code: MSM
    label: Men who have sex with men
    denominator: adult_men

# Night life often has its weekend on Friday and Saturday.
weekend: [fri, sat]

method:
${steps.join('\n')}

# Headers your files use, where they differ from spotwise's own names:
# columns:
#   spots:
#     spot_id: Hotspot code

# Seed of everything random: the same seed gives the same results.
seed: 1
`;
}
