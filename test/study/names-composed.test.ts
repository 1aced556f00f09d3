import { expect, it } from 'vitest';
import { readStudy } from '../../src/study/read-study.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';

const COMPOSED = 'De\u00e7an';
const bytes = (text: string) => new TextEncoder().encode(text);
const DECOMPOSED = 'Dec\u0327an';

it('a municipality written with a combining mark is the one written with a single letter', async () => {
  const square = [
    [
      [20, 42],
      [21, 42],
      [21, 43],
      [20, 43],
      [20, 42],
    ],
  ];
  const outline = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: DECOMPOSED },
        geometry: { type: 'Polygon', coordinates: square },
      },
    ],
  };
  const files = new Map([
    [
      'spots',
      {
        file: 'spots.csv',
        bytes: bytes(`spot_id,population,municipality,min,max\nS1,FSW,${DECOMPOSED},6,14\n`),
      },
    ],
    ['places', { file: 'places.csv', bytes: bytes(`municipality\n${COMPOSED}\n`) }],
    ['boundaries', { file: 'boundaries.geojson', bytes: bytes(JSON.stringify(outline)) }],
  ]);
  const { study, issues } = await readStudy(files, STANDARD_SETTINGS);
  expect(issues).toEqual([]);
  expect(study.spots[0]?.municipality).toBe(COMPOSED);
  expect(study.boundaries[0]?.municipality).toBe(COMPOSED);
});
