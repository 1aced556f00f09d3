import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/audit/audit-table.js';
import { FINDING_CATALOGUE, findingEntry } from '../../src/audit/catalogue.js';
import type { AuditReport, FindingCode } from '../../src/audit/types.js';
import { FINDING_CODES } from '../../src/audit/types.js';
import { range, typed } from './rows.js';
import type { TypedRow } from './rows.js';

function audit(rows: readonly TypedRow[]): AuditReport {
  return auditTable(typed(rows));
}

function codes(report: AuditReport): FindingCode[] {
  return report.findings.map((finding) => finding.code);
}

/** Ten towns whose estimate is halfway between its ends, under a region that is their sum. */
function region(change: (row: TypedRow) => TypedRow | undefined = (row) => row): TypedRow[] {
  const towns = Array.from({ length: 10 }, (_, index) => {
    const middle = 300 + 47 * index;
    const half = 61 + 13 * index;
    const text = `${middle} ${middle - half} ${middle + half} ${40 + 3 * index}`;
    return { label: `Town ${index + 1}`, parent: 'Region', cells: range(text) };
  });
  return [{ label: 'Region', cells: range('5,115 3,920 6,310 535') }, ...towns]
    .map(change)
    .filter((row) => row !== undefined);
}

function regionWith(spots: string): AuditReport {
  const cells = range(`5,115 3,920 6,310 ${spots}`);
  return audit(region((row) => (row.label === 'Region' ? { ...row, cells } : row)));
}

function withPeople(whole: string): AuditReport {
  const denominator = (label: string): string => (label === 'Region' ? whole : '20,000');
  return audit(region((row) => ({ ...row, cells: { ...row.cells, denominator: denominator(row.label) } })));
}

/** Two rows with the same figures beside a third. */
function alike(text: string): TypedRow[] {
  return ['A', 'B', 'C'].map((label) => ({ label, cells: range(label === 'C' ? '99 80 118' : text) }));
}

describe('what is checked', () => {
  it('passes a clean table and says what was verified', () => {
    const report = audit(region());
    expect(report.findings).toEqual([]);
    expect(report.summary.identities).toEqual([
      { kind: 'order', checked: 22, held: 22 },
      { kind: 'midpoint', checked: 11, held: 11 },
      { kind: 'sum', checked: 4, held: 4 },
    ]);
    expect(report.summary).toMatchObject({ rows: 11, cells: 44 });
  });

  it('has nothing to say about an empty table', () => {
    expect(audit([])).toEqual({
      findings: [],
      repairs: [],
      summary: { rows: 0, cells: 0, identities: [], rules: [] },
    });
  });

  it('never adds up or compares across groups', () => {
    const both = ['FSW', 'MSM'].flatMap((group) => region().map((row) => ({ ...row, group })));
    expect(audit(both).findings).toEqual([]);
    const strays = region().map((row) => (row.label === 'Town 3' ? { ...row, group: 'MSM' } : row));
    expect(codes(audit(strays))).toContain('parent-unknown');
  });

  it('checks a sum only when every part carries the figure', () => {
    const gap = region((row) =>
      row.label === 'Town 4' ? { ...row, cells: { min: '341', max: '541' } } : row,
    );
    const kinds = audit(gap).summary.identities;
    expect(kinds).toContainEqual({ kind: 'sum', checked: 2, held: 2 });
    expect(audit(gap).findings).toEqual([]);
  });

  it('allows half a unit per row in a sum, and no more', () => {
    expect(regionWith('540').findings).toEqual([]);
    expect(codes(regionWith('541'))).toEqual(['sum-mismatch']);
  });

  it('accepts a table rounded to tens, where the midpoint is off by five', () => {
    const rows = [
      ['A', '380 250 500'],
      ['B', '410 320 510'],
      ['C', '730 540 910'],
      ['D', '860 610 1,100'],
      ['E', '250 170 340'],
    ].map(([label = '', text = '']) => ({ label, cells: range(text) }));
    expect(audit(rows).findings).toEqual([]);
    const sharp = rows.map((row) => (row.label === 'C' ? { ...row, cells: range('790 540 910') } : row));
    expect(codes(audit(sharp))).toEqual(['midpoint-deviation']);
  });

  it('checks a stated midpoint column against the range', () => {
    const rows = region((row) => ({ ...row, cells: { ...row.cells, midpoint: row.cells.estimate ?? '' } }));
    const slipped = rows.map((row) =>
      row.label === 'Town 2' ? { ...row, cells: { ...row.cells, midpoint: '374' } } : row,
    );
    expect(audit(rows).findings).toEqual([]);
    expect(audit(slipped).findings).toMatchObject([{ code: 'midpoint-column', found: 374, expected: 347 }]);
    expect(audit(slipped).repairs).toMatchObject([{ role: 'midpoint', to: 347, digitsChanged: 1 }]);
  });

  it('takes ranges that are intervals for what they are', () => {
    const rows = region((row) =>
      row.label === 'Region' ? { ...row, cells: range('5,115 4,740 5,490 535') } : row,
    );
    const report = audit(rows);
    expect(report.findings).toEqual([]);
    expect(report.summary.rules).toContainEqual(
      expect.objectContaining({ rule: 'sum-of-extremes', rows: 1, held: 0, inForce: false }),
    );
  });

  it('lets denominators of the parts leave unmapped areas out, but not exceed the whole', () => {
    expect(withPeople('260,000').findings).toEqual([]);
    expect(codes(withPeople('160,000'))).toEqual(['sum-mismatch']);
  });
});

describe('what else is found', () => {
  it('sees that a part is missing, or counted twice', () => {
    const short = audit(region((row) => (row.label === 'Town 6' ? undefined : row)));
    expect(codes(short)).toEqual(['part-missing']);
    expect(short.findings[0]?.message).toContain('estimate 535');
    const town = region().find((row) => row.label === 'Town 6');
    const long = audit([
      ...region(),
      { ...town, label: 'Town 6 again', cells: town?.cells ?? {}, parent: 'Region' },
    ]);
    expect(codes(long)).toEqual(['part-twice', 'duplicate-row']);
  });

  it('warns of copied rows when the figures are too large for chance', () => {
    expect(audit(alike('624 478 771')).findings).toMatchObject([
      { code: 'duplicate-row', severity: 'warning', label: 'B' },
    ]);
    expect(audit(alike('12 9 15')).findings).toEqual([]);
    expect(audit(alike('30 25 35')).findings).toEqual([]);
  });

  it('does not wonder at estimates that are their own maximum where that is the rule', () => {
    const rows = ['30', '41', '57', '66'].map((end, index) => ({
      label: `Spot ${index}`,
      cells: range(`${end} 5 ${end}`),
    }));
    expect(audit(rows).findings).toEqual([]);
    const lone = region((row) => (row.label === 'Town 1' ? { ...row, cells: range('300 240 300 40') } : row));
    expect(codes(audit(lone))).toContain('estimate-at-end');
  });

  it('refuses what no population can be', () => {
    const report = audit([
      { label: 'A', cells: { estimate: '-5' } },
      { label: 'B', cells: { estimate: '500', denominator: '400' } },
      { label: 'C', cells: { proportion: '1.7' } },
      { label: 'D', cells: { rate_per_1000: '1,700' } },
    ]);
    expect(report.findings.map(({ code, label }) => [code, label])).toEqual(
      ['A', 'B', 'C', 'D'].map((label) => ['impossible-value', label]),
    );
  });

  it('points at a value out of scale where nothing else would show it', () => {
    const spots = region((row) => ({
      label: row.label,
      cells: {
        estimate: row.cells.estimate ?? '',
        spots: row.label === 'Town 5' ? '5,2' : (row.cells.spots ?? ''),
      },
    }));
    const slipped = spots.map((row) =>
      row.label === 'Town 5' ? { ...row, cells: { ...row.cells, spots: '4' } } : row,
    );
    expect(audit(slipped).findings).toMatchObject([
      { code: 'out-of-scale', label: 'Town 5', severity: 'warning' },
    ]);
    expect(audit(spots).findings).toEqual([]);
  });

  it('names parents that are unknown, unclear or circular', () => {
    const one = { estimate: '10' };
    const report = audit([
      { label: 'Land', cells: {} },
      { label: 'North', parent: 'Land', cells: one },
      { label: 'South', parent: 'Lend', cells: one },
      { label: 'Twin', parent: 'Land', cells: one },
      { label: 'Twin', parent: 'Land', cells: one },
      { label: 'Below', parent: 'Twin', cells: one },
      { label: 'Hen', parent: 'Egg', cells: one },
      { label: 'Egg', parent: 'Hen', cells: one },
    ]);
    expect(codes(report)).toEqual(['parent-unknown', 'parent-unclear', 'parent-cycle', 'parent-cycle']);
    expect(audit([{ label: 'North', parent: 'Land', cells: one }]).findings).toEqual([]);
  });

  it('tells a town from the county of the same name by level', () => {
    const report = audit([
      { label: 'Kisumu', level: 'county', cells: { estimate: '500' } },
      { label: 'Kisumu', level: 'town', parent: 'Kisumu', cells: { estimate: '300' } },
      { label: 'Ahero', level: 'town', parent: 'Kisumu', cells: { estimate: '200' } },
    ]);
    expect(report.findings).toEqual([]);
    expect(report.summary.identities).toEqual([{ kind: 'sum', checked: 1, held: 1 }]);
  });
});

describe('the report', () => {
  const slipped = region((row) =>
    row.label === 'Town 3' ? { ...row, cells: range('394 307 841 46') } : row,
  );

  it('reads the same twice, and in any order of rows', () => {
    const rows = typed(slipped);
    const report = auditTable(rows);
    expect(auditTable(rows)).toEqual(report);
    const turned = auditTable([...rows].reverse());
    expect(turned.findings.map(({ code, line }) => [code, line])).toEqual(
      report.findings.map(({ code, line }) => [code, line]),
    );
    expect(turned.repairs.map(({ line, role, to }) => [line, role, to])).toEqual([[5, 'max', 481]]);
  });

  it('gives the repair its evidence and leaves the rows as they were', () => {
    const rows = typed(slipped).map((row) => Object.freeze({ ...row, cells: Object.freeze(row.cells) }));
    const [repair] = auditTable(Object.freeze(rows)).repairs;
    expect(repair).toMatchObject({
      label: 'Town 3',
      from: 841,
      to: 481,
      digitsChanged: 1,
      confidence: 'high',
    });
    expect(repair?.evidence).toMatchInlineSnapshot(`
      [
        "With 481, the midpoint of Town 3 gives 394; the table has 394 (as printed: off by 180, tolerance 1).",
        "With 481, the sum of maximum over the parts of Region gives 6,310; the table has 6,310 (as printed: off by 360, tolerance 5.5).",
        "841 and 481 differ by one digit.",
        "No change of another cell does as much as the maximum of Town 3.",
      ]
    `);
  });

  it('is sure of a repair as far as the identities bear it', () => {
    const withoutMinimum = { estimate: '676', max: '841', spots: '64' };
    const sumless = (third: string): TypedRow[] =>
      region((row) => {
        if (row.label === 'Town 9') return { ...row, cells: withoutMinimum };
        return row.label === 'Town 3' ? { ...row, cells: range(third) } : row;
      });
    const repairOf = (rows: readonly TypedRow[]): unknown => audit(rows).repairs[0];
    const atMinimum = { label: 'Town 3', role: 'min', digitsChanged: 1 };
    expect(repairOf(sumless('394 37 481 46'))).toMatchObject({ ...atMinimum, to: 307, confidence: 'medium' });
    expect(repairOf(sumless('394 317 481 46'))).toMatchObject({ ...atMinimum, to: 307, confidence: 'low' });
    const alone = region((row) => (row.label === 'Region' ? undefined : row)).map(({ label, cells }) => ({
      label,
      cells: label === 'Town 3' ? range('394 207 481 46') : cells,
    }));
    const report = audit(alone);
    expect(codes(report)).toEqual(['midpoint-deviation']);
    expect(report.repairs[0]?.confidence).toBe('low');
    const roles = [
      report.repairs[0]?.role,
      ...(report.repairs[0]?.alternatives ?? []).map(({ role }) => role),
    ];
    expect(new Set(roles)).toEqual(new Set(['estimate', 'max', 'min']));
  });

  it('has a catalogue entry for every code, in order', () => {
    expect(FINDING_CATALOGUE.map(({ id }) => id)).toEqual([...FINDING_CODES]);
    for (const { id, title, meaning, fix } of FINDING_CATALOGUE) {
      expect(findingEntry(id).title).toBe(title);
      expect(meaning.endsWith('.') && fix.endsWith('.')).toBe(true);
    }
  });
});
