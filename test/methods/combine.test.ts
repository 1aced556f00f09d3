import { describe, expect, it } from 'vitest';
import { anchoredMultiplier } from '../../src/methods/combine/anchored.js';
import { combineEstimates } from '../../src/methods/combine/combine-estimates.js';
import { plausibilityWarnings } from '../../src/methods/combine/plausibility.js';
import { betaCdf } from '../../src/stats/beta-quantile.js';
import { logEstimates, selectSources, type SourceEstimate } from '../../src/methods/combine/sources.js';
import {
  combineSources,
  hierarchical,
  inverseVariance,
  medianWithBounds,
  randomEffects,
} from '../../src/methods/combine/synthesis.js';
import { sizingsOf } from '../../src/methods/attempt.js';
import { EstimationError } from '../../src/model/estimation-error.js';
import { makeRandom } from '../../src/stats/random.js';
import { spotwise } from '../support/spotwise.js';

function row(
  estimate: number,
  low?: number,
  high?: number,
  more: Partial<SourceEstimate> = {},
): SourceEstimate {
  return {
    method: 'study',
    low,
    estimate,
    high,
    basis: low === undefined ? undefined : 'confidence',
    level: undefined,
    source: '',
    dependsOn: '',
    confidence: 1,
    ...more,
  };
}

/** Four estimates of female sex workers in Juba with their intervals. */
const JUBA = [row(5800, 4927, 6673), row(5306, 4673, 5939), row(1863, 1776, 1951), row(2120, 2028, 2211)];

describe('the four estimates of Juba', () => {
  it('are 2,216.5 by inverse variance and 3,298 (2,207–4,928) with τ² 0.1652 and I² 0.993 by DerSimonian–Laird', () => {
    expect(inverseVariance(logEstimates(JUBA)).estimate).toBeCloseTo(2216.5, 1);
    const pooled = randomEffects(logEstimates(JUBA));
    expect([pooled.estimate, pooled.low, pooled.high].map(Math.round)).toEqual([3298, 2207, 4928]);
    expect(pooled.tauSquared).toBeCloseTo(0.1652, 4);
    expect(pooled.inconsistency).toBeCloseTo(0.993, 3);
  });

  it('are near 3,298 (1,623–6,749) by the hierarchical model with a flat prior, within the error of the reference run', () => {
    const { low, estimate, high } = hierarchical(logEstimates(JUBA));
    expect(Math.abs(estimate / 3298 - 1)).toBeLessThan(0.01);
    expect(Math.abs(low / 1623 - 1)).toBeLessThan(0.03);
    expect(Math.abs(high / 6749 - 1)).toBeLessThan(0.03);
  });

  it('are near 3,412 (2,029–6,025) with confidence .5 .7 .2 .2 and a prior of 4,000 (upper quartile 6,000)', () => {
    const trusted = JUBA.map((study, at) => ({ ...study, confidence: [0.5, 0.7, 0.2, 0.2][at] ?? 1 }));
    const { low, estimate, high } = hierarchical(logEstimates(trusted), {
      median: 4000,
      upperQuartile: 6000,
    });
    expect(Math.abs(estimate / 3412 - 1)).toBeLessThan(0.01);
    expect(Math.abs(low / 2029 - 1)).toBeLessThan(0.03);
    expect(Math.abs(high / 6025 - 1)).toBeLessThan(0.03);
  });
});

const estimates = (rows: readonly SourceEstimate[]) =>
  sizingsOf(combineSources(rows)).map((sizing) => sizing.estimate.toFixed(6));

describe('what enters a synthesis', () => {
  const mapping = row(1500, 1200, 1900, { method: 'mapping', source: 'map-2024' });

  it('counts a source once, and a prior built on a source not at all, and says why', () => {
    const { kept, excluded } = selectSources([
      mapping,
      row(1600, 1300, 2000, { method: 'other interval', source: 'map-2024' }),
      row(1800, 1000, 3000, { method: 'ss-pse', source: 'rds', dependsOn: 'map-2024' }),
      row(2500, 1500, 4000, { method: 'capture', source: 'two lists' }),
    ]);
    expect(kept.map((one) => one.method)).toEqual(['mapping', 'capture']);
    expect(excluded.map((one) => one.method)).toEqual(['other interval', 'ss-pse']);
    expect(excluded.every((one) => one.reason.includes('not counted twice'))).toBe(true);
  });

  it('leaves out what cannot be, with the bounds in the log', () => {
    const { kept, excluded } = selectSources([mapping, row(90_000)], { least: 100, most: 20_000 });
    expect(kept.length).toBe(1);
    expect(excluded[0]?.reason).toContain('100 to 20000');
  });

  it('gives extremes no standard error and keeps them in the median', () => {
    const rows = [mapping, row(2000, 1500, 2500, { basis: 'extremes' }), row(6000)];
    expect(logEstimates(rows).length).toBe(1);
    expect(medianWithBounds(rows)).toEqual({ low: 1500, estimate: 2000, high: 6000 });
    const [made] = combineSources(rows);
    expect(made !== undefined && 'refusal' in made).toBe(true);
  });

  it('gives sound syntheses or refuses, for 300 sets of estimates', () => {
    const random = makeRandom(31);
    for (let at = 0; at < 300; at += 1) {
      const rows = Array.from({ length: 1 + random.integer(6) }, () => {
        const estimate = Math.exp(random.uniform() * 15);
        const width = 1 + random.uniform() * 5;
        return row(estimate, estimate / width, estimate * width, {
          confidence: 0.05 + 0.95 * random.uniform(),
        });
      });
      try {
        for (const { low, estimate, high } of sizingsOf(combineSources(rows))) {
          expect(low).toBeGreaterThan(0);
          expect(low).toBeLessThanOrEqual(estimate);
          expect(estimate).toBeLessThanOrEqual(high);
          expect(Number.isFinite(high)).toBe(true);
        }
      } catch (error) {
        if (!(error instanceof EstimationError)) throw error;
      }
    }
  });

  it('does not change with the order of the rows', () => {
    expect(estimates(JUBA.toReversed())).toEqual(estimates(JUBA));
  });
});

describe('shared data and priors', () => {
  const two = row(1000, 800, 1300, { method: 'capture', source: 'clinic.csv + survey.csv' });

  it('counts data once also where a source names several', () => {
    const multiplier = row(1200, 900, 1600, { method: 'multiplier', source: 'survey.csv' });
    const { kept, excluded } = selectSources([two, multiplier]);
    expect(kept.map((one) => one.method)).toEqual(['capture']);
    expect(excluded[0]?.reason).toBe('made from the same data (survey.csv) as capture: not counted twice');
  });

  it('leaves out what rests on a counted source wherever it stands, and keeps it where that source is absent', () => {
    const resting = row(1500, 900, 2500, { method: 'sspse', source: 'rds', dependsOn: 'map-2024' });
    const mapping = row(1300, 1000, 1700, { method: 'mapping', source: 'map-2024' });
    expect(selectSources([resting, mapping]).kept.map((one) => one.method)).toEqual(['mapping']);
    expect(selectSources([resting, two]).excluded).toEqual([]);
  });
});

describe('the anchored multiplier', () => {
  const anchor = { share: 0.0241, low: 0.019, high: 0.0285, of: 100_000 };

  it('is a beta posterior: its shapes are the anchor’s and the studies’ people added up', () => {
    const study = row(2000, 1600, 2400);
    const error = 800 / (2 * 1.959963984540054) / 100_000;
    const people = (0.02 * 0.98) / (error * error);
    const anchorError = 0.0095 / (2 * 1.959963984540054);
    const anchorPeople = (0.0241 * 0.9759) / (anchorError * anchorError) - 1;
    const { shapes, estimate, low, high } = anchoredMultiplier([study], anchor);
    expect(shapes[0]).toBeCloseTo(0.0241 * anchorPeople + 0.02 * people, 6);
    expect(shapes[0] + shapes[1]).toBeCloseTo(anchorPeople + people, 4);
    expect(estimate).toBeGreaterThan(2000);
    expect(estimate).toBeLessThan(2410);
    expect(betaCdf(low / 100_000, ...shapes)).toBeCloseTo(0.025, 6);
    expect(betaCdf(high / 100_000, ...shapes)).toBeCloseTo(0.975, 6);
  });

  it('gives back the anchor where a study says nothing, and is wider when studies disagree and are adjusted', () => {
    const { low, estimate, high } = anchoredMultiplier(
      [row(50_000, 1, 99_999, { confidence: 0.001 })],
      anchor,
    );
    expect([low, estimate, high].map((size) => Math.round(size / 10))).toEqual([196, 241, 291]);
    const apart = [row(1200, 1100, 1300), row(4000, 3600, 4400)];
    const plain = anchoredMultiplier(apart, anchor);
    const adjusted = anchoredMultiplier(apart, anchor, true);
    expect(adjusted.high - adjusted.low).toBeGreaterThan(2 * (plain.high - plain.low));
  });

  it('refuses an anchor outside its interval and a study as large as the denominator', () => {
    expect(() => anchoredMultiplier(JUBA, { ...anchor, low: 0.025 })).toThrow('share within its interval');
    expect(() => anchoredMultiplier(JUBA, { ...anchor, of: 3000 })).toThrow('not below the 3000');
  });
});

describe('plausibility', () => {
  it('warns by the bounds of WHO, UNAIDS and Vandepitte, each with its source, and of nothing inside them', () => {
    const [few] = plausibilityWarnings('MSM', 700, { adultMen: 100_000 });
    expect(few?.message).toContain('below 1% of adult men (0.7%)');
    expect(few?.source).toContain('WHO and UNAIDS 2020');
    expect(plausibilityWarnings('FSW', 9000, { adultWomen: 100_000 })[0]?.message).toContain('above 7.4%');
    expect(plausibilityWarnings('FSW', 2000, { adultWomen: 100_000, adultMen: 10 })).toEqual([]);
    expect(plausibilityWarnings('PWID', 1, { adultWomen: 100_000 })).toEqual([]);
  });
});

describe('the synthesis as a value', () => {
  it('has the rows of a forest plot: what was counted, the synthesis, what was left out and why', () => {
    const line = {
      population: 'FSW',
      municipality: 'Juba',
      method: 'study',
      basis: 'confidence' as const,
    };
    const { made, refused } = combineEstimates([
      { ...line, low: 900, estimate: 1000, high: 1200, source: 'a' },
      { ...line, low: 1100, estimate: 1300, high: 1500, source: 'b' },
      { ...line, low: 1000, estimate: 1250, high: 1500, source: 'b' },
      { ...line, municipality: 'Wau', estimate: 70 },
    ]);
    expect(made[0]?.forest.map(({ role, estimate }) => [role, Math.round(estimate)])).toEqual([
      ['counted', 1000],
      ['counted', 1300],
      ['synthesis', Math.round(made[0]?.chosen.estimate ?? 0)],
      ['left-out', 1250],
    ]);
    expect(made[0]?.forest.at(-1)?.reason).toContain('not counted twice');
    expect(refused).toEqual([
      { population: 'FSW', municipality: 'Wau', round: '', refusal: expect.stringContaining('at least two') },
    ]);
  });
});

describe('spotwise combine', () => {
  const header = 'population,municipality,round,method,low,estimate,high,basis,level,source,caveats\n';
  const juba = JUBA.map(
    ({ low, estimate, high }, at) =>
      `FSW,Juba,1,study ${at},${low},${estimate},${high},confidence,0.95,s${at},`,
  );
  const files = {
    'a.csv': `${header}${juba.slice(0, 2).join('\n')}\n`,
    'b.csv': `${header}${juba.slice(2).join('\n')}\n`,
  };

  it('joins files, draws every source and writes the synthesis of each place', async () => {
    const { code, out } = await spotwise(['combine', 'a.csv', 'b.csv'], files);
    expect(code).toBe(0);
    expect(out).toContain('FSW');
    expect(out).toMatch(/combine\.random_effects +log-scale normal +3,298 +2,207 +4,928/);
    const written = await spotwise(
      ['combine', 'a.csv', 'b.csv', '--method', 'random_effects', '--out', '-'],
      files,
    );
    expect(written.out).toContain(
      'FSW,Juba,1,combine.random_effects,2207.4,3298,4927.5,confidence,0.95,s0 + s1 + s2 + s3,',
    );
  });

  it('warns of few men who have sex with men and refuses a single source', async () => {
    const few = {
      'm.csv': `${header}MSM,X,1,mapping,300,400,500,confidence,0.95,m,\nMSM,X,1,capture,350,600,900,confidence,0.95,c,\n`,
    };
    const warned = await spotwise(['combine', 'm.csv', '--adult-men', '100000'], few);
    expect(warned.out).toContain('below 1% of adult men');
    const one = await spotwise(['combine', 'm.csv', '--most', '450'], few);
    expect(one.code).toBe(1);
    expect(one.error).toContain('at least two independent');
  });

  it('says which place has no answer and gives the others', async () => {
    const lone = 'FSW,Alone,1,mapping,300,400,500,confidence,0.95,m,\n';
    const { code, out } = await spotwise(['combine', 'a.csv', 'b.csv', 'c.csv'], {
      ...files,
      'c.csv': header + lone,
    });
    expect(code).toBe(0);
    expect(out).toContain('FSW · Alone · 1: refused');
    expect(out).toContain('FSW · Juba · 1');
  });
});
