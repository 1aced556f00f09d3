import { pairOf, type CaptureTable } from '../../src/methods/capture/capture-table.js';
import { binomialPercentileInterval } from '../../src/methods/capture/binomial-percentiles.js';
import { averageGraphs, type GraphOptions } from '../../src/methods/capture/decomposable-graphs.js';
import { modelNamed } from '../../src/methods/capture/hierarchical-models.js';
import { designOf, fitHeterogeneity, fitLogLinear, profileOf } from '../../src/methods/capture/log-linear.js';
import { averageModels, fitFamily } from '../../src/methods/capture/model-average.js';
import { partialBootstrap } from '../../src/methods/capture/partial-bootstrap.js';
import { sampleCoverage } from '../../src/methods/capture/sample-coverage.js';
import { logNormalInterval, waldInterval } from '../../src/methods/capture/two-list-intervals.js';
import {
  chapman,
  lincolnPetersen,
  personsSeen,
  weightedOverlap,
} from '../../src/methods/capture/two-lists.js';
import { logEstimates, type SourceEstimate } from '../../src/methods/combine/sources.js';
import { hierarchical, inverseVariance, randomEffects } from '../../src/methods/combine/synthesis.js';
import { leaveOneOut } from '../../src/methods/extrapolate/report-card.js';
import { truncatedPoisson } from '../../src/methods/repeats/repeat-counts.js';
import { scaleUpRatio } from '../../src/methods/scale-up/scale-up.js';
import { makeRandom } from '../../src/stats/random.js';
import { spotwise } from '../support/program.js';
import { KENYA } from './kenya.js';
import {
  ALLEGHENY,
  BIRTH_DEFECTS,
  BRIGHTON,
  BRUSSELS,
  HEPATITIS,
  KOSOVO,
  ROME,
  RWANDA,
  SPINA_BIFIDA,
} from './capture/published-histories.js';

/** An answer that was printed somewhere, and how it comes out here. */
export interface PublishedAnswer {
  readonly what: string;
  readonly source: string;
  readonly printed: readonly number[];
  /** Digits after the point that were printed. */
  readonly digits?: number;
  readonly here: () => readonly number[];
  /** Share by which it may differ where either side was drawn at random; the same digits where not given. */
  readonly within?: number;
}

const LINCOLN_PETERSEN = 'Lincoln–Petersen';

function wald(first: number, second: number, both: number) {
  const lists = { first, second, both };
  const point = lincolnPetersen(lists);
  const { low, high } = waldInterval(point, personsSeen(lists));
  return [point.estimate, low, high];
}

function kampala() {
  const lists = { first: 467, second: 450, both: 54 };
  const { low, high } = binomialPercentileInterval(lists);
  return [lincolnPetersen(lists).estimate, low, high];
}

const petersen = (first: number, second: number, both: number) => [
  lincolnPetersen({ first, second, both }).estimate,
];

function fitOf(table: CaptureTable, name: string) {
  const design = designOf(modelNamed(name, table.lists.length));
  const fit = fitLogLinear(table, design);
  if (fit === undefined) throw new Error(`${name} was not fitted`);
  return { ...fit, design };
}

const sized = (table: CaptureTable, name: string) => {
  const { estimate, standardError } = fitOf(table, name);
  return [estimate, standardError];
};

function profiled(table: CaptureTable, name: string) {
  const fit = fitOf(table, name);
  const { low, high } = profileOf(table, fit.design, fit);
  return [fit.estimate, low, high];
}

function pairwise(one: number, other: number) {
  const lists = pairOf(HEPATITIS, one, other);
  const point = chapman(lists);
  const { low, high } = logNormalInterval(point, personsSeen(lists));
  return [point.estimate, Math.sqrt(point.variance), low, high];
}

function graphs(table: CaptureTable, options: GraphOptions) {
  const { mean, low, high } = averageGraphs(table, options);
  return [mean, low, high];
}

/** Median and 95% of latent classes by four chains, as the program prints them. */
const latent =
  (...line: readonly string[]) =>
  () => {
    const done = spotwise(['capture', ...line, '--latent', '--json']);
    const { methods } = JSON.parse(done.stdout) as {
      methods: {
        sizing?: { method: string; low: number; estimate: number; high: number; caveats: string[] };
      }[];
    };
    const sizing = methods.find((made) => made.sizing?.method === 'capture.latent_classes')?.sizing;
    if (sizing === undefined || !sizing.caveats.join().includes('chains agree'))
      throw new Error(`latent classes of ${line.join(' ')}: no chains that agree`);
    return [sizing.estimate, sizing.low, sizing.high];
  };

const clients = (hiddenTies: number) => [
  scaleUpRatio({ hiddenTies, knownTies: 28894, knownSize: 1186543, frame: 10_000_000 }).estimate,
];

const study = (estimate: number, low: number, high: number, confidence = 1): SourceEstimate => ({
  method: 'study',
  low,
  estimate,
  high,
  basis: 'confidence',
  level: undefined,
  source: '',
  dependsOn: '',
  confidence,
});

const juba = (confidence: readonly number[] = []) =>
  logEstimates(
    [
      [5800, 4927, 6673],
      [5306, 4673, 5939],
      [1863, 1776, 1951],
      [2120, 2028, 2211],
    ].map(([estimate = 0, low = 0, high = 0], at) => study(estimate, low, high, confidence[at] ?? 1)),
  );

const ends = ({ low, estimate, high }: { low: number; estimate: number; high: number }) => [
  estimate,
  low,
  high,
];

const RECIPROCAL = { kind: 'reciprocal' } as const;
const RCAPTURE = 'Rcapture 1.4-4';
const DGA = 'dga 2.0.2';

/** Every published answer of the sizing methods that is reproduced. */
export const PUBLISHED_ANSWERS: readonly PublishedAnswer[] = [
  {
    what: `San Salvador MSM 2008, ${LINCOLN_PETERSEN}, Wald`,
    source: 'Paz-Bailey et al. 2011',
    printed: [12480, 7235, 17725],
    here: () => wald(400, 624, weightedOverlap(0.032, 624)),
  },
  {
    what: `San Salvador FSW 2008, ${LINCOLN_PETERSEN}, Wald`,
    source: 'Paz-Bailey et al. 2011',
    printed: [5765, 4253, 7277],
    here: () => wald(400, 663, weightedOverlap(0.069, 663)),
  },
  {
    what: `Luanda MSM 2011, ${LINCOLN_PETERSEN}, Wald`,
    source: 'Kendall et al. 2014, by triangulator',
    printed: [6212.8, 4566.1, 7859.5],
    digits: 1,
    here: () => wald(792, 353, 45),
  },
  {
    what: `Kampala PWID 2017, ${LINCOLN_PETERSEN}, binomial percentiles`,
    source: 'Doshi et al. 2019',
    printed: [3892, 3090, 5126],
    here: kampala,
  },
  {
    what: `Bulawayo FSW 2003, ${LINCOLN_PETERSEN}, Wald`,
    source: 'Weir et al. 2003',
    printed: [3893.8, 3681.9, 4105.8],
    digits: 1,
    here: () => wald(1381, 1469, 521),
  },
  {
    what: 'Seber p. 107, Lincoln–Petersen with its error',
    source: `Seber 1982, ${RCAPTURE}`,
    printed: [2389.868, 130.381],
    digits: 3,
    here: () => {
      const { estimate, variance } = lincolnPetersen({ first: 948, second: 421, both: 167 });
      return [estimate, Math.sqrt(variance)];
    },
  },
  {
    what: 'Seber p. 107, Chapman',
    source: 'Seber 1982',
    printed: [2382.8],
    digits: 1,
    here: () => [chapman({ first: 948, second: 421, both: 167 }).estimate],
  },
  {
    what: 'Hai Phong PWID 2014 and 2016, raw counts of both surveys',
    source: 'Des Jarlais et al. 2018',
    printed: [5799.7],
    digits: 1,
    here: () => petersen(603, 1385, 144),
  },
  {
    what: 'Hai Phong PWID, raw counts of lighters and survey',
    source: 'Des Jarlais et al. 2018',
    printed: [5467.1],
    digits: 1,
    here: () => petersen(600, 1385, 152),
  },
  {
    what: 'Polish nationals in the Netherlands 2009',
    source: 'crc.partialid',
    printed: [193874],
    here: () => petersen(39862, 1819, 374),
  },
  ...(
    [
      [0, 1, [333.56, 28.7, 288.7, 403.4]],
      [0, 2, [374.48, 35.58, 318.6, 460.8]],
      [1, 2, [331.36, 29.93, 284.7, 404.4]],
    ] as const
  ).map(([one, other, printed]) => ({
    what: `Hepatitis A, Chapman of lists ${one + 1} and ${other + 1}, error, log-normal`,
    source: 'Chao et al. 2001, CARE-1',
    printed,
    digits: 1,
    here: () => pairwise(one, other),
  })),
  {
    what: 'Rome HIV, model [12,3,4], error',
    source: `Abeni et al. 1994, ${RCAPTURE}`,
    printed: [12318.47, 1188.72],
    digits: 2,
    here: () => sized(ROME, '[12,3,4]'),
  },
  {
    what: 'Rome HIV, model [12,3,4], profile',
    source: RCAPTURE,
    printed: [12318, 10266, 14992],
    here: () => profiled(ROME, '[12,3,4]'),
  },
  {
    what: 'Rome HIV, AIC and BIC of [12,3,4]',
    source: RCAPTURE,
    printed: [86.65, 119.935],
    digits: 3,
    here: () => [fitOf(ROME, '[12,3,4]').aic, fitOf(ROME, '[12,3,4]').bic],
  },
  {
    what: 'Rome HIV, independent lists, error',
    source: RCAPTURE,
    printed: [11124.58, 904.75],
    digits: 2,
    here: () => sized(ROME, '[1,2,3,4]'),
  },
  {
    what: 'Rome HIV, all pairs, error',
    source: RCAPTURE,
    printed: [23443.54, 9594.88],
    digits: 2,
    here: () => sized(ROME, '[12,13,14,23,24,34]'),
  },
  {
    what: 'Rome HIV, 64 models averaged by AIC, by BIC',
    source: RCAPTURE,
    printed: [12796.2, 11412.2],
    digits: 1,
    here: () => {
      const family = fitFamily(ROME, 2);
      return (['aic', 'bic'] as const).map((by) => averageModels(ROME, family, by).estimate);
    },
  },
  {
    what: 'Allegheny lesbian lists, independent, error',
    source: `Aaron et al. 2003, ${RCAPTURE}`,
    printed: [3738.47, 95.25],
    digits: 2,
    here: () => sized(ALLEGHENY, '[1,2,3,4]'),
  },
  {
    what: 'Allegheny lesbian lists, Darroch, error, BIC',
    source: RCAPTURE,
    printed: [6963.74, 650.08, 236.62],
    digits: 2,
    here: () => {
      const { estimate, standardError, bic } = fitHeterogeneity(ALLEGHENY, 'darroch');
      return [estimate, standardError, bic];
    },
  },
  {
    what: 'Brussels PWID 2019, model [13,23], profile',
    source: RCAPTURE,
    printed: [688, 535.3, 935.8],
    digits: 1,
    here: () => profiled(BRUSSELS, '[13,23]'),
  },
  {
    what: 'Brussels PWID 2019, all pairs',
    source: RCAPTURE,
    printed: [880.46],
    digits: 2,
    here: () => sized(BRUSSELS, '[12,13,23]').slice(0, 1),
  },
  {
    what: 'Rwanda FSW 2018, independent, [13,23], all pairs',
    source: 'Musengimana et al. 2021',
    printed: [8676, 13970, 21254],
    here: () => ['[1,2,3]', '[13,23]', '[12,13,23]'].map((name) => fitOf(RWANDA, name).estimate),
  },
  {
    what: 'Brighton PWID, [12,3,4], [12,13,4], independent',
    source: `Hickman et al. 2004, ${RCAPTURE}`,
    printed: [1656.45, 1776.46, 1607.62],
    digits: 2,
    here: () => ['[12,3,4]', '[12,13,4]', '[1,2,3,4]'].map((name) => fitOf(BRIGHTON, name).estimate),
  },
  {
    what: 'Brighton PWID, AIC of [12,3,4] and [12,13,4]',
    source: RCAPTURE,
    printed: [87.159, 87.326],
    digits: 3,
    here: () => ['[12,3,4]', '[12,13,4]'].map((name) => fitOf(BRIGHTON, name).aic),
  },
  {
    what: 'Kosovo killings 1999, best pairwise model, error',
    source: RCAPTURE,
    printed: [14341.7, 1018.3],
    digits: 1,
    here: () => sized(KOSOVO, fitFamily(KOSOVO, 2).fits[0]?.name ?? ''),
  },
  {
    what: 'Hepatitis A, sample coverage: independent, low, high',
    source: 'Chao et al. 2001, CARE-1',
    printed: [407, 507.77, 970.8],
    digits: 1,
    here: () => {
      const { independence, low, high = 0 } = sampleCoverage(HEPATITIS);
      return [independence, low, high];
    },
  },
  {
    what: 'Spina bifida, averaged over graphs: mean, 95%',
    source: 'Madigan, York 1997',
    printed: [733.45, 682, 797],
    digits: 2,
    here: () =>
      graphs(SPINA_BIFIDA, {
        delta: 1,
        prior: { kind: 'gamma-poisson', shape: 13.14, scale: 55.17 },
        leastUnseen: 1,
        mostUnseen: 300,
        withComplete: true,
      }),
  },
  {
    what: 'Birth defects on five lists, averaged over graphs: mean, 95%',
    source: `Madigan, York 1997, ${DGA}`,
    printed: [617.8, 588, 655],
    digits: 1,
    here: () => graphs(BIRTH_DEFECTS, { delta: 0.5, prior: RECIPROCAL, leastUnseen: 1, mostUnseen: 300 }),
  },
  {
    what: 'Rome HIV, averaged over graphs: mean, 95%',
    source: DGA,
    printed: [11357, 9404, 14095],
    here: () => graphs(ROME, { prior: RECIPROCAL, mostUnseen: 30_000 }),
  },
  {
    what: 'Kosovo killings 1999, averaged over graphs: mean, 95%',
    source: DGA,
    printed: [12749, 9827, 16544],
    here: () => graphs(KOSOVO, { prior: RECIPROCAL, mostUnseen: 30_000 }),
  },
  {
    what: 'Kosovo killings 1999, latent classes: median',
    source: 'LCMCR, two runs 10,266 and 10,353; Ball et al. 2002 10,356',
    printed: [10353],
    here: () => latent('fixtures/sizing/kosovo-1999.csv')().slice(0, 1),
    within: 0.03,
  },
  {
    what: 'Rwanda FSW 2018, latent classes: median, high end',
    source: 'Musengimana et al. 2021',
    printed: [13716, 22806],
    here: () => {
      const [median = 0, , high = 0] = latent('fixtures/sizing/rwanda.csv')();
      return [median, high];
    },
    within: 0.1,
  },
  {
    what: 'Kampala FSW 2017, latent classes, 40,000 draws: median',
    source: 'LCMCR, runs 8,211 to 8,729',
    printed: [8729],
    here: () => latent('fixtures/sizing/kampala.csv', '--dataset', 'fsw', '--draws', '40000')().slice(0, 1),
    within: 0.03,
  },
  {
    what: 'Kampala MSM 2017, latent classes, 40,000 draws: median',
    source: 'Doshi et al. 2019',
    printed: [14019],
    here: () => latent('fixtures/sizing/kampala.csv', '--dataset', 'msm', '--draws', '40000')().slice(0, 1),
    within: 0.05,
  },
  {
    what: 'Brussels PWID 2019, odds ratios 1 to 5, bootstrap ends',
    source: 'crc.partialid, 500 redraws',
    printed: [434, 784.3],
    digits: 1,
    here: () => {
      const options = { random: makeRandom(1), replicates: 2000 };
      const { low, high } = partialBootstrap(BRUSSELS, { least: 1, most: 5 }, options);
      return [low, high];
    },
    within: 0.015,
  },
  ...(
    [
      ['clients of sex workers', 1164, 47800.1],
      ['sex workers', 969, 39792.4],
      ['MSM', 60, 2463.9],
      ['PWID', 26, 1067.7],
    ] as const
  ).map(([who, ties, printed]) => ({
    what: `Rwanda 2011 example, scale-up ratio, ${who}`,
    source: 'networkreporting vignette',
    printed: [printed],
    digits: 1,
    here: () => clients(ties),
  })),
  {
    what: 'Illegal immigrants in the Netherlands, truncated Poisson, Wald',
    source: 'van der Heijden et al. 2003',
    printed: [7080, 6363, 7797],
    here: () => {
      const { estimate, variance } = truncatedPoisson([1645, 183, 37, 13, 1, 1]);
      const half = 1.96 * Math.sqrt(variance);
      return [estimate, estimate - half, estimate + half];
    },
  },
  ...(
    [
      ['rate', 0.44, 0.816],
      ['median-rate', 0.491, 0.758],
      ['loglog-normal', 0.382, 0.529],
      ['poisson', 0.38, 0.526],
    ] as const
  ).map(([model, median, log]) => ({
    what: `Kenya 2012, one area left out, ${model}: median and log error`,
    source: 'Odek et al. 2014, reference fits',
    printed: [median, log],
    digits: 3,
    here: () => {
      const card = leaveOneOut(model, KENYA);
      return [card.medianError, card.logError];
    },
  })),
  {
    what: 'Juba FSW, inverse variance',
    source: 'reference run',
    printed: [2216.5],
    digits: 1,
    here: () => [inverseVariance(juba()).estimate],
  },
  {
    what: 'Juba FSW, DerSimonian–Laird',
    source: 'reference run',
    printed: [3298, 2207, 4928],
    here: () => ends(randomEffects(juba())),
  },
  {
    what: 'Juba FSW, hierarchical, flat prior',
    source: 'triangulator model, reference run',
    printed: [3298, 1623, 6749],
    here: () => ends(hierarchical(juba())),
    within: 0.03,
  },
  {
    what: 'Juba FSW, hierarchical, confidence and prior',
    source: 'triangulator model, reference run',
    printed: [3412, 2029, 6025],
    here: () => ends(hierarchical(juba([0.5, 0.7, 0.2, 0.2]), { median: 4000, upperQuartile: 6000 })),
    within: 0.03,
  },
];
