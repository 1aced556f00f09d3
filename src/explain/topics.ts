import {
  CONCENTRATION_COLUMNS,
  LEVEL_1_FACTOR_COLUMNS,
  MUNICIPALITY_COLUMNS,
  NATIONAL_COLUMNS,
  SPOT_COLUMNS,
  TRACE_COLUMNS,
  TYPOLOGY_COLUMNS,
  VALIDATE_NEXT_COLUMNS,
  WEEK_COLUMNS,
} from '../estimate/tables.js';
import { STEPS } from '../estimate/steps.js';
import {
  CHANGE_COLUMNS,
  DECAY_COLUMNS,
  REVISIT_COLUMNS,
  SPOT_CHANGE_COLUMNS,
} from '../methods/compare/tables.js';
import { METHOD_FAMILIES } from '../methods/registry.js';
import { SIZING_COLUMNS } from '../methods/estimates-table.js';
import type { Card, Chapter } from '../model/card.js';
import type { ExportFormat } from '../export/format.js';
import { EXPORT_FORMATS } from '../export/registry.js';
import { ISSUES, type IssueKind } from '../model/issue-catalogue.js';
import { ISSUE_COLUMNS } from '../model/issue-table.js';
import { INPUT_TABLES } from '../study/input-tables.js';
import { nearestName } from '../study/nearest-name.js';

/** Something that can be explained. */
export type Topic =
  | { readonly kind: 'step' | 'family'; readonly name: string; readonly step: Chapter }
  | { readonly kind: 'variant'; readonly name: string; readonly step: Chapter; readonly card: Card }
  | { readonly kind: 'issue'; readonly name: string; readonly issue: IssueKind }
  | { readonly kind: 'format'; readonly name: string; readonly format: ExportFormat }
  | { readonly kind: 'column'; readonly name: string; readonly meanings: readonly ColumnMeaning[] };

/** What a column means in one table. */
export interface ColumnMeaning {
  readonly table: string;
  readonly meaning: string;
}

const OUTPUT_TABLES: readonly (readonly [
  string,
  readonly { readonly name: string; readonly meaning: string }[],
])[] = [
  ['national.csv', NATIONAL_COLUMNS],
  ['municipalities.csv', MUNICIPALITY_COLUMNS],
  ['typologies.csv', TYPOLOGY_COLUMNS],
  ['spots.csv (result)', SPOT_COLUMNS],
  ['week.csv', WEEK_COLUMNS],
  ['concentration.csv', CONCENTRATION_COLUMNS],
  ['trace.csv', TRACE_COLUMNS],
  ['level1_factors.csv', LEVEL_1_FACTOR_COLUMNS],
  ['validate_next.csv', VALIDATE_NEXT_COLUMNS],
  ['issues.csv', ISSUE_COLUMNS],
  ['estimates.csv', SIZING_COLUMNS],
  ['change.csv', CHANGE_COLUMNS],
  ['spot_changes.csv', SPOT_CHANGE_COLUMNS],
  ['decay.csv', DECAY_COLUMNS],
  ['revisit.csv', REVISIT_COLUMNS],
];

/** Every topic: the steps and the families of sizing methods with their cards, the issues, the columns of all tables. */
export function topics(): Topic[] {
  return [
    ...STEPS.flatMap((step) => chapterTopics('step', step)),
    ...METHOD_FAMILIES.flatMap((family) => chapterTopics('family', family)),
    ...Object.entries(ISSUES).map(([name, issue]): Topic => ({ kind: 'issue', name, issue })),
    ...EXPORT_FORMATS.map((format): Topic => ({ kind: 'format', name: format.id, format })),
    ...columnTopics(),
  ];
}

function chapterTopics(kind: 'step' | 'family', step: Chapter): Topic[] {
  return [
    { kind, name: step.id, step },
    ...step.variants.map((card): Topic => ({ kind: 'variant', name: `${step.id}.${card.id}`, step, card })),
  ];
}

function columnTopics(): Topic[] {
  const byName = new Map<string, ColumnMeaning[]>();
  const add = (name: string, meaning: ColumnMeaning) =>
    byName.set(name, [...(byName.get(name) ?? []), meaning]);
  for (const table of INPUT_TABLES) {
    for (const [name, { meaning }] of Object.entries(table.columns))
      add(name, { table: `${table.file} (input)`, meaning });
  }
  for (const [table, columns] of OUTPUT_TABLES) {
    for (const { name, meaning } of columns) add(name, { table, meaning });
  }
  return [...byName].map(([name, meanings]) => ({ kind: 'column', name, meanings }));
}

/** The topics a name can mean: by full name, or a variant by its own id; none where nothing is called that. */
export function findTopics(name: string): Topic[] {
  const wanted = name.toLowerCase();
  return topics().filter(
    (topic) => topic.name === wanted || (topic.kind === 'variant' && topic.card.id === wanted),
  );
}

/** The nearest name that can be explained. */
export function nearestTopic(name: string): string | undefined {
  return nearestName(
    name,
    topics().flatMap((topic) => (topic.kind === 'variant' ? [topic.name, topic.card.id] : [topic.name])),
  );
}
