// Readers of plain benchmark files: numbers separated by white space, in the order each format states.

/** Reads a file's text in the given format; throws `Error` with one clear line when it is not that format. */
export function readInstance(text, format) {
  const [first, ...others] = readInstances(text, format);
  if (others.length > 0) throw new Error(`the file holds ${others.length + 1} problems`);
  return first;
}

/**
 * Reads every problem of a file: one, or as many as the first line says where that is a number by itself, as in the
 * collections of the OR-Library (cpmp, gap).
 */
export function readInstances(text, format) {
  const readers = { pmed, cpmp, sjc, gap, mclp };
  const reader = makeReader(text.replace(/^\uFEFF/, ''));
  const isCollection = ['cpmp', 'gap'].includes(format) && reader.wordsOfLine() === 1;
  const problems = isCollection ? reader.count('the number of problems') : 1;
  const instances = repeat(problems, () => readers[format](reader, problems === 1));
  reader.end();
  return instances;
}

export const FORMATS = ['pmed', 'cpmp', 'sjc', 'gap', 'mclp'];

/** Vertices, edges, p; then `i j cost`, both directions, a later edge replacing an earlier one. */
function pmed(reader) {
  const size = reader.count('the number of vertices');
  const edges = reader.count('the number of edges');
  const open = reader.count('p');
  const table = new Float64Array(size * size).fill(Infinity);
  for (let node = 0; node < size; node += 1) table[node * size + node] = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const from = reader.index(size, `edge ${edge + 1}, first vertex`);
    const to = reader.index(size, `edge ${edge + 1}, second vertex`);
    const cost = reader.amount(`edge ${edge + 1}, cost`);
    if (from === to) continue;
    table[from * size + to] = cost;
    table[to * size + from] = cost;
  }
  reader.end();
  if (open > size) throw new Error(`p is ${open}, more than the ${size} vertices`);
  shortestPaths(table, size);
  if (table.includes(Infinity)) throw new Error('the graph is not connected');
  return { size, open, distance: (a, b) => table[a * size + b] };
}

/** Number and optimum; customers, p, capacity; then `id x y demand`, or without the id; distance rounded down. */
function cpmp(reader, isOnly) {
  reader.number('the instance number');
  reader.number('the optimum');
  const size = reader.count('the number of customers');
  const open = reader.count('p');
  const limit = reader.amount('the capacity');
  checkOpen(open, size);
  const hasId = !isOnly || reader.left() !== 3 * size;
  const nodes = repeat(size, (row) => {
    if (hasId) reader.number(`customer ${row + 1}, id`);
    return {
      x: reader.number(`customer ${row + 1}, x`),
      y: reader.number(`customer ${row + 1}, y`),
      demand: reader.amount(`customer ${row + 1}, demand`),
      capacity: limit,
    };
  });
  return { ...plane(nodes), open, distance: (a, b) => Math.floor(euclid(nodes[a], nodes[b])) };
}

/**
 * n and p; then `x y capacity demand`, with or without an id before it; a node's capacity holds when it is a median.
 * With a third number on the first line that is the capacity of all and rows are `x y demand`.
 */
function sjc(reader) {
  const words = reader.wordsOfLine();
  const size = reader.count('the number of nodes');
  const open = reader.count('p');
  const common = words === 3 ? reader.amount('the capacity') : undefined;
  checkOpen(open, size);
  const hasId = reader.left() === (common === undefined ? 5 : 4) * size;
  const nodes = repeat(size, (row) => {
    if (hasId) reader.number(`node ${row + 1}, id`);
    return {
      x: reader.number(`node ${row + 1}, x`),
      y: reader.number(`node ${row + 1}, y`),
      capacity: common ?? reader.amount(`node ${row + 1}, capacity`),
      demand: reader.amount(`node ${row + 1}, demand`),
    };
  });
  return { ...plane(nodes), open, distance: (a, b) => euclid(nodes[a], nodes[b]) };
}

/** Agents m, jobs n; m rows of costs; m rows of weights; m capacities. */
function gap(reader) {
  const agents = reader.count('the number of agents');
  const jobs = reader.count('the number of jobs');
  const table = (name) =>
    repeat(agents, (row) => repeat(jobs, (job) => reader.number(`${name} ${row + 1}, job ${job + 1}`)));
  const cost = table('cost row');
  const weight = table('weight row');
  const capacity = repeat(agents, (agent) => reader.amount(`capacity ${agent + 1}`));
  return { agents, jobs, cost, weight, capacity };
}

/** n and any other words on the first line; then `x y demand`, with or without an id before it. */
function mclp(reader) {
  const size = reader.count('the number of nodes');
  reader.skipLine();
  const hasId = reader.left() === 4 * size;
  const nodes = repeat(size, (row) => {
    if (hasId) reader.number(`node ${row + 1}, id`);
    return {
      x: reader.number(`node ${row + 1}, x`),
      y: reader.number(`node ${row + 1}, y`),
      demand: reader.amount(`node ${row + 1}, demand`),
    };
  });
  return { ...plane(nodes), open: undefined, distance: (a, b) => euclid(nodes[a], nodes[b]) };
}

function checkOpen(open, size) {
  if (open > size) throw new Error(`p is ${open}, more than the ${size} customers`);
}

function plane(nodes) {
  return {
    size: nodes.length,
    points: nodes,
    demand: nodes.map((node) => node.demand),
    siteCapacity: nodes.map((node) => node.capacity),
  };
}

function euclid(a, b) {
  return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

function repeat(times, make) {
  return Array.from({ length: times }, (_, row) => make(row));
}

/** Floyd and Warshall's all-pairs shortest paths, in place. */
function shortestPaths(table, size) {
  for (let via = 0; via < size; via += 1) {
    for (let from = 0; from < size; from += 1) {
      const first = table[from * size + via];
      if (first === Infinity) continue;
      for (let to = 0; to < size; to += 1) {
        const length = first + table[via * size + to];
        if (length < table[from * size + to]) table[from * size + to] = length;
      }
    }
  }
}

/** Takes one number after another from a text; every complaint names the line and what was expected. */
function makeReader(text) {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim().split(/\s+/).filter(Boolean));
  let line = 0;
  let place = 0;
  const toNextWord = () => {
    while (line < lines.length && place >= lines[line].length) {
      line += 1;
      place = 0;
    }
  };
  const number = (what) => {
    toNextWord();
    if (line >= lines.length) throw new Error(`the file ends before ${what}`);
    const word = lines[line][place];
    const value = Number(word);
    if (!Number.isFinite(value)) throw new Error(`line ${line + 1}: "${word}" is not a number (${what})`);
    place += 1;
    return value;
  };
  const checked = (what, isRight, expected) => {
    const value = number(what);
    if (!isRight(value)) throw new Error(`line ${line + 1}: ${what} is ${value}, expected ${expected}`);
    return value;
  };
  return {
    number,
    amount: (what) => checked(what, (value) => value >= 0, 'a number not below 0'),
    count: (what) => checked(what, (n) => Number.isInteger(n) && n > 0 && n <= 1e6, 'a whole number above 0'),
    index: (size, what) =>
      checked(what, (n) => Number.isInteger(n) && n >= 1 && n <= size, `a whole number from 1 to ${size}`) -
      1,
    /** Words on the line of the next one. */
    wordsOfLine: () => {
      toNextWord();
      return lines[line]?.length ?? 0;
    },
    /** Words from the next one to the end of the file. */
    left: () => lines.slice(line).reduce((sum, words) => sum + words.length, 0) - place,
    skipLine: () => {
      line += 1;
      place = 0;
    },
    end: () => {
      toNextWord();
      if (line < lines.length) throw new Error(`line ${line + 1}: more numbers than were announced before`);
    },
  };
}
