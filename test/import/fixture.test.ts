import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIXTURES } from '../support/read-fixture.js';
import { koboCsv } from './six-spots.js';

it('the bundled KoboToolbox export is what the tests write', () => {
  expect(readFileSync(join(FIXTURES, 'imports', 'kobo-level-2.csv'), 'utf8')).toBe(
    new TextDecoder().decode(koboCsv()),
  );
});
