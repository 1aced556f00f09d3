// Reading a spot table of 25 columns into numbers and texts. usage: node reading.mjs ours|csv-parse SPOTS
// Ours reads every declared column strictly; csv-parse gives every cell as text, of which the ten needed ones are turned.
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { parse } from 'csv-parse';
import { SPOTS } from '../../../dist/model/tables/spots.js';
import { readColumns } from '../../../dist/study/read-columns.js';
import { NUMBERS, TEXTS } from './reading-columns.mjs';
import { report } from './report.mjs';

const [way, path] = process.argv.slice(2);

function* piecesOf(file) {
  const room = Buffer.allocUnsafeSlow(1 << 20);
  for (let read = readSync(file, room); read > 0; read = readSync(file, room)) yield room.subarray(0, read);
}

async function ours() {
  const file = openSync(path, 'r');
  const { table, issues } = await readColumns(SPOTS, {
    file: path,
    chunks: piecesOf(file),
    size: fstatSync(file).size,
    keepsExtra: false,
  });
  closeSync(file);
  const found = { rows: table.length, issues: issues.filter((issue) => issue.severity === 'error').length };
  for (const name of NUMBERS) {
    const numberAt = table.numberAt(name);
    let sum = 0;
    for (let row = 0; row < table.length; row += 1) {
      const number = numberAt(row);
      if (!Number.isNaN(number)) sum += number;
    }
    found[name] = Math.round(1000 * sum);
  }
  for (const name of TEXTS) found[name] = table.coded(name)?.texts.size;
  return found;
}

async function csvParse() {
  const sums = Object.fromEntries(NUMBERS.map((name) => [name, 0]));
  const texts = Object.fromEntries(TEXTS.map((name) => [name, new Map()]));
  let rows = 0;
  for await (const row of createReadStream(path, { highWaterMark: 1 << 20 }).pipe(parse({ columns: true }))) {
    rows += 1;
    for (const name of NUMBERS) {
      const number = row[name] === '' ? Number.NaN : Number(row[name]);
      if (!Number.isNaN(number)) sums[name] += number;
    }
    for (const name of TEXTS) if (row[name] !== '') texts[name].set(row[name], true);
  }
  const found = { rows, issues: 0 };
  for (const name of NUMBERS) found[name] = Math.round(1000 * sums[name]);
  for (const name of TEXTS) found[name] = texts[name].size;
  return found;
}

await report(way === 'ours' ? ours : csvParse);
