import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { explainEstimate, readEstimateKey } from '../../src/explain/explain-estimate.js';
import { main } from '../../src/cli.js';
import { memoryWorld } from '../support/memory-world.js';
import { studyOf } from '../support/study.js';

const SPOTS =
  'spot_id,population,municipality,typology,mode,min,max\nA,PWID,North,bar,geo,4,10\nB,PWID,South,bar,geo,20,41\nC,PWID,South,app,web,7,7\nD,FSW,South,bar,geo,1,3\n';
const METHOD = { method: { hidden: { use: 'divide', share_hidden: 0.2 } } };

describe('explaining an estimate', () => {
  it('lists every contributing row with file and line, adding up to the estimate of the municipality', async () => {
    const { study } = await studyOf({ spots: SPOTS }, METHOD);
    const south = estimate(study).estimates.municipalities.find(
      (area) => area.municipality === 'South' && area.population === 'PWID',
    );
    const explanation = explainEstimate(study, readEstimateKey('municipality=South,population=PWID'));
    expect(explanation.rows.map(({ spot, evidence }) => [spot, ...evidence])).toEqual([
      ['B', 'spots.csv:3'],
      ['C', 'spots.csv:4'],
    ]);
    expect(explanation.rows.reduce((sum, row) => sum + row.contribution, 0)).toBeCloseTo(
      south?.estimate ?? 0,
      10,
    );
    expect(explanation.total.estimate).toBeCloseTo(30.5 / 0.8 + 7, 10);
  });

  it('names the lines of the reports behind a settled spot', async () => {
    const reports = 'informant_id,level,spot_id,population,min,max\ni1,2,A,FSW,4,10\ni2,2,A,FSW,6,12\n';
    const { study } = await studyOf({ spots: 'spot_id,population\nA,FSW\n', reports });
    expect(explainEstimate(study, { population: 'FSW' }).rows[0]?.evidence).toEqual([
      'reports.csv:2',
      'reports.csv:3',
    ]);
  });

  it('shows what each step does to this estimate; the changes add up to it', async () => {
    const { study } = await studyOf({ spots: SPOTS }, METHOD);
    const { steps, total } = explainEstimate(study, readEstimateKey('municipality=North,population=PWID'));
    expect(steps.reduce((sum, step) => sum + step.change, 0)).toBeCloseTo(total.estimate, 10);
    expect(steps.find((step) => step.step === 'hidden')).toMatchObject({ method: 'divide', rows: 1 });
    expect(steps.find((step) => step.step === 'hidden')?.change).toBeCloseTo(7 / 0.8 - 7, 10);
    for (const step of steps) expect(step.formula.length).toBeGreaterThan(2);
  });

  it('ends with 2 and a hint when nothing is called so', async () => {
    for (const key of ['population=MSM', 'area=North', 'population=FSW,municipality=East']) {
      const world = memoryWorld({ 's/spots.csv': SPOTS });
      expect(await main(['explain', 'estimate', key, 's'], world)).toBe(2);
      expect(world.said.stderr.split('\n')).toHaveLength(2);
    }
  });
});
