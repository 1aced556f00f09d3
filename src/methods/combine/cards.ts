import type { Chapter } from '../../model/card.js';
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
  ],
};
