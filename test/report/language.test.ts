import { describe, expect, it } from 'vitest';
import { LANGUAGE_TAGS } from '../../src/draw/words/terminal/catalogues.js';
import { CATALOGUES } from '../../src/draw/words/catalogues.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRENCH } from '../../src/draw/words/french.js';
import { reportPage } from '../../src/report/report.js';
import { readFixture } from '../support/read-fixture.js';
import { sha256, viewOf, wordsOf } from '../support/report.js';
import { inFreshFolder, ROOT, spotwise } from '../support/program.js';

/** A population as a study names it. */
const named = (code: string, label: string) => ({ code, label, denominator: undefined, method: {} });

describe('the language of a page', () => {
  it('is one there is a catalogue for, and every catalogue can be asked for', () => {
    expect([...LANGUAGE_TAGS].sort()).toEqual(Object.keys(CATALOGUES).sort());
    for (const [tag, words] of Object.entries(CATALOGUES)) expect(words.tag).toBe(tag);
  });

  it('changes the words and how numbers look, says that it is a draft, and changes no table', () => {
    inFreshFolder((cwd) => {
      const study = join(ROOT, 'fixtures', 'tiny');
      const run = (language: string) =>
        spotwise(['report', study, '--language', language, '--out', language, '--quiet'], { cwd });
      expect([run('en').code, run('fr').code]).toEqual([0, 0]);
      const file = (language: string, name: string) => readFileSync(join(cwd, language, name), 'utf8');
      const [english, french] = [file('en', 'report.html'), file('fr', 'report.html')];
      expect(english).toContain('<html lang="en">');
      expect(english).toContain('How many?');
      expect(french).toContain('<html lang="fr">');
      expect(french).toContain('Combien ?');
      expect(french).toContain('Traduction automatique');
      expect(file('fr', 'plan/sheets.html')).toContain('<html lang="fr">');
      expect(file('fr', 'plan/sheets.html')).toContain('Traduction automatique');
      expect(file('en', 'plan/sheets.html')).toContain('<html lang="en">');
      for (const name of ['national.csv', 'spots.csv', 'plan/need.csv', 'plan/uncovered.csv'])
        expect(file('fr', name)).toBe(file('en', name));
    });
  });

  it("names the populations and areas the guidelines name, and keeps a name of the study's own", async () => {
    const { study } = await readFixture('tiny');
    const settings = {
      ...study.settings,
      municipality_title: 'city',
      populations: [named('FSW', 'female sex workers'), named('PWID', 'People of the river')],
    };
    const page = wordsOf(reportPage(viewOf({ ...study, settings }), FRENCH, sha256));
    expect(page).toContain('Travailleuses du sexe');
    expect(page).not.toMatch(/female sex workers/i);
    expect(page).toContain('People of the river');
    expect(page).toContain(' Ville ');
  });

  it('is that of the sheets of a plan too', () => {
    inFreshFolder((cwd) => {
      const study = join(ROOT, 'fixtures', 'tiny');
      expect(
        spotwise(['plan', study, '--language', 'sr-Cyrl', '--out', 'plan', '--quiet'], { cwd }).code,
      ).toBe(0);
      expect(readFileSync(join(cwd, 'plan', 'plan', 'sheets.html'), 'utf8')).toContain('Седмица 1');
    });
  });

  it('is refused in one line where there is none', () => {
    const done = spotwise(['report', join(ROOT, 'fixtures', 'tiny'), '--language', 'xx'], { cwd: ROOT });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain('Allowed choices are en');
  });
});
