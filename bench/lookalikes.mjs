// Invented instances in the layouts and of the make of the public benchmark sets; the same text for the same seed.
import { makeRandom } from '../dist/stats/random.js';

/** A p-median graph like Beasley's pmed: n²/50 random edges that cost 1 to 100, joined by a random tree. */
export function pmedLike({ nodes, open, seed }) {
  const random = makeRandom(seed);
  const edges = new Map();
  const key = (a, b) => Math.min(a, b) * nodes + Math.max(a, b);
  for (let node = 1; node < nodes; node += 1)
    edges.set(key(node, random.integer(node)), 1 + random.integer(100));
  const wanted = Math.round(nodes ** 2 / 50);
  while (edges.size < wanted) {
    const [a, b] = [random.integer(nodes), random.integer(nodes)];
    if (a !== b) edges.set(key(a, b), 1 + random.integer(100));
  }
  const rows = [...edges].map(
    ([pair, cost]) => `${Math.floor(pair / nodes) + 1} ${(pair % nodes) + 1} ${cost}`,
  );
  return lines([` ${nodes} ${edges.size} ${open} `, ...rows]);
}

/** A capacitated p-median instance like Osman and Christofides': a 100 × 100 square, demand 1 to 20, one capacity. */
export function cpmpLike({ nodes, open, tightness, seed }) {
  const random = makeRandom(seed);
  const rows = Array.from({ length: nodes }, () => [
    1 + random.integer(100),
    1 + random.integer(100),
    1 + random.integer(20),
  ]);
  const demand = rows.reduce((sum, row) => sum + row[2], 0);
  const capacity = Math.ceil(demand / (open * tightness));
  return lines([
    ` 1 0`,
    ` ${nodes} ${open} ${capacity}`,
    ...rows.map((row, at) => ` ${at + 1} ${row.join(' ')}`),
  ]);
}

const SHAPES = {
  /** Points anywhere. */
  even: (random) => () => [1000 * random.uniform(), 1000 * random.uniform()],
  /** Points in towns and a few between them. */
  towns: (random) => {
    const towns = Array.from({ length: 12 }, () => [
      1000 * random.uniform(),
      1000 * random.uniform(),
      20 + 80 * random.uniform(),
    ]);
    return () => {
      if (random.uniform() < 0.2) return [1000 * random.uniform(), 1000 * random.uniform()];
      const [x, y, spread] = towns[random.integer(towns.length)];
      return [x + spread * bell(random), y + spread * bell(random)];
    };
  },
  /** Points on rows and columns, many at equal distances, as holes in a circuit board. */
  board: (random) => {
    const rows = Array.from({ length: 20 }, () => 50 * random.integer(20));
    return () => [
      10 * random.integer(100),
      random.uniform() < 0.7 ? rows[random.integer(rows.length)] : 10 * random.integer(100),
    ];
  },
};

/** A capacitated p-median instance in Lorena's layout; `uneven` capacities differ by node up to fourfold. */
export function sjcLike({ nodes, open, tightness, seed, shape = 'even', uneven = false, zeros = 0 }) {
  const random = makeRandom(seed);
  const place = SHAPES[shape](random);
  const rows = Array.from({ length: nodes }, () => [
    ...place().map((value) => value.toFixed(2)),
    random.uniform() < zeros ? 0 : 1 + random.integer(100),
    uneven ? 0.5 + 1.5 * random.uniform() : 1,
  ]);
  const demand = rows.reduce((sum, row) => sum + row[2], 0);
  const unit = demand / (open * tightness);
  return lines([
    `${nodes} ${open}`,
    ...rows.map(([x, y, own, share]) => `${x} ${y} ${Math.ceil(unit * share)} ${own}`),
  ]);
}

/** A generalised assignment instance of class a to e, as Martello and Toth and Laguna et al. draw them. */
export function gapLike({ kind, agents, jobs, seed }) {
  const random = makeRandom(seed);
  const draw = drawer(random);
  const table = (value) =>
    Array.from({ length: agents }, (_, agent) =>
      Array.from({ length: jobs }, (__, job) => value(agent, job)),
    );
  let weight = table(() => (kind === 'd' ? draw(1, 100) : draw(5, 25)));
  let cost = table((agent, job) => (kind === 'd' ? 111 - weight[agent][job] + draw(-10, 10) : draw(10, 50)));
  if (kind === 'e') {
    weight = table(() => 1 - 10 * Math.log(1 - 0.9999 * random.uniform())).map((row) => row.map(Math.ceil));
    cost = table((agent, job) => Math.max(1, Math.round(1000 / weight[agent][job] - 10 * random.uniform())));
  }
  const capacity = weight.map((row) =>
    kind === 'a'
      ? Math.floor(0.6 * (jobs / agents) * 15 + (0.4 * Math.max(...weight.map(sum))) / agents)
      : Math.ceil((0.8 * sum(row)) / agents),
  );
  return lines([
    `${agents} ${jobs}`,
    ...cost.map((row) => row.join(' ')),
    ...weight.map((row) => row.join(' ')),
    capacity.join(' '),
  ]);
}

/** A maximal covering instance in the layout of SJC324: streets with blocks, demand 1 to 200. */
export function mclpLike({ nodes, seed }) {
  const random = makeRandom(seed);
  const place = SHAPES.towns(random);
  const rows = Array.from({ length: nodes }, () => [
    ...place().map((value) => (6 * value).toFixed(1)),
    1 + random.integer(120),
  ]);
  return lines([`${nodes} nodes`, ...rows.map((row) => row.join(' '))]);
}

/** About a standard normal number. */
const bell = (random) =>
  1.73 * (random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2);

const drawer = (random) => (low, high) => low + random.integer(high - low + 1);

const sum = (row) => row.reduce((all, one) => all + one, 0);

const lines = (rows) => `${rows.join('\n')}\n`;
