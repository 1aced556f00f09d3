import { expect, it } from 'vitest';
import { findTopics } from '../../src/explain/topics.js';
import { mappingEstimates } from '../../src/methods/mapping-estimates.js';
import { estimated, studyOf } from '../support/study.js';

const SPOTS = 'spot_id,population,min,max\na,FSW,5,15\nb,FSW,10,30\nc,FSW,0,10\n';

async function rowOf(yaml: string): Promise<Readonly<Record<string, unknown>>> {
  const texts = { study: yaml, spots: SPOTS };
  const { study } = await studyOf(texts);
  const { columns, rows } = mappingEstimates((await estimated(texts)).estimates, study.settings);
  return Object.fromEntries(columns.map((name, at) => [name, rows[0]?.[at]]));
}

it('mapping writes the extremes added up, under a method name that explain knows', async () => {
  const row = await rowOf('title: Three spots\n');
  expect(row).toMatchObject({
    low: 15,
    estimate: 35,
    high: 55,
    basis: 'extremes',
    source: 'mapping-Three-spots',
  });
  const cards = findTopics(String(row['method'])).filter((topic) => topic.kind === 'variant');
  expect(cards.map((topic) => topic.name)).toEqual(['mapping.mapping']);
});

it('mapping writes an interval of confidence where the study chose one', async () => {
  const row = await rowOf(
    'title: Three spots\nmethod:\n  interval: { use: bootstrap, level: 0.9, replicates: 200 }\n',
  );
  expect(row).toMatchObject({ estimate: 35, basis: 'confidence', level: 0.9 });
});
