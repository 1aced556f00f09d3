import { SOURCES, type Step, type Variant } from '../model/card.js';
import type { SpotFigure } from '../model/estimate.js';
import { EstimationError } from '../model/estimation-error.js';
import { scaleTriple, sumTriples } from '../model/range.js';
import { leaveAsIs, numberOf, type PopulationStep } from './population-step.js';

const isVirtual = (figure: SpotFigure) => figure.mode !== 'geo';
const isGeographic = (figure: SpotFigure) => figure.mode === 'geo';

const subtractBoth: PopulationStep = (figures, { choice, population }) => {
  const geographic = sumTriples(figures.filter(isGeographic).map((figure) => figure.total)).estimate;
  const virtual = sumTriples(figures.filter(isVirtual).map((figure) => figure.total)).estimate;
  const both =
    choice['of'] === 'web' ? virtual * numberOf(choice, 'share') : geographic * numberOf(choice, 'share');
  if (both > virtual) {
    throw new EstimationError(
      'both-above-virtual',
      `${population}: more people are said to be at spots and online than are online`,
    );
  }
  const factor = virtual === 0 ? 1 : (virtual - both) / virtual;
  const reduced = figures.map((figure) =>
    isVirtual(figure) ? { ...figure, total: scaleTriple(figure.total, factor) } : figure,
  );
  return { figures: reduced, note: `${both.toFixed(1)} persons met both at spots and online counted once` };
};

const VARIANTS: readonly Variant<PopulationStep>[] = [
  {
    id: 'add',
    title: 'Places and virtual places added',
    summary: 'People met at places and people met by phone or on the web are added.',
    formula: 'N = G + V',
    rightWhen: 'virtual figures were taken without those who also come to places',
    misleads: 'people who are met both ways count twice',
    sources: [SOURCES.kosovo2019],
    example: { given: '1,874 at places, 4,940 on the web', gives: 6814, compute: () => 1874 + 4940 },
    apply: leaveAsIs,
  },
  {
    id: 'subtract-both',
    title: 'Those met both ways counted once',
    summary: 'People who are met both at places and virtually are taken off the virtual figures.',
    formula: 'N = G + V − O, O = share × G (of: geo) or share × V (of: web)',
    rightWhen: 'people at one of the two were asked about the other',
    misleads: 'the share differs by which side was asked; ask both and compare',
    sources: [SOURCES.spotwise],
    parameters: {
      share: { kind: 'share', meaning: 'share of one side who are also met on the other', required: true },
      of: { kind: 'choice', choices: ['geo', 'web'], meaning: 'the side the share is of', standard: 'geo' },
    },
    example: {
      given: '1,000 at places of whom 0.3 are also online, 2,000 online',
      gives: 2700,
      compute: () => 1000 + 2000 - 0.3 * 1000,
    },
    apply: subtractBoth,
  },
];

export const VIRTUAL: Step<PopulationStep> = {
  id: 'virtual',
  title: 'Places and virtual places',
  question: 'How are people met at places and people met virtually joined?',
  standard: 'add',
  variants: VARIANTS,
};
