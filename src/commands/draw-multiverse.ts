import { printable } from '../draw/printable.js';
import { drawSpecificationCurve } from '../draw/specification-curve.js';
import { sayChange, sayPercentChange } from './say-change.js';
import type { Voice } from './voice.js';
import { drawTable } from '../draw/text-table.js';
import type { Multiverse } from '../estimate/multiverse.js';
import { multiverseTables } from '../estimate/multiverse-tables.js';
import { writeCsv } from '../formats/csv.js';

/** The files of a multiverse: its tables, and a specification curve for each population with more than one chain. */
export function multiverseFiles(every: Multiverse): Map<string, string> {
  const files = new Map(multiverseTables(every).map((table) => [`${table.name}.csv`, writeCsv(table)]));
  for (const population of new Set(every.universes.map((universe) => universe.population))) {
    const points = every.universes
      .filter((universe) => universe.population === population)
      .map(({ isStudy, ...universe }) => ({ ...universe, isMarked: isStudy }));
    if (points.length < 2) continue;
    const name = population.replace(/[^A-Za-z0-9_-]/g, '_');
    files.set(
      `multiverse_${name}.svg`,
      drawSpecificationCurve(`${population}: every defensible chain`, points, every.steps),
    );
  }
  return files;
}

/** The single choices that move each population's total most. */
export function drawMultiverse(every: Multiverse, voice: Voice): string {
  const { page, study } = voice.words;
  const rows = every.effects
    .filter((effect) => effect.rank <= 3)
    .map((effect) => [
      printable(effect.population),
      `${effect.step}: ${effect.variant}`,
      page.number(Math.round(effect.estimate)),
      sayChange(Math.round(effect.change), page),
      sayPercentChange(effect.changePercent, page),
    ]);
  return drawTable(
    [
      { title: study.estimate.chains(every.universes.length) },
      { title: study.estimate.oneChanged },
      { title: page.where.estimate, align: 'right' },
      { title: page.trace.change, align: 'right' },
      { title: '', align: 'right' },
    ],
    rows,
    voice,
  );
}
