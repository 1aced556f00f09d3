import { describe, expect, it } from 'vitest';
import {
  listSize,
  pairOf,
  personsCaught,
  type CaptureTable,
} from '../../../src/methods/capture/capture-table.js';
import { binomialPercentileInterval } from '../../../src/methods/capture/binomial-percentiles.js';
import { averageGraphs, decomposableGraphs } from '../../../src/methods/capture/decomposable-graphs.js';
import {
  hierarchicalModels,
  modelName,
  modelNamed,
} from '../../../src/methods/capture/hierarchical-models.js';
import { latentClassChain, STANDARD_LATENT_CLASSES } from '../../../src/methods/capture/latent-classes.js';
import {
  designOf,
  fitHeterogeneity,
  fitLogLinear,
  profileOf,
} from '../../../src/methods/capture/log-linear.js';
import { averageModels, fitFamily } from '../../../src/methods/capture/model-average.js';
import { partialIdentification } from '../../../src/methods/capture/partial-identification.js';
import { sampleCoverage, sampleCoverageInterval } from '../../../src/methods/capture/sample-coverage.js';
import {
  exactInterval,
  logNormalInterval,
  transformedLogitInterval,
  waldInterval,
} from '../../../src/methods/capture/two-list-intervals.js';
import { chapman, lincolnPetersen, personsSeen } from '../../../src/methods/capture/two-lists.js';
import { summariseChains } from '../../../src/methods/chains.js';
import { makeRandom } from '../../../src/stats/random.js';
import {
  ALLEGHENY,
  BRIGHTON,
  BRUSSELS,
  DIABETES,
  HEPATITIS,
  KAMPALA_FSW,
  KAMPALA_MSM,
  KOSOVO,
  ROME,
  SPINA_BIFIDA,
} from './published-histories.js';

function fitOf(table: CaptureTable, name: string) {
  const design = designOf(modelNamed(name, table.lists.length));
  const fit = fitLogLinear(table, design);
  if (fit === undefined) throw new Error(`${name} was not fitted`);
  return { ...fit, profile: profileOf(table, design, fit) };
}

describe('published two-list answers', () => {
  it('Kampala PWID 2017 is 3,892 (3,090–5,126), Doshi et al. 2019: its interval is the binomial percentiles 41 and 68 on both', () => {
    const lists = { first: 467, second: 450, both: 54 };
    const point = lincolnPetersen(lists);
    expect(Math.round(point.estimate)).toBe(3892);
    const published = binomialPercentileInterval(lists);
    expect([published.low, published.high].map(Math.round)).toEqual([3090, 5126]);
    expect([467 * 450].map((product) => [product / 68, product / 41])).toEqual([
      [published.low, published.high],
    ]);
    const others = [
      waldInterval(point, personsSeen(lists)),
      logNormalInterval(point, personsSeen(lists)),
      logNormalInterval(chapman(lists), personsSeen(lists)),
      exactInterval(lists),
    ];
    expect(others.map(({ low, high }) => [Math.round(low), Math.round(high)])).toEqual([
      [2976, 4807],
      [3105, 4954],
      [3075, 4860],
      [3090, 5039],
    ]);
  });

  it('pairs of the diabetes lists give the Petersen, Chapman, errors and intervals that CARE-1 prints', () => {
    expect([0, 1, 2, 3].map((list) => listSize(DIABETES, list))).toEqual([1754, 452, 1135, 173]);
    expect(personsCaught(DIABETES)).toBe(2069);
    const printed = [
      [0, 1, 2353, 2351, 58, 2250, 2478],
      [0, 2, 2185, 2185, 22, 2146, 2233],
      [0, 3, 2264, 2261, 88, 2117, 2468],
      [1, 2, 2060, 2057, 77, 1922, 2224],
      [1, 3, 806, 803, 47, 725, 913],
      [2, 3, 1558, 1555, 67, 1445, 1712],
    ] as const;
    for (const [one, other, ...answers] of printed) {
      const lists = pairOf(DIABETES, one, other);
      const point = chapman(lists);
      const { low, high } = logNormalInterval(point, personsSeen(lists));
      const { estimate, variance } = point;
      const found = [lincolnPetersen(lists).estimate, estimate, Math.sqrt(variance), low, high];
      expect(found.map(Math.round)).toEqual(answers);
    }
  });

  it('the transformed logit interval never falls below the persons seen', () => {
    expect(transformedLogitInterval({ first: 10, second: 10, both: 10 }).low).toBe(10);
  });
});

describe('published log-linear answers', () => {
  it('Rome HIV [12,3,4] is 12,318.47, se 1,188.72, AIC 86.650, BIC 119.935, profile 10,266–14,992 (Rcapture 1.4-4)', () => {
    const fit = fitOf(ROME, '[12,3,4]');
    expect(fit.estimate).toBeCloseTo(12318.47, 2);
    expect(fit.standardError).toBeCloseTo(1188.72, 2);
    expect(fit.deviance).toBeCloseTo(7.6138, 4);
    expect(fit.degreesOfFreedom).toBe(9);
    expect(fit.aic).toBeCloseTo(86.65, 3);
    expect(fit.bic).toBeCloseTo(119.935, 3);
    expect([fit.profile.low, fit.profile.estimate, fit.profile.high].map(Math.round)).toEqual([
      10266, 12308, 14992,
    ]);
  });

  it('Rome HIV is 11,124.58 (se 904.75) with independent lists and 23,443.54 (se 9,594.88) with all pairs', () => {
    const independent = fitOf(ROME, '[1,2,3,4]');
    expect(independent.estimate).toBeCloseTo(11124.58, 2);
    expect(independent.standardError).toBeCloseTo(904.75, 2);
    expect(independent.aic).toBeCloseTo(90.062, 3);
    const pairs = fitOf(ROME, '[12,13,14,23,24,34]');
    expect(pairs.estimate).toBeCloseTo(23443.54, 2);
    expect(pairs.standardError).toBeCloseTo(9594.88, 2);
  });

  it('Rome HIV averaged over 64 models is 12,796.2 by AIC and 11,412.2 by BIC', () => {
    const family = fitFamily(ROME, 2);
    expect(family.fits.length).toBe(64);
    expect(averageModels(ROME, family, 'aic').estimate).toBeCloseTo(12796.2, 1);
    expect(averageModels(ROME, family, 'bic').estimate).toBeCloseTo(11412.2, 1);
  });

  it('Allegheny lists: Mt 3,738.47 (se 95.25, BIC 305.61), Mth Darroch 6,963.74 (se 650.08, BIC 236.62)', () => {
    const independent = fitOf(ALLEGHENY, '[1,2,3,4]');
    expect(independent.estimate).toBeCloseTo(3738.47, 2);
    expect(independent.standardError).toBeCloseTo(95.25, 2);
    expect(independent.bic).toBeCloseTo(305.61, 2);
    const darroch = fitHeterogeneity(ALLEGHENY, 'darroch');
    expect(darroch.estimate).toBeCloseTo(6963.74, 2);
    expect(darroch.standardError).toBeCloseTo(650.08, 2);
    expect(darroch.bic).toBeCloseTo(236.62, 2);
  });

  it('Brussels PWID [13,23] is 687.96 (se 97.55, AIC 50.340), profile 535.3–935.8 around 682.4; all pairs 880.46', () => {
    const fit = fitOf(BRUSSELS, '[13,23]');
    expect(fit.estimate).toBeCloseTo(687.96, 2);
    expect(fit.standardError).toBeCloseTo(97.55, 2);
    expect(fit.aic).toBeCloseTo(50.34, 3);
    expect(
      [fit.profile.low, fit.profile.estimate, fit.profile.high].map((value) => value.toFixed(1)),
    ).toEqual(['535.3', '682.4', '935.8']);
    expect(fitOf(BRUSSELS, '[12,13,23]').estimate).toBeCloseTo(880.46, 2);
  });

  it('Italian diabetes: the best of the models is [12,13,23,24,34], 2,771.19, se 145.09; no model of the family gives 2,763.5', () => {
    const { fits } = fitFamily(DIABETES, 3);
    const [best] = fits;
    expect(best?.name).toBe('[12,13,23,24,34]');
    expect(best?.estimate).toBeCloseTo(2771.19, 2);
    expect(best?.standardError).toBeCloseTo(145.09, 2);
    expect(fits.filter(({ estimate }) => Math.abs(estimate - 2763.5) < 1)).toEqual([]);
  });

  it('Kosovo 1999: the best of the pairwise models is [12,13,14,23,34], 14,341.7, se 1,018.3', () => {
    const [best] = fitFamily(KOSOVO, 2).fits;
    expect(best?.name).toBe('[12,13,14,23,34]');
    expect(best?.estimate).toBeCloseTo(14341.7, 1);
    expect(best?.standardError).toBeCloseTo(1018.3, 1);
  });

  it('makes 8, 113, 64 and 1,024 hierarchical models of 3, 4, 4 (pairs) and 5 (pairs) lists, each name telling it back', () => {
    expect(hierarchicalModels(3, 2).length).toBe(8);
    expect(hierarchicalModels(4, 3).length).toBe(113);
    expect(hierarchicalModels(4, 2).length).toBe(64);
    expect(hierarchicalModels(5, 2).length).toBe(1024);
    for (const model of hierarchicalModels(4, 3)) expect(modelNamed(modelName(model), 4)).toEqual(model);
  });
});

describe('other published answers from three and more lists', () => {
  it('hepatitis A: D 208.667, C 0.513, N₀ 407.0, low coverage 507.8, high coverage 970.8 (CARE-1)', () => {
    const answer = sampleCoverage(HEPATITIS);
    expect(answer.distinct).toBeCloseTo(208.667, 3);
    expect(answer.coverage).toBeCloseTo(0.513, 3);
    expect(answer.independence).toBeCloseTo(407, 1);
    expect(answer.low).toBeCloseTo(507.77, 2);
    expect(answer.high).toBeCloseTo(970.8, 2);
  });

  it('Italian diabetes by sample coverage is D 1,825.25, C 0.803, 2,609 (2,472–2,792), se 80, with four lists (formula of CARE-1)', () => {
    const answer = sampleCoverage(DIABETES);
    expect(answer.distinct).toBe(1825.25);
    expect(answer.coverage).toBeCloseTo(0.8035, 4);
    expect(answer.independence).toBeCloseTo(2271.69, 2);
    expect(answer.high).toBeCloseTo(2609.03, 2);
    const interval = sampleCoverageInterval(DIABETES, answer.high ?? 0, {
      random: makeRandom(1),
      replicates: 1000,
      pick: (of) => of.high,
    });
    expect(Math.abs(interval.standardError - 80)).toBeLessThan(5);
    expect(Math.abs(interval.low - 2472)).toBeLessThan(12);
    expect(Math.abs(interval.high - 2792)).toBeLessThan(20);
  });

  it('spina bifida: mean 733.45, median 731, mode 728, 95% 682–797, estimator 731.10, models .374 .310 .282 .035 (Madigan, York 1997)', () => {
    const answer = averageGraphs(SPINA_BIFIDA, {
      delta: 1,
      prior: { kind: 'gamma-poisson', shape: 13.14, scale: 55.17 },
      leastUnseen: 1,
      mostUnseen: 300,
      withComplete: true,
    });
    expect(answer.mean).toBeCloseTo(733.45, 2);
    expect([answer.median, answer.mode, answer.low, answer.high]).toEqual([731, 728, 682, 797]);
    expect(answer.leastRelativeError).toBeCloseTo(731.1, 2);
    const shares = answer.graphs.slice(0, 4).map((graph) => Number(graph.probability.toFixed(3)));
    expect(shares).toEqual([0.374, 0.31, 0.282, 0.035]);
  });

  it('Rome HIV averaged over graphs is 11,357 (median 11,220, 95% 9,404–14,095); Kosovo 1999 12,749 (9,827–16,544) (dga 2.0.2)', () => {
    const prior = { kind: 'reciprocal' } as const;
    const rome = averageGraphs(ROME, { prior, mostUnseen: 30_000 });
    expect([rome.mean, rome.median, rome.low, rome.high].map(Math.round)).toEqual([
      11357, 11220, 9404, 14095,
    ]);
    const kosovo = averageGraphs(KOSOVO, { prior, mostUnseen: 30_000 });
    expect([kosovo.mean, kosovo.low, kosovo.high].map(Math.round)).toEqual([12749, 9827, 16544]);
  });

  it('knows the 7, 60 and 821 decomposable graphs of 3, 4 and 5 lists but the complete one', () => {
    expect([3, 4, 5].map((lists) => decomposableGraphs(lists).length)).toEqual([7, 60, 821]);
    expect(decomposableGraphs(4, true).length).toBe(61);
  });

  it('Brussels under odds ratios of 1 to 5 is 453.9–755.7 by profile likelihood (the package prints 453.3–752.2 by a rougher search)', () => {
    const { identified, interval } = partialIdentification(BRUSSELS, { least: 1, most: 5 });
    expect(identified).toBeUndefined();
    expect(interval.low).toBeCloseTo(453.9, 0);
    expect(interval.high).toBeCloseTo(755.7, 0);
  });

  it('Brighton PWID by latent classes is about 1,645 (1,467–1,977) (LCMCR), within the error of short chains', () => {
    const settings = { ...STANDARD_LATENT_CLASSES, draws: 2500, warmUp: 500, thinning: 2 };
    const chains = [0, 1].map((chain) => latentClassChain(BRIGHTON, settings, makeRandom(7).fork(chain)));
    const { median } = summariseChains(chains);
    expect(median).toBeGreaterThan(1645 * 0.93);
    expect(median).toBeLessThan(1645 * 1.07);
  });

  it('Kampala 2017 by latent classes: chains of MSM and of FSW disagree, as they do elsewhere, and are said to (Doshi et al. 2019)', () => {
    const settings = { ...STANDARD_LATENT_CLASSES, draws: 2000, warmUp: 1000, thinning: 4 };
    for (const table of [KAMPALA_MSM, KAMPALA_FSW]) {
      const chains = [0, 1, 2].map((chain) => latentClassChain(table, settings, makeRandom(11).fork(chain)));
      expect(summariseChains(chains).verdict).toBe('disagree');
    }
  });

  it('two runs of a chain from one seed give the same draws, and chains that part are said to disagree', () => {
    const settings = { ...STANDARD_LATENT_CLASSES, draws: 40, warmUp: 10, thinning: 1 };
    const run = () => latentClassChain(KOSOVO, settings, makeRandom(3).fork(0));
    expect(run()).toEqual(run());
    const apart = [1000, 9000].map((size) => Float64Array.from({ length: 40 }, (_, at) => size + (at % 7)));
    expect(summariseChains(apart).verdict).toBe('disagree');
  });
});
