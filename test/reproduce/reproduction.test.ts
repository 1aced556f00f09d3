import { describe, expect, it } from 'vitest';
import { writeAnnotations } from '../../src/reproduce/annotations.js';
import { writeJUnit } from '../../src/reproduce/junit.js';
import {
  describeComparison,
  summariseReproductions,
  type Reproduction,
} from '../../src/reproduce/reproduction.js';
import { compareRow } from './published-row.js';

const MATCHED = compareRow();
const KNOWN = compareRow({
  line: 3,
  value: '34',
  deviation: 6,
  evidence: 'Rows <rounded>, 100% "each":\nseen.',
});
const OFF = compareRow({ line: 4, measure: 'mean_spot_size', value: '9.1' });
const LOST = compareRow({ line: 5, key: 'population=A&B' });
const STUDY: Reproduction = {
  study: 'Tiny',
  file: 'fixtures/tiny/published.csv',
  comparisons: [MATCHED, KNOWN, OFF, LOST],
};
const REPRODUCED: Reproduction = { ...STUDY, comparisons: [MATCHED, KNOWN] };

describe('a comparison is described', () => {
  it('with both numbers, how far they are apart and why', () => {
    expect([MATCHED, KNOWN, OFF, LOST].map(describeComparison)).toEqual([
      'published 40, recomputed 40 (+0).',
      'published 34, recomputed 40 (+6). Rows <rounded>, 100% "each":\nseen.',
      'published 9.1, recomputed 9 (-0.1). The recomputed number is not the published one.',
      'published 40, recomputed nothing. The key fits no row.',
    ]);
  });
});

describe('JUnit XML', () => {
  it('has a case for every number: failures, errors, and known deviations that pass with their evidence', () => {
    expect(writeJUnit([STUDY])).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="spotwise reproduce">',
        '  <testsuite name="Tiny" file="fixtures/tiny/published.csv" tests="4" failures="1" errors="1" skipped="0">',
        '    <testcase classname="Tiny.national" name="national population=FSW estimate" line="2"/>',
        '    <testcase classname="Tiny.national" name="national population=FSW estimate" line="3">',
        '      <system-out>known deviation: published 34, recomputed 40 (+6). Rows &lt;rounded&gt;, 100% &quot;each&quot;:&#10;seen.</system-out>',
        '    </testcase>',
        '    <testcase classname="Tiny.national" name="national population=FSW mean_spot_size" line="4">',
        '      <failure type="mismatch" message="published 9.1, recomputed 9 (-0.1). The recomputed number is not the published one."/>',
        '    </testcase>',
        '    <testcase classname="Tiny.national" name="national population=A&amp;B estimate" line="5">',
        '      <error type="missing" message="published 40, recomputed nothing. The key fits no row."/>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  it('holds no character that XML 1.0 cannot hold', () => {
    const written = writeJUnit([{ ...STUDY, study: 'a\u0000b\u001fc\ud800d\r' }]);
    expect(written).toContain('name="a\ufffdb\ufffdc\ufffdd&#13;"');
  });
});

describe('GitHub annotations', () => {
  it('are an error for what is off or missing, a notice for a known deviation, nothing for a match', () => {
    expect(writeAnnotations([STUDY]).split('\n')).toEqual([
      '::notice file=fixtures/tiny/published.csv,line=3,title=known-deviation%3A national population=FSW estimate::published 34, recomputed 40 (+6). Rows <rounded>, 100%25 "each":%0Aseen.',
      '::error file=fixtures/tiny/published.csv,line=4,title=mismatch%3A national population=FSW mean_spot_size::published 9.1, recomputed 9 (-0.1). The recomputed number is not the published one.',
      '::error file=fixtures/tiny/published.csv,line=5,title=missing%3A national population=A&B estimate::published 40, recomputed nothing. The key fits no row.',
      '',
    ]);
  });

  it('are empty when everything matches', () => {
    expect(writeAnnotations([{ ...STUDY, comparisons: [MATCHED] }])).toBe('');
  });
});

describe('the summary', () => {
  it('counts over all studies and in each', () => {
    const summary = summariseReproductions([STUDY, REPRODUCED]);
    expect(summary.reproduced).toBe(false);
    expect(summary.counts).toEqual({ matched: 2, 'known-deviation': 2, mismatch: 1, missing: 1 });
    expect(summary.studies.map(({ reproduced }) => reproduced)).toEqual([false, true]);
    expect(summary.studies[0]?.comparisons[2]).toMatchObject({ status: 'mismatch', difference: -0.1 });
    expect(() => JSON.stringify(summary)).not.toThrow();
  });

  it('says reproduced only when there was something to reproduce', () => {
    expect(summariseReproductions([REPRODUCED]).reproduced).toBe(true);
    expect(summariseReproductions([]).reproduced).toBe(false);
    expect(summariseReproductions([{ ...STUDY, comparisons: [] }]).reproduced).toBe(false);
  });
});
