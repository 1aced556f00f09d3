import type { PartsDone } from '../estimate/estimate.js';
import { writeCsv } from '../formats/csv.js';
import { writeGeoJson } from '../formats/geojson.js';
import type { Audience } from '../model/disclosure.js';
import type { Estimates } from '../model/estimate.js';
import type { Study } from '../model/study.js';
import type { Table } from '../model/table.js';
import { withoutPause } from '../plan/search/limits.js';
import { AUDIENCES, type RulesInForce } from './audiences.js';
import { estimateView } from './estimate-view.js';
import { populationLetters, type KeyedHash } from './labels.js';
import type { Manifest } from './manifest.js';
import type { Mask } from './mask/mask.js';
import { maskedPoints, type MovedBy } from './masked-points.js';
import { COARSE_DECIMALS, EXACT_DECIMALS } from './position.js';
import { protectStepwise } from './protect/protect-cells.js';
import { trueCells } from './protect/true-cells.js';
import { releaseTables } from './release-tables.js';

/** What an audience asked for. */
export interface ShareRequest {
  readonly audience: Audience;
  /** Rules of an aggregated audience. */
  readonly inForce?: RulesInForce | undefined;
  readonly mask?: Mask | undefined;
  /** Replaces population codes by letters: the keyed hash that puts them in order. */
  readonly letters?: KeyedHash | undefined;
}

/** What an audience gets: files, and what the manifest says of them. */
export interface SharedView {
  readonly files: ReadonlyMap<string, string>;
  /** The tables among the files, for outputs that take another shape. */
  readonly tables: readonly Table[];
  readonly said: Pick<Manifest, 'policy' | 'lowered' | 'cells' | 'mask' | 'notes'>;
  /** How far masked points were moved; not part of the output. */
  readonly moved?: MovedBy | undefined;
}

/** The estimates of a study as an audience may have them. Pure; the order of the input rows makes no difference to aggregated outputs. */
export function sharedView(study: Study, estimates: Estimates, request: ShareRequest): SharedView {
  return withoutPause(sharedViewStepwise(study, estimates, request));
}

/** The same, pausing where small cells are hidden, for whoever shows progress. */
export function* sharedViewStepwise(
  study: Study,
  estimates: Estimates,
  request: ShareRequest,
): Generator<PartsDone, SharedView, void> {
  const letters =
    request.letters === undefined
      ? undefined
      : populationLetters(
          estimates.national.map(({ population }) => population),
          request.letters,
        );
  return request.inForce === undefined
    ? spotView(study, estimates, { ...request, key: letters })
    : yield* aggregatedView(study, estimates, { ...request, inForce: request.inForce, key: letters });
}

const ROUNDING_NOTE =
  'Totals are rounded from true totals; rounded parts need not add up to them. Lows are rounded down, highs up.';
const HIDDEN_NOTE =
  'Hidden cells are small, or would give a small one away; which of the two is not said. Nobody counts as a small number.';

type LetterKey = ReadonlyMap<string, string> | undefined;

function* aggregatedView(
  study: Study,
  estimates: Estimates,
  request: ShareRequest & { readonly inForce: RulesInForce; readonly key: LetterKey },
): Generator<PartsDone, SharedView, void> {
  const { rules, lowered } = request.inForce;
  const cells = yield* protectStepwise(
    trueCells(study, estimates, AUDIENCES[request.audience].tables),
    rules,
  );
  const tables = releaseTables(cells, (population) => request.key?.get(population) ?? population);
  const hidden = cells.filter((cell) => cell.isHidden).length;
  return {
    files: new Map(tables.map((table) => [`${table.name}.csv`, writeCsv(table)])),
    tables,
    said: {
      policy: rules,
      lowered,
      cells: { shown: cells.length - hidden, hidden },
      notes: [ROUNDING_NOTE, HIDDEN_NOTE],
    },
  };
}

function spotView(
  study: Study,
  estimates: Estimates,
  request: ShareRequest & { readonly key: LetterKey },
): SharedView {
  const isExact = request.audience === 'team';
  const view = estimateView(study, estimates, isExact);
  const masked = request.mask === undefined ? undefined : maskedPoints(estimates.spots, request.mask);
  const tables = view.tables.filter(
    (table) => masked === undefined || (table.name !== 'spots' && table.name !== 'validate_next'),
  );
  const files = new Map(tables.map((table) => [`${table.name}.csv`, writeCsv(table)]));
  if (masked === undefined) {
    files.set('spots.geojson', writeGeoJson(view.spots, isExact ? EXACT_DECIMALS : COARSE_DECIMALS));
  } else {
    files.set('points.csv', writeCsv(masked.table));
    files.set('points.geojson', writeGeoJson(masked.features, COARSE_DECIMALS));
  }
  files.set('municipalities.geojson', writeGeoJson(view.municipalities, EXACT_DECIMALS));
  if (request.key !== undefined) files.set('key.csv', writeCsv(keyTable(request.key)));
  const mask =
    request.mask === undefined || masked === undefined
      ? {}
      : {
          mask: {
            method: request.mask.method,
            shown: masked.features.length,
            left_out: masked.leftOut,
          },
        };
  return { files, tables, said: { ...mask, notes: [] }, moved: masked?.moved };
}

/** Which letter stands for which population in the aggregated outputs of the same key. */
function keyTable(key: ReadonlyMap<string, string>): Table {
  const rows = [...key].map(([population, letter]) => [letter, population] as const);
  return {
    name: 'key',
    columns: ['letter', 'population'],
    rows: rows.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  };
}
