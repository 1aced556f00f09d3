import { exampleStudy } from '../estimate/example-study.js';
import { estimate } from '../estimate/estimate.js';
import { SOURCES, type Chapter } from '../model/card.js';
import { mappingEstimates } from './mapping-estimates.js';

/** What `estimate` and `run` write of mapping beside the other methods. */
export const MAPPING: Chapter = {
  id: 'mapping',
  title: 'Mapping',
  question: 'How many people do the mapped spots stand for?',
  standard: 'mapping',
  variants: [
    {
      id: 'mapping',
      title: 'Persons at mapped spots',
      summary:
        "The settled counts of all active spots, corrected by the study's steps and added up; spotwise estimate and run write it to estimates.csv, so that combine can set it beside other methods.",
      formula:
        'N = Σ S after the corrections; range = Σ low to Σ high (basis extremes), or the computed interval where it is one of confidence',
      rightWhen:
        'the spots are all or nearly all there are, and the steps say what was done about people met at several spots, absent that day or never at spots',
      misleads:
        'it is read as the whole population where nobody was added for those never at spots; extremes added up are no confidence interval, have no standard error and enter only the median of combine',
      sources: [SOURCES.emmanuel2019, SOURCES.odek2014, SOURCES.ikpeazu2014],
      example: {
        given: 'three spots of 5 to 15, 10 to 30 and 0 to 10 persons, no correction (extremes 15 to 55)',
        gives: 35,
        compute: mappedInAll,
      },
    },
  ],
};

/** The estimate of the national row of the example's estimates.csv. */
function mappedInAll(): number {
  const study = exampleStudy([
    { min: 5, max: 15 },
    { min: 10, max: 30 },
    { min: 0, max: 10 },
  ]);
  const { columns, rows } = mappingEstimates(estimate(study).estimates, study.settings);
  return Number(rows[0]?.[columns.indexOf('estimate')]);
}
