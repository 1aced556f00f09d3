import type { Chapter } from '../../model/card.js';
import { anchoredMultiplier } from './anchored.js';
import { hierarchical, inverseVariance, medianWithBounds, randomEffects } from './synthesis.js';
import { logEstimates, type SourceEstimate } from './sources.js';

const JUBA: readonly SourceEstimate[] = [
  [4927, 5800, 6673],
  [4673, 5306, 5939],
  [1776, 1863, 1951],
  [2028, 2120, 2211],
].map(([low = 0, estimate = 0, high = 0]) => ({
  method: 'study',
  low,
  estimate,
  high,
  basis: 'confidence',
  level: 0.95,
  source: '',
  dependsOn: '',
  confidence: 1,
}));
const ANCHOR = { share: 0.024, low: 0.019, high: 0.029, of: 150_000 };
const WESSON = {
  author: 'Wesson, Mirzazadeh, McFarland',
  year: 2018,
  work: 'A Bayesian approach to synthesize estimates of the size of hidden populations: the Anchored Multiplier, Int J Epidemiol 47:1636–1644, doi:10.1093/ije/dyy132',
};
const GIVEN = 'the four estimates of Juba: 5,800, 5,306, 1,863 and 2,120 with their intervals';

/** Several estimates of one population joined to one. */
export const SYNTHESES: Chapter = {
  id: 'combine',
  title: 'Synthesis of several estimates',
  question: 'What do several estimates of one population say together?',
  standard: 'hierarchical',
  variants: [
    {
      id: 'hierarchical',
      title: 'Hierarchical synthesis',
      summary:
        'Studies differ beyond chance by a bias whose size is learnt; confidence weights and a prior may be given.',
      formula: 'ln Nᵢ ~ N(θ, τ² + (σᵢ/cᵢ)²), τ ~ half-Cauchy(0, 0.01·sd), θ flat or by prior quartiles',
      rightWhen: 'two or more independent estimates with intervals, and a view on how far each is trusted',
      misleads: 'studies share data or a bias: the log names what was left out, not what nobody said',
      sources: [{ author: 'Fellows', year: 2024, work: 'triangulator, documentation: Mathematical Details' }],
      example: { given: GIVEN, gives: 3302.613, compute: () => hierarchical(logEstimates(JUBA)).estimate },
    },
    {
      id: 'random_effects',
      title: 'Random effects (DerSimonian–Laird)',
      summary: 'The mean of logarithms weighted by chance and by how far studies differ.',
      formula: 'w = 1/(σᵢ² + τ²), τ² = (Q − (k − 1))/C',
      rightWhen: 'a standard, reproducible pooling is wanted from five or more studies',
      misleads: 'two to four studies: τ² is hardly known and the interval too narrow',
      sources: [
        {
          author: 'DerSimonian, Laird',
          year: 1986,
          work: 'Control Clin Trials 7:177–188, doi:10.1016/0197-2456(86)90046-2',
        },
      ],
      example: { given: GIVEN, gives: 3298.03, compute: () => randomEffects(logEstimates(JUBA)).estimate },
    },
    {
      id: 'inverse_variance',
      title: 'Inverse variance',
      summary: 'The mean of logarithms weighted by what each study claims of its own precision.',
      formula: 'w = 1/σᵢ²',
      rightWhen: 'estimates differ by chance only',
      misleads: 'methods disagree, as they nearly always do: the most confident study wins',
      sources: [
        { author: 'Hedges, Olkin', year: 1985, work: 'Statistical Methods for Meta-Analysis, chapter 6' },
      ],
      example: { given: GIVEN, gives: 2216.549, compute: () => inverseVariance(logEstimates(JUBA)).estimate },
    },
    {
      id: 'median',
      title: 'Median with plausible bounds',
      summary: 'The middle of the estimates, the lowest and highest as bounds.',
      formula: 'N = median; bounds = smallest and largest',
      rightWhen: 'some estimates have no interval, or one is far off',
      misleads: 'the bounds are read as an interval',
      sources: [
        {
          author: 'Okal et al.',
          year: 2013,
          work: 'Sex Transm Infect 89:366–371, doi:10.1136/sextrans-2013-051071',
        },
      ],
      example: { given: GIVEN, gives: 3713, compute: () => medianWithBounds(JUBA).estimate },
    },
    {
      id: 'anchored',
      title: 'Anchored multiplier',
      summary:
        'A share believed beforehand (the anchor) updated by every study as if it were so many people asked.',
      formula: 'beta(a, b) from the anchor; a += p·p(1 − p)/se², b += (1 − p)·p(1 − p)/se² for each study',
      rightWhen: 'a share of a known denominator is known from elsewhere and is to steady few studies',
      misleads:
        'studies disagree: it counts them as one large survey and is far too narrow; then use the adjusted form',
      sources: [WESSON],
      example: {
        given: `${GIVEN}, anchored at 2.4% (1.9–2.9%) of 150,000`,
        gives: 2149.253,
        compute: () => anchoredMultiplier(JUBA, ANCHOR).estimate,
      },
    },
    {
      id: 'anchored_adjusted',
      title: 'Anchored multiplier, variance adjusted',
      summary: 'The same with every variance enlarged by how far anchor and studies differ.',
      formula: 'se² + τ² in place of se², τ² by DerSimonian–Laird on the shares',
      rightWhen: 'studies differ by more than chance, as they nearly always do',
      misleads:
        'all of them share a bias; equal errors make a larger share count as more people, so it leans upwards',
      sources: [WESSON],
      example: {
        given: `${GIVEN}, anchored at 2.4% (1.9–2.9%) of 150,000`,
        gives: 4221.921,
        compute: () => anchoredMultiplier(JUBA, ANCHOR, true).estimate,
      },
    },
  ],
};
