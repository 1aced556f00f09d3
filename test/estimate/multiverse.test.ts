import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/estimate/estimate.js';
import { multiverse } from '../../src/estimate/multiverse.js';
import { drawSpecificationCurve } from '../../src/draw/specification-curve.js';
import { studyOf, type StudyTexts } from '../support/study.js';

const TEXTS: StudyTexts = {
  spots:
    'spot_id,population,municipality,min,max,usual,weekday,weekend\nA,FSW,North,4,9,5,5,10\nB,FSW,North,16,25,20,20,20\n',
  attendance: 'respondent_id,spot_id,population,days_per_week,spots_per_day\nr1,A,FSW,7,1\nr2,B,FSW,3.5,2\n',
};

describe('the multiverse', () => {
  it('runs every combination of the choices the data allow, and marks the one the study uses', async () => {
    const { study } = await studyOf(TEXTS);
    const every = multiverse(study);
    // settle: stated, midpoint, geometric; day: usual, weekly-mean, peak; overlap: by-data, none
    expect(every.steps).toEqual(['settle', 'day', 'overlap']);
    expect(every.universes).toHaveLength(3 * 3 * 2);
    const marked = every.universes.filter((universe) => universe.isStudy);
    expect(marked).toHaveLength(1);
    expect(marked[0]?.estimate).toBeCloseTo(estimate(study).estimates.national[0]?.estimate ?? 0, 12);
    expect(new Set(every.universes.map(({ choices }) => JSON.stringify(choices))).size).toBe(18);
  });

  it('gives each chain the total that the chain gives by itself', async () => {
    const { study } = await studyOf(TEXTS);
    for (const universe of multiverse(study).universes) {
      const method = Object.fromEntries(
        Object.entries(universe.choices).map(([step, use]) => [step, { use }]),
      );
      const alone = estimate({ ...study, settings: { ...study.settings, method } }).estimates.national[0];
      expect(universe.estimate).toBeCloseTo(alone?.estimate ?? 0, 12);
    }
  });

  it('ranks single choices by how far they move the total', async () => {
    const { study } = await studyOf({ spots: TEXTS['spots'] ?? '' });
    const { effects } = multiverse(study);
    // stated 25; midpoint 27; geometric 6 + 20 = 26; peak 10 + 20; weekly mean (5·5 + 2·10)/7 + 20
    expect(effects.map(({ step, variant, rank }) => [rank, step, variant])).toEqual([
      [1, 'day', 'peak'],
      [2, 'settle', 'midpoint'],
      [3, 'day', 'weekly-mean'],
      [4, 'settle', 'geometric'],
    ]);
    expect(effects.map(({ change }) => Math.round(change * 1000) / 1000)).toEqual([5, 2, 1.429, 1]);
  });

  it('has a single chain where the data allow no choice beyond the rule for a spot', async () => {
    const { study } = await studyOf({ spots: 'spot_id,population,min,max\nA,FSW,4,4\n' });
    expect(multiverse(study).universes.map(({ estimate: persons }) => persons)).toEqual([4, 4, 4]);
  });

  it('is drawn with a title, a summary in words, every chain, and nothing from outside', async () => {
    const { study } = await studyOf(TEXTS);
    const { universes, steps } = multiverse(study);
    const svg = drawSpecificationCurve(
      'FSW <every> chain',
      universes.map((universe) => ({ ...universe, isMarked: universe.isStudy })),
      steps,
    );
    expect(svg).toContain('<title>FSW &lt;every&gt; chain</title>');
    expect(svg).toContain('18 defensible chains give');
    expect(svg.match(/<polygon/g)).toHaveLength(1);
    expect(svg).not.toMatch(/href|<script|<image|http(?!:\/\/www\.w3\.org\/2000\/svg)/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});
