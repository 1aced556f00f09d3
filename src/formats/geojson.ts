import type { Position, Ring } from '../model/boundary.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import {
  type ColumnRows,
  type FilledColumn,
  type NumberCells,
  type WordCells,
} from '../model/column-rows.js';
import type { Cell } from '../model/table.js';
import { ByteText, MadeTexts, plainSigns, textOf, WordWriter } from './byte-text.js';
import { decodeText } from './decode.js';
import { batchPieces, type RowForm, type RowPart, type WritingOptions } from './row-core.js';

/** One outline as it stands in a file: its properties as text and its polygons. */
export interface Outline {
  readonly properties: ReadonlyMap<string, string>;
  readonly polygons: readonly (readonly Ring[])[];
}

export interface OutlineReading {
  readonly outlines: readonly Outline[];
  readonly issues: readonly Issue[];
}

/** Reads polygons from GeoJSON (RFC 7946); whatever is not such a file is an issue that names the feature. */
export function readOutlines(bytes: Uint8Array, file: string): OutlineReading {
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return { outlines: [], issues: [decoded.issue] };
  const refuse = (message: string): OutlineReading => ({
    outlines: [],
    issues: [raise('geojson-invalid', { file }, { message })],
  });
  let document: unknown;
  try {
    document = JSON.parse(decoded.text);
  } catch {
    return refuse('The file is no valid JSON.');
  }
  const features =
    isObject(document) && document['type'] === 'FeatureCollection' ? document['features'] : undefined;
  if (!Array.isArray(features) || features.length === 0) return refuse('There are no features in the file.');
  const outlines: Outline[] = [];
  const issues: Issue[] = [];
  for (const [at, feature] of features.entries()) {
    const outline = readOutline(feature);
    if (typeof outline === 'string') {
      issues.push(raise('geojson-invalid', { file }, { message: `Feature ${at + 1}: ${outline}` }));
    } else outlines.push(outline);
  }
  return { outlines, issues };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOutline(feature: unknown): Outline | string {
  const geometry = isObject(feature) && isObject(feature['geometry']) ? feature['geometry'] : undefined;
  if (!isObject(feature) || geometry === undefined) return 'it has no geometry.';
  const { type, coordinates } = geometry;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons)) return 'only Polygon and MultiPolygon can be a municipality.';
  for (const polygon of polygons) {
    const fault = polygonFault(polygon);
    if (fault !== undefined) return fault;
  }
  const properties = isObject(feature['properties']) ? feature['properties'] : {};
  const named = Object.entries(properties).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return {
    properties: new Map(named.map(([key, value]) => [key, String(value).trim().normalize('NFC')])),
    polygons: polygons as Ring[][],
  };
}

function polygonFault(polygon: unknown): string | undefined {
  if (!Array.isArray(polygon) || polygon.length === 0) return 'a polygon has no ring.';
  for (const ring of polygon) {
    if (!Array.isArray(ring) || ring.length < 4) return 'a ring has fewer than four positions.';
    if (!ring.every(isPosition)) return 'a position is not longitude and latitude in degrees.';
    const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
    if (first[0] !== last[0] || first[1] !== last[1]) return 'a ring is not closed.';
  }
  return undefined;
}

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length < 2) return false;
  const [longitude, latitude] = value as unknown[];
  return isWithin(longitude, 180) && isWithin(latitude, 90);
}

const isWithin = (value: unknown, limit: number) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;

/** A feature to be written: a stable id, its geometry and flat properties. */
export interface Feature {
  readonly id: string;
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
  readonly properties: Readonly<Record<string, Cell>>;
}

/** Points to be written, by column: never a feature each. */
export interface PointRows extends ColumnRows {
  /** Names of the properties, one a column. */
  readonly names: readonly string[];
  /** What makes the id of a feature, put together with a slash; a word is in every row. */
  readonly id: readonly WordCells[];
  /** Longitude and latitude; where one is missing the row has no feature. */
  readonly position: readonly [NumberCells, NumberCells];
}

/** A piece of a file is handed over when it is this long, in bytes. */
const PIECE = 1 << 18;
const PROPERTY_DECIMALS = 6;
const [QUOTE, COMMA, OPEN, CLOSE] = [34, 44, 91, 93];
const PLAIN = plainSigns('"\\');
const OPENING = '{\n  "type": "FeatureCollection",\n  "features": [\n';
const CLOSING = '\n  ]\n}\n';

/**
 * The features as GeoJSON text after RFC 7946: one feature a line, longitude before latitude, outer rings
 * counter-clockwise and holes clockwise, coordinates with at most `decimals` decimals. No name, no bounding box.
 */
export function writeGeoJson(features: Iterable<Feature>, decimals = 5): string {
  return textOf(geoJsonPieces(features, decimals));
}

/** The bytes of the same text piece by piece, for files too large to be one string. */
export function* geoJsonPieces(features: Iterable<Feature>, decimals = 5): Generator<Uint8Array> {
  const out = new ByteText();
  const writer = new FeatureWriter(out, decimals);
  out.text(OPENING);
  let isFirst = true;
  for (const feature of features) {
    if (!isFirst) out.ready(BETWEEN);
    isFirst = false;
    writer.write(feature);
    if (out.length >= PIECE) yield out.take();
  }
  out.text(CLOSING);
  yield out.take();
}

/** The points as the text that `geoJsonPieces` makes of a feature each. */
export function* pointPieces(
  points: PointRows,
  decimals = 5,
  { usesCore }: WritingOptions = {},
): Generator<Uint8Array> {
  const out = new ByteText();
  const writer = new PointWriter(points, out, decimals);
  out.text(OPENING);
  yield* batchPieces(writer.form, out, usesCore);
  out.text(CLOSING);
  yield out.take();
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const TEXTS = {
  between: ',\n',
  start: '    {"type": "Feature", "id": ',
  point: ', "geometry": {"type": "Point", "coordinates": ',
  properties: '}, "properties": {',
  end: '}}',
};
const BETWEEN = bytesOf(TEXTS.between);
const START = bytesOf(TEXTS.start);
const GEOMETRY = {
  Point: bytesOf(TEXTS.point),
  LineString: bytesOf(', "geometry": {"type": "LineString", "coordinates": '),
  MultiPolygon: bytesOf(', "geometry": {"type": "MultiPolygon", "coordinates": '),
};
const PROPERTIES = bytesOf(TEXTS.properties);
const END = bytesOf(TEXTS.end);
const NULL = bytesOf('null');

/** Writes features one after the other; keeps what they have in common, such as the names of properties, as bytes. */
class FeatureWriter {
  private readonly texts = new MadeTexts((text) => JSON.stringify(text));
  /** The names of properties as they came in the feature before, and their bytes with what goes around them. */
  private readonly keys: string[] = [];
  private readonly labels: Uint8Array[] = [];

  private readonly out: ByteText;
  private readonly decimals: number;

  constructor(out: ByteText, decimals: number) {
    this.out = out;
    this.decimals = decimals;
  }

  write(feature: Feature): void {
    const { out } = this;
    out.ready(START);
    this.string(feature.id);
    out.ready(GEOMETRY[feature.geometry.type]);
    writeCoordinates(out, feature, this.decimals);
    out.ready(PROPERTIES);
    this.properties(feature.properties);
    out.ready(END);
  }

  private properties(properties: Feature['properties']): void {
    let at = 0;
    for (const key in properties) {
      this.property(key, at, properties[key]);
      at += 1;
    }
  }

  private property(key: string, at: number, cell: Cell): void {
    const { out, keys, labels } = this;
    if (keys[at] !== key) {
      keys[at] = key;
      labels[at] = bytesOf(labelOf(key, at));
    }
    out.ready(labels[at] ?? NULL);
    if (cell === undefined) out.ready(NULL);
    else if (typeof cell === 'number') out.number(cell, PROPERTY_DECIMALS);
    else this.string(cell);
  }

  private string(text: string): void {
    if (!this.out.plainQuoted(text, PLAIN)) this.out.ready(this.texts.of(text));
  }
}

const labelOf = (name: string, at: number) => `${at === 0 ? '' : ', '}${JSON.stringify(name)}: `;
const [LONGITUDE, LATITUDE, FIRST_OF_ID] = [0, 1, 2];

const literal = (text: string): RowPart => ({ kind: 'literal', text });

/** Writes points of a batch one after the other; what they have in common, and each word, is made into bytes once. */
class PointWriter {
  private readonly out: ByteText;
  private readonly decimals: number;
  private readonly idLength: number;
  /** How it is done by the core. */
  readonly form: RowForm;
  /** A writer of words, or the label before a number, by column of the batch. */
  private readonly writers: (WordWriter | undefined)[];
  private readonly labels: Uint8Array[];

  constructor(points: PointRows, out: ByteText, decimals: number) {
    this.out = out;
    this.decimals = decimals;
    this.idLength = points.id.length;
    const inId = points.id.map(
      ({ words }, at) =>
        new WordWriter(words, {
          before: at === 0 ? '' : '/',
          plain: PLAIN,
          make: (text) => JSON.stringify(text).slice(1, -1),
        }),
    );
    const inProperties = points.columns.map((column, at) =>
      column.kind === 'numbers'
        ? undefined
        : new WordWriter(column.words, {
            before: labelOf(points.names[at] ?? '', at),
            around: '"',
            plain: PLAIN,
            make: (text) => JSON.stringify(text),
          }),
    );
    this.writers = [undefined, undefined, ...inId, ...inProperties];
    const before = this.writers.length - inProperties.length;
    this.labels = this.writers.map((_, at) =>
      bytesOf(at < before ? '' : labelOf(points.names[at - before] ?? '', at - before)),
    );
    this.form = {
      rows: { length: points.length, columns: [...points.position, ...points.id, ...points.columns] },
      parts: this.parts(points),
      signs: { plain: PLAIN, plainStart: PLAIN },
      write: (filled, at, isFirst) => this.write(filled, at, isFirst),
    };
  }

  /** What every point but the first is made of. */
  private parts({ id, names, columns }: PointRows): RowPart[] {
    const degrees = (column: number): RowPart => {
      return { kind: 'number', column, before: '', empty: '', decimals: this.decimals };
    };
    const word = (column: number, empty: string): RowPart[] => {
      const writer = this.writers[column];
      return writer === undefined ? [] : [{ kind: 'word', column, writer, empty }];
    };
    return [
      { kind: 'needed', column: LONGITUDE },
      { kind: 'needed', column: LATITUDE },
      literal(`${TEXTS.between}${TEXTS.start}"`),
      ...id.flatMap((_, at) => word(FIRST_OF_ID + at, 'null')),
      literal(`"${TEXTS.point}[`),
      degrees(LONGITUDE),
      literal(','),
      degrees(LATITUDE),
      literal(`]${TEXTS.properties}`),
      ...columns.flatMap(({ kind }, at): RowPart[] => {
        const column = FIRST_OF_ID + id.length + at;
        const before = labelOf(names[at] ?? '', at);
        const empty = `${before}null`;
        return kind === 'words'
          ? word(column, empty)
          : [{ kind: 'number', column, before, empty, decimals: PROPERTY_DECIMALS }];
      }),
      literal(TEXTS.end),
    ];
  }

  /** Writes one row of a batch; false where it has no position. */
  write(filled: readonly FilledColumn[], at: number, isFirst: boolean): boolean {
    const { out } = this;
    const [longitude, latitude] = [numberIn(filled[LONGITUDE], at), numberIn(filled[LATITUDE], at)];
    if (Number.isNaN(longitude) || Number.isNaN(latitude)) return false;
    if (!isFirst) out.ready(BETWEEN);
    out.ready(START);
    out.sign(QUOTE);
    let place = FIRST_OF_ID;
    for (; place < FIRST_OF_ID + this.idLength; place += 1) this.word(place, filled[place], at);
    out.sign(QUOTE);
    out.ready(GEOMETRY.Point);
    out.sign(OPEN);
    out.number(longitude, this.decimals);
    out.sign(COMMA);
    out.number(latitude, this.decimals);
    out.sign(CLOSE);
    out.ready(PROPERTIES);
    for (; place < filled.length; place += 1) {
      const column = filled[place];
      if (column === undefined || 'codes' in column) this.word(place, column, at);
      else {
        out.ready(this.labels[place] ?? NULL);
        const number = column.numbers[at] ?? Number.NaN;
        if (Number.isNaN(number)) out.ready(NULL);
        else out.number(number, PROPERTY_DECIMALS);
      }
    }
    out.ready(END);
    return true;
  }

  private word(place: number, column: FilledColumn | undefined, at: number): void {
    const code = column !== undefined && 'codes' in column ? (column.codes[at] ?? -1) : -1;
    if (code >= 0) this.writers[place]?.write(this.out, code);
    else {
      this.out.ready(this.labels[place] ?? NULL);
      this.out.ready(NULL);
    }
  }
}

const numberIn = (column: FilledColumn | undefined, at: number): number =>
  column !== undefined && 'numbers' in column ? (column.numbers[at] ?? Number.NaN) : Number.NaN;

function writeCoordinates(out: ByteText, { geometry }: Feature, decimals: number): void {
  const position = ([longitude, latitude]: Position) => {
    out.sign(OPEN);
    out.number(longitude, decimals);
    out.sign(COMMA);
    out.number(latitude, decimals);
    out.sign(CLOSE);
  };
  const line = (positions: readonly Position[]) => writeList(out, positions, position);
  switch (geometry.type) {
    case 'Point':
      position(geometry.coordinates);
      break;
    case 'LineString':
      line(geometry.coordinates);
      break;
    case 'MultiPolygon':
      writeList(out, geometry.coordinates, (rings) => {
        writeList(out, rings, (ring, at) => {
          line(windRing(ring, at === 0));
        });
      });
      break;
  }
}

function writeList<Item>(
  out: ByteText,
  items: readonly Item[],
  write: (item: Item, at: number) => void,
): void {
  out.sign(OPEN);
  for (const [at, item] of items.entries()) {
    if (at > 0) out.sign(COMMA);
    write(item, at);
  }
  out.sign(CLOSE);
}

/** The ring turned counter-clockwise (or clockwise); its signed area decides which way it runs now. */
export function windRing(ring: Ring, isCounterClockwise: boolean): Ring {
  let doubleArea = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [x1, y1] = ring[at - 1] ?? [0, 0];
    const [x2, y2] = ring[at] ?? [0, 0];
    doubleArea += x1 * y2 - x2 * y1;
  }
  return doubleArea > 0 === isCounterClockwise ? ring : [...ring].reverse();
}
