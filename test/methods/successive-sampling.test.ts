import { describe, expect, it } from 'vitest';
import { run } from '../../src/methods/capture/latent-class-work.js';
import { degreeModelWith, poissonStart } from '../../src/methods/successive-sampling/degree-model.js';
import {
  sizeBySuccessiveSampling,
  run as runChain,
  successiveSamplingTasks,
} from '../../src/methods/successive-sampling/size-by-successive-sampling.js';
import { preparePrior } from '../../src/methods/successive-sampling/size-prior.js';
import {
  STANDARD_SUCCESSIVE_SAMPLING,
  successiveSamplingChain,
} from '../../src/methods/successive-sampling/successive-sampling.js';
import { drawGamma } from '../../src/stats/draw-gamma.js';
import { drawPoisson } from '../../src/stats/draw-poisson.js';
import { logGamma } from '../../src/stats/log-gamma.js';
import { makeRandom, type Random } from '../../src/stats/random.js';
import { spotwise as program } from '../support/program.js';
import { spotwise } from '../support/spotwise.js';

/** A population's contacts sampled in the order of an exponential race: successive sampling itself. */
function sampleOf(size: number, sampled: number, random: Random): number[] {
  return Array.from({ length: size }, () => 1 + drawPoisson(random, (6 * drawGamma(random, 3)) / 3))
    .map((contacts) => ({ contacts, arrives: -Math.log(1 - random.uniform()) / contacts }))
    .sort((a, b) => a.arrives - b.arrives)
    .slice(0, sampled)
    .map((person) => person.contacts);
}

/**
 * The exact posterior of the size where everybody has 1 or 2 contacts and the share with 2 is known: sums over how many
 * of the people not sampled have 2.
 */
function exactPosterior(
  contacts: readonly number[],
  shareWithTwo: number,
  most: number,
): Map<number, number> {
  const sampled = contacts.length;
  const left = contacts.map((_, at) => contacts.slice(at).reduce((sum, count) => sum + count, 0));
  const logs = new Map<number, number>();
  for (let size = sampled; size <= most; size += 1) {
    const unseen = size - sampled;
    const parts = Array.from({ length: unseen + 1 }, (_, withTwo) => {
      const chance =
        logGamma(unseen + 1) -
        logGamma(withTwo + 1) -
        logGamma(unseen - withTwo + 1) +
        withTwo * Math.log(shareWithTwo) +
        (unseen - withTwo) * Math.log(1 - shareWithTwo);
      return chance - left.reduce((sum, own) => sum + Math.log(own + unseen + withTwo), 0);
    });
    const top = Math.max(...parts);
    const sum = parts.reduce((total, part) => total + Math.exp(part - top), 0);
    logs.set(size, logGamma(size + 1) - logGamma(unseen + 1) + top + Math.log(sum));
  }
  const top = Math.max(...logs.values());
  const total = [...logs.values()].reduce((sum, log) => sum + Math.exp(log - top), 0);
  return new Map([...logs].map(([size, log]) => [size, Math.exp(log - top) / total]));
}

const go = (contacts: readonly number[], median = 200) =>
  successiveSamplingChain(
    contacts,
    { ...STANDARD_SUCCESSIVE_SAMPLING, prior: { kind: 'sampled-share', median }, draws: 10 },
    makeRandom(1),
  );

describe('successive sampling', () => {
  it('has the exact posterior of a population whose contacts are 1 or 2, by summing over everybody not sampled', () => {
    const contacts = [...Array.from({ length: 20 }, () => 2), ...Array.from({ length: 14 }, () => 1)];
    const exact = exactPosterior(contacts, 0.5, 120);
    const mean = [...exact].reduce((sum, [size, share]) => sum + size * share, 0);
    const spread = Math.sqrt(
      [...exact].reduce((sum, [size, share]) => sum + share * (size - mean) * (size - mean), 0),
    );
    const { sizes } = successiveSamplingChain(
      contacts,
      {
        prior: { kind: 'flat', most: 120 },
        degreeShares: [0.5, 0.5],
        draws: 20_000,
        thinning: 6,
        warmUp: 500,
        chains: 1,
      },
      makeRandom(5),
    );
    const found = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    const foundSpread = Math.sqrt(
      sizes.reduce((sum, size) => sum + (size - found) * (size - found), 0) / sizes.length,
    );
    expect(Math.abs(found - mean)).toBeLessThan(0.06 * spread);
    expect(Math.abs(foundSpread / spread - 1)).toBeLessThan(0.04);
    expect(sizes.every((size) => size >= contacts.length && size <= 120)).toBe(true);
  });

  it('finds 1,000 people of whom 500 were sampled, near the prior median of 1,000, and narrows the prior', () => {
    const contacts = sampleOf(1000, 500, makeRandom(4));
    const options = {
      ...STANDARD_SUCCESSIVE_SAMPLING,
      prior: { kind: 'sampled-share', median: 1000 } as const,
      draws: 250,
      warmUp: 600,
      thinning: 8,
      chains: 3,
    };
    const chains = successiveSamplingTasks(contacts, options, 1).map((task) => runChain(task));
    const { sizing, prior, narrowed } = sizeBySuccessiveSampling(contacts, options, chains);
    expect(sizing.low).toBeGreaterThanOrEqual(500);
    expect(sizing.low).toBeLessThan(1000);
    expect(sizing.high).toBeGreaterThan(1000);
    expect(narrowed).toBeLessThan(0.8);
    expect(prior.high).toBeCloseTo(20_000, 0);
  });

  it('gives a Conway–Maxwell–Poisson of the mean and spread asked for, a Poisson’s with decay 1', () => {
    const truncated = 5 / (1 - Math.exp(-5));
    const wanted = { mean: truncated, sd: Math.sqrt(truncated * (6 - truncated)) };
    expect(degreeModelWith(60, wanted, poissonStart(4))?.decay).toBeCloseTo(1, 6);
    for (const [mean, sd] of [
      [4, 1],
      [9, 6],
      [20, 9],
    ] as const) {
      const model = degreeModelWith(80, { mean, sd }, poissonStart(mean));
      const chances = [...(model?.logChances ?? [])].map((log) => Math.exp(log));
      const found = chances.reduce((sum, chance, at) => sum + chance * (at + 1), 0);
      const square = chances.reduce(
        (sum, chance, at) => sum + chance * (at + 1 - found) * (at + 1 - found),
        0,
      );
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(found).toBeCloseTo(mean, 5);
      expect(Math.sqrt(square)).toBeCloseTo(sd, 5);
    }
    expect(degreeModelWith(80, { mean: 5, sd: 15 }, poissonStart(5))).toBeUndefined();
  });

  it('has priors with the quartiles that were asked for', () => {
    const share = preparePrior({ kind: 'sampled-share', median: 3000 }, 400);
    expect(share.quantile(0.5)).toBeCloseTo(3000, 6);
    const stated = preparePrior({ kind: 'log-normal', median: 3000, upperQuartile: 5000 }, 400);
    expect(stated.quantile(0.5)).toBeCloseTo(3000, 6);
    expect(stated.quantile(0.75)).toBeCloseTo(5000, 6);
    expect(share.logDensity(399)).toBe(-Infinity);
  });

  it('refuses few people, numbers of contacts below 1, everybody alike, and a prior below the sample', () => {
    const many = Array.from({ length: 60 }, (_, at) => 1 + (at % 9));
    expect(() => go(many.slice(0, 20))).toThrow('at least 30');
    expect(() => go([...many, 0])).toThrow('1 or more');
    expect(() => go(many.map(() => 4))).toThrow('same number of contacts');
    expect(() => go(many, 50)).toThrow('above the 60 sampled');
  });
});

describe('spotwise sspse', () => {
  const rows = sampleOf(400, 120, makeRandom(9));
  const files = { 'rds.csv': `contacts\n${rows.join('\n')}\n` };

  it('asks for a prior, then says how far the sample narrowed it and marks what the prior was made of', async () => {
    const without = await spotwise(['sspse', 'rds.csv'], files);
    expect(without.code).toBe(2);
    expect(without.error).toContain('--prior-median');
    const line = [
      'sspse',
      'rds.csv',
      '--prior-median',
      '400',
      '--draws',
      '200',
      '--prior-source',
      'map-2024',
    ];
    const { code, out } = await spotwise([...line, '--out', '-'], files);
    expect(code).toBe(0);
    const [header, row] = out.split('\n');
    expect(header).toMatch(/,caveats,depends_on$/);
    expect(row).toMatch(/^,,,sspse\.posterior,.*credible,0\.95,rds\.csv,.*prior.*,map-2024$/);
  });
});

describe('a flat prior', () => {
  it('is refused where the sample sets no upper bound, for then the answer would be where the prior ends', async () => {
    const contacts = Array.from({ length: 60 }, (_, at) => 1 + (at % 9));
    const files = { 'rds.csv': `contacts\n${contacts.join('\n')}\n` };
    const { code, error } = await spotwise(
      ['sspse', 'rds.csv', '--flat-to', '90000', '--draws', '100'],
      files,
    );
    expect(code).toBe(1);
    expect(error).toContain('sets no upper bound');
  });
});

describe('a chain as work for threads', () => {
  it('depends on its task alone, and tasks of one seed give different chains', () => {
    const table = { lists: ['a', 'b', 'c'], counts: [0, 60, 49, 4, 247, 112, 142, 12] };
    const options = { classes: 4, shape: 0.25, rate: 0.25, draws: 30, thinning: 1, warmUp: 5, chains: 2 };
    const task = (chain: number) => run({ table, options, seed: 3, chain });
    expect(task(1)).toEqual(task(1));
    expect(task(0)).not.toEqual(task(1));
  });

  it('gives the same bytes whatever the number of threads', () => {
    const line = ['capture', 'fixtures/sizing/captures.csv', '--latent', '--draws', '100', '--json'];
    const [one, two, four] = ['1', '2', '4'].map((threads) => program([...line, '--threads', threads]));
    expect(one?.code).toBe(0);
    expect(one?.stdout).toContain('capture.latent_classes');
    expect(two?.stdout).toBe(one?.stdout);
    expect(four?.stdout).toBe(one?.stdout);
  });
});
