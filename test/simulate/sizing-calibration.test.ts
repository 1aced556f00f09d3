import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIZING_SCENARIOS, SIZING_SEED, sizingPage } from '../../src/simulate/sizing/page.js';
import { scoreScenario } from '../../src/simulate/sizing/trials.js';
import { ROOT } from '../support/program.js';

const page = readFileSync(join(ROOT, 'docs', 'calibration-sizing.md'), 'utf8');
const scenarioOf = (family: string, title: string) =>
  SIZING_SCENARIOS.find((scenario) => scenario.family === family && scenario.title === title);

const holds = (title: string) => {
  const scenario = scenarioOf('Two lists', title);
  return scenario === undefined ? [] : scoreScenario(scenario, 9, 0.3).scores.map((score) => score.holds);
};

describe('the calibration of the sizing methods', () => {
  it('tries every family in at least six scenarios', () => {
    const families = new Map<string, number>();
    for (const { family } of SIZING_SCENARIOS) families.set(family, (families.get(family) ?? 0) + 1);
    expect(families.size).toBeGreaterThan(9);
    for (const [family, scenarios] of families)
      expect({ family, enough: scenarios >= 6 }).toEqual({ family, enough: true });
  });

  it('judges every interval in at least six scenarios', () => {
    const rows = page.slice(page.indexOf('## Two lists')).matchAll(/^\| (`[^|]*) \| ([^|]*) \|/gm);
    const judged = new Map<string, number>();
    for (const [, method = '', interval = ''] of rows) {
      const name = `${method} ${interval}`;
      judged.set(name, (judged.get(name) ?? 0) + 1);
    }
    expect(judged.size).toBeGreaterThan(40);
    for (const [name, scenarios] of judged)
      expect({ name, enough: scenarios >= 6 }).toEqual({ name, enough: true });
  });

  it.each([
    ['Two lists', 'independent, 0.3 and 0.3'],
    ['Repeat contacts', '200 people met at one rate, 0.5'],
    ['Synthesis of estimates', 'four methods with biases of 20%'],
    ['Two rounds', 'fifteen spots'],
    ['Decay of a map, share standing a year', '60 spots, 80% after two years'],
  ])('the page holds what the code gives: %s, %s', (family, title) => {
    const scenario = scenarioOf(family, title);
    if (scenario === undefined) throw new Error(`no scenario ${family}: ${title}`);
    const own = sizingPage([scoreScenario(scenario, SIZING_SEED)]);
    const chapter = own.slice(own.indexOf('### ')).trim();
    expect(page).toContain(chapter);
  });

  it('finds the intervals of two independent lists to hold near 95 in 100, and those of lists that share people not', () => {
    for (const share of holds('independent, 0.3 and 0.3')) expect(share).toBeGreaterThan(0.88);
    for (const share of holds('the same people on both, odds ratio 2')) expect(share).toBeLessThan(0.3);
  });
});
