// Whoever does the job or a part of it, and what they write.
import { join } from 'node:path';
import { hasAwk, hasNode, hasPython, hasR, NODE, PACKAGES, PYTHON } from './tools.mjs';

/** The files peers of a kind write; ours writes the same ones. */
export const FILES = {
  same: ['municipalities.csv'],
  chain: ['municipalities.csv', 'national.csv'],
  groups: ['municipalities.csv'],
  spots: ['spots.csv', 'municipalities.csv'],
};

/** Peers that nobody waits for above so many rows. */
const MOST_FOR_SLOW = 1_000_000;

const TOOLS = [
  {
    name: 'DuckDB in Node',
    there: () => hasNode('@duckdb/node-api'),
    start: (folder) => [NODE, join(folder, 'duckdb.mjs'), PACKAGES],
  },
  {
    name: 'nodejs-polars',
    there: () => hasNode('nodejs-polars'),
    start: (folder) => [NODE, join(folder, 'polars.mjs'), PACKAGES],
  },
  {
    name: 'R data.table',
    there: () => hasR('data.table'),
    start: (folder) => ['Rscript', join(folder, 'data-table.R')],
  },
  {
    name: 'R dplyr',
    slow: true,
    there: () => hasR('dplyr') && hasR('data.table'),
    start: (folder) => ['Rscript', join(folder, 'dplyr.R')],
  },
  {
    name: 'pandas',
    slow: true,
    there: () => hasPython('import pandas'),
    start: (folder) => [PYTHON, join(folder, 'pandas.py')],
  },
  {
    name: 'csv-parse and plain JavaScript',
    slow: true,
    there: () => true,
    start: (folder) => [NODE, join(folder, 'csv-parse.mjs')],
  },
];

const PEERS = join('bench', 'speed', 'peers');

/** Peers of a kind at a size, each with how to see whether it is there. */
export function peersOf({ kind, size, spots, out }) {
  const isQuick = ({ slow }) => size <= MOST_FOR_SLOW || slow !== true;
  const more = kind === 'spots' ? ['spots'] : [];
  const folder = kind === 'same' ? join(PEERS, 'same-job') : PEERS;
  const peers = TOOLS.filter(isQuick).map(({ name, there, start }) => ({
    name,
    kind,
    there,
    command: [...start(folder), spots, out, ...more],
  }));
  return kind === 'same' || size > MOST_FOR_SLOW ? peers : [...peers, awk(kind, spots, out)];
}

function awk(kind, spots, out) {
  const all = kind === 'spots' ? ['-v', 'ALL=1'] : [];
  return {
    name: 'awk',
    kind,
    there: hasAwk,
    command: ['awk', '-v', `OUT=${out}`, ...all, '-f', join(PEERS, 'job.awk'), spots],
  };
}

/** DuckDB doing the whole chain, by the SQL that we print for it. */
export function chainPeer({ sql, spots, out }) {
  return {
    name: 'DuckDB running our chain as SQL',
    kind: 'chain',
    there: () => hasNode('@duckdb/node-api'),
    command: [NODE, join(PEERS, 'duckdb-chain.mjs'), PACKAGES, sql, spots, out],
  };
}
