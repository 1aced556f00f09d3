import { describe, expect, it } from 'vitest';
import { fitAreas } from '../../src/methods/extrapolate/area-models.js';
import { extrapolate } from '../../src/methods/extrapolate/extrapolate.js';
import { leaveOneOut } from '../../src/methods/extrapolate/report-card.js';
import { makeRandom } from '../../src/stats/random.js';
import { spotwise } from '../support/spotwise.js';
import { KENYA } from './kenya.js';

const rounded = (model: 'loglog' | 'poisson' | 'negbin') =>
  fitAreas(model, KENYA).coefficients.map((value) => value.toFixed(3));

const fill = (denominator: number, outside: boolean) =>
  extrapolate(KENYA, [{ municipality: 'new', denominator, stratum: '' }], {
    model: 'loglog',
    outside,
    random: makeRandom(1),
    replicates: 300,
  });

describe('extrapolation on the 58 Kenyan areas of 2012', () => {
  it('has the published pooled rate 54.28 and median rate 68.4 per 1,000', () => {
    expect(KENYA.length).toBe(58);
    expect(KENYA.reduce((sum, area) => sum + area.estimate, 0)).toBe(103_304);
    expect(1000 * (fitAreas('rate', KENYA).coefficients[0] ?? 0)).toBeCloseTo(54.28, 2);
    expect(1000 * (fitAreas('median-rate', KENYA).coefficients[0] ?? 0)).toBeCloseTo(68.4, 1);
  });

  it('fits loglog 2.225 + 0.508, Poisson 1.934 + 0.548, negative binomial 2.567 + 0.486 with dispersion 0.244', () => {
    expect(rounded('loglog')).toEqual(['2.225', '0.508']);
    expect(rounded('poisson')).toEqual(['1.934', '0.548']);
    expect(rounded('negbin')).toEqual(['2.567', '0.486', '0.244']);
  });

  it.each([
    ['rate', '0.44', '0.816'],
    ['median-rate', '0.49', '0.758'],
    ['loglog', '0.38', '0.529'],
    ['poisson', '0.38', '0.526'],
  ] as const)('leaves one out: %s has median error %s and log error %s', (model, medianError, logError) => {
    const card = leaveOneOut(model, KENYA);
    expect(card.logError.toFixed(3)).toBe(logError);
    expect(card.medianError.toFixed(2)).toBe(medianError);
  });
});

const areaOf = (stratum: string) => ({ municipality: 'new', denominator: 20_000, stratum });

describe('partially pooled shares', () => {
  /** Kenya's areas in five strata that differ, made from their shares and their place in the list. */
  const strata = KENYA.map((area, at) => {
    const share = area.estimate / area.denominator;
    const stratum = share > 0.1 ? `high ${at % 2}` : share > 0.05 ? 'middle' : `low ${at % 2}`;
    return { ...area, stratum };
  });
  it('have the coefficients and predictions of dense matrices in R (restricted likelihood maximised by optimize)', () => {
    const fit = fitAreas('pooled', strata);
    const expected = [-0.722570578, 0.814599211, 0.094771484, 0.445620594];
    fit.coefficients.forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? 0, 5));
    expect(fit.predict(areaOf('high 1'))).toBeCloseTo(2689.235, 2);
    expect(fit.predict(areaOf('unknown'))).toBeCloseTo(2023.688, 2);
  });

  it('are loglog where there is one stratum, and lie between one line and a line a stratum where there are several', () => {
    const one = fitAreas('pooled', KENYA);
    expect(one.predict(areaOf(''))).toBeCloseTo(fitAreas('loglog', KENYA).predict(areaOf('')), 6);
    const own = strata.filter(({ stratum }) => stratum === 'low 1');
    const alone = own.reduce((sum, { estimate, denominator }) => sum + Math.log(estimate / denominator), 0);
    const pooled = fitAreas('pooled', strata).predict(areaOf('low 1'));
    expect(pooled).toBeLessThan(one.predict(areaOf('')));
    expect(pooled).toBeGreaterThan(20_000 * Math.exp(alone / own.length) * 0.7);
  });

  it('refuse areas with nobody', () => {
    expect(() => fitAreas('pooled', [...KENYA, { ...areaOf(''), estimate: 0 }])).toThrow('an estimate of 0');
  });
});

describe('filling unmapped areas', () => {
  it('gives a wide interval around the prediction, the same from the same seed', () => {
    const { total, areas } = fill(20_000, false);
    expect(total.low).toBeGreaterThan(0);
    expect(total.high / total.low).toBeGreaterThan(3);
    expect(areas[0]?.estimate).toBe(total.estimate);
    expect(fill(20_000, false).total).toEqual(total);
  });

  it('refuses areas outside the sizes that were mapped unless told', () => {
    expect(() => fill(900_000, false)).toThrow('smaller or larger than any area');
    expect(fill(900_000, true).total.estimate).toBeGreaterThan(0);
  });

  it('refuses fewer than ten mapped areas, a denominator of 0 and nothing to fill', () => {
    const options = { model: 'rate', outside: true, random: makeRandom(1), replicates: 10 } as const;
    const area = { municipality: 'new', denominator: 20_000, stratum: '' };
    expect(() => extrapolate(KENYA.slice(0, 9), [area], options)).toThrow('too few');
    expect(() => extrapolate(KENYA, [{ ...area, denominator: 0 }], options)).toThrow('above 0');
    expect(() => extrapolate(KENYA, [], options)).toThrow('nothing to extrapolate');
  });
});

describe('spotwise extrapolate', () => {
  const rows = KENYA.map(
    ({ municipality, denominator, estimate }) => `${municipality},${denominator},${estimate}`,
  );
  const files = {
    'areas.csv': `municipality,women,estimate\n${rows.join('\n')}\nNew Town,20000,\nOther,9000,\n`,
  };

  it('prints the report card of every model and writes the total, with --all each area', async () => {
    const { code, out } = await spotwise(['extrapolate', 'areas.csv', '--denominator', 'women'], files);
    expect(code).toBe(0);
    for (const model of ['loglog', 'loglog-normal', 'rate', 'median-rate', 'poisson', 'negbin', 'pooled'])
      expect(out).toContain(model);
    const all = await spotwise(
      ['extrapolate', 'areas.csv', '--denominator', 'women', '--all', '--out', '-'],
      files,
    );
    expect(all.out.trim().split('\n').length).toBe(4);
    expect(all.out).toContain(',New Town,,extrapolate.loglog,');
  });
});
