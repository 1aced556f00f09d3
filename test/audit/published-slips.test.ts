import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/audit/audit-table.js';
import { auditHiddenShare } from '../../src/audit/hidden-share.js';
import type { AuditReport, FindingCode } from '../../src/audit/types.js';
import { range, typed } from './rows.js';
import type { TypedRow } from './rows.js';

/** Cameroon 2015, FSW in 8 cities, as printed (doi 10.1371/journal.pone.0212315): estimate, min, max, spots. */
const CAMEROON: readonly TypedRow[] = [
  { label: '8 cities', cells: range('21,124 16,079 26,170 2,194') },
  { label: 'Douala', parent: '8 cities', cells: range('7,557 5,550 9,364 760') },
  { label: 'Yaoundé', parent: '8 cities', cells: range('6,596 4,712 8,480 622') },
  { label: 'Bafoussam', parent: '8 cities', cells: range('2,458 1,994 2,923 194') },
  { label: 'Bamenda', parent: '8 cities', cells: range('1,975 1,605 2,345 263') },
  { label: 'Kribi', parent: '8 cities', cells: range('1,121 832 1,408 154') },
  { label: 'Bertoua', parent: '8 cities', cells: range('1,044 891 1,198 140') },
  { label: 'Buea', parent: '8 cities', cells: range('225 185 266 26') },
  { label: 'Limbé', parent: '8 cities', cells: range('148 110 148 35') },
];

/** Kenya 2012, Coast towns (doi 10.1371/journal.pone.0089180, in a second-hand collation). */
const COAST: readonly TypedRow[] = [
  { label: 'Coast', cells: range('16,465 12,422 20,508') },
  { label: 'Kilifi', parent: 'Coast', cells: range('624 478 771') },
  { label: 'Malindi', parent: 'Coast', cells: range('2,310 1,788 2,831') },
  { label: 'Mariakani', parent: 'Coast', cells: range('624 478 71') },
  { label: 'Mombasa', parent: 'Coast', cells: range('9,288 6,917 11,660') },
  { label: 'Mtwapa', parent: 'Coast', cells: range('1,118 917 1,319') },
  { label: 'Taveta', parent: 'Coast', cells: range('489 378 600') },
  { label: 'Ukunda', parent: 'Coast', cells: range('1,112 811 1,413') },
  { label: 'Voi', parent: 'Coast', cells: range('900 656 1,144') },
];

function codes(report: AuditReport): FindingCode[] {
  return report.findings.map((finding) => finding.code);
}

/** Osh, 237 venues and their mean (MEASURE Evaluation news page). */
function osh(mean: string): AuditReport {
  return auditTable(
    typed([{ label: 'Osh', cells: { estimate: '12,561', mean_spot_size: mean, spots: '237' } }]),
  );
}

describe('slips in published tables', () => {
  it('finds both Cameroon slips, each as one cell', () => {
    const report = auditTable(typed(CAMEROON));
    expect(report.repairs).toMatchObject([
      {
        label: 'Douala',
        line: 3,
        role: 'min',
        from: 5550,
        to: 5750,
        digitsChanged: 1,
        confidence: 'high',
        breaks: [],
      },
      { label: 'Limbé', line: 10, role: 'max', from: 148, to: 186, confidence: 'high', breaks: [] },
    ]);
    expect(report.repairs[0]?.restores).toEqual([
      'midpoint of Douala',
      'sum of minimum over the parts of 8 cities',
    ]);
    expect(report.repairs[1]?.restores).toEqual([
      'midpoint of Limbé',
      'sum of maximum over the parts of 8 cities',
    ]);
    expect(report.findings.map(({ code, label, role }) => [code, label, role])).toEqual([
      ['sum-mismatch', '8 cities', 'min'],
      ['sum-mismatch', '8 cities', 'max'],
      ['midpoint-slip', 'Douala', 'estimate'],
      ['midpoint-slip', 'Limbé', 'estimate'],
      ['estimate-at-end', 'Limbé', 'max'],
    ]);
    expect(report.findings[0]).toMatchObject({ found: 16079, expected: 15879, tolerance: 4.5 });
    expect(report.summary.identities).toContainEqual({ kind: 'midpoint', checked: 9, held: 7 });
  });

  it('says nothing about the Cameroon table once both cells are put right', () => {
    const right = CAMEROON.map((row) => {
      if (row.label === 'Douala') return { ...row, cells: range('7,557 5,750 9,364 760') };
      return row.label === 'Limbé' ? { ...row, cells: range('148 110 186 35') } : row;
    });
    expect(auditTable(typed(right)).findings).toEqual([]);
  });

  it('restores order, midpoint and the Coast sum with a Mariakani maximum of 771, and then sees a copy', () => {
    const report = auditTable(typed(COAST));
    expect(report.repairs).toHaveLength(1);
    expect(report.repairs[0]).toMatchObject({
      label: 'Mariakani',
      role: 'max',
      from: 71,
      to: 771,
      confidence: 'high',
    });
    expect(report.repairs[0]?.restores).toHaveLength(3);
    expect(codes(report)).toEqual(['sum-mismatch', 'range-order', 'midpoint-slip', 'duplicate-row']);
    const copy = report.findings.find((finding) => finding.code === 'duplicate-row');
    expect(copy?.severity).toBe('warning');
    expect(copy?.message).toContain('Kilifi and Mariakani have the same figures, 624 (478 to 771)');
  });

  it('takes the Busia share for the slip, because the estimate is in the sum of Western', () => {
    const towns = [
      ['Bungoma', '1,994', '0.15', '13,535'],
      ['Busia', '2,474', '0.17', '12,859'],
      ['Kakamega', '1,238', '0.06', '21,936'],
      ['Malaba', '708', '0.13', '5,261'],
      ['Mumias', '2,167', '0.09', '24,522'],
      ['Vihiga', '2,749', '0.09', '29,707'],
      ['Webuye', '1,990', '0.20', '10,071'],
    ] as const;
    const rows = towns.map(([label, estimate, proportion, denominator]) => ({
      label,
      parent: 'Western',
      cells: { estimate, proportion, denominator },
    }));
    const western = {
      label: 'Western',
      cells: { estimate: '13,319', proportion: '0.11', denominator: '117,890' },
    };
    const report = auditTable(typed([western, ...rows]));
    expect(codes(report)).toEqual(['rate-mismatch']);
    expect(report.repairs).toMatchObject([{ label: 'Busia', role: 'proportion', from: 0.17, to: 0.19 }]);
  });

  it('finds the Madagascar national row above its cities, and puts it right when its range agrees', () => {
    const cities = (['4,014 2,676 5,352', '60,000 40,000 80,000', '60,278 38,466 82,090'] as const).map(
      (text, index) => ({
        label: `City ${index + 1}`,
        parent: 'National',
        cells: range(text),
      }),
    );
    const bare = auditTable(typed([{ label: 'National', cells: { estimate: '164,586' } }, ...cities]));
    expect(codes(bare)).toEqual(['sum-mismatch']);
    expect(bare.findings[0]).toMatchObject({ found: 164586, expected: 124292 });
    expect(bare.repairs[0]).toMatchObject({
      label: 'National',
      role: 'estimate',
      to: 124292,
      confidence: 'low',
    });
    const ranged = auditTable(
      typed([{ label: 'National', cells: range('164,586 81,142 167,442') }, ...cities]),
    );
    expect(ranged.repairs).toMatchObject([
      { label: 'National', role: 'estimate', to: 124292, confidence: 'high' },
    ]);
  });

  it('calls Kosovo MSM a midpoint deviation, with a low-confidence repair', () => {
    const report = auditTable(
      typed([
        { label: 'MSM', group: 'MSM', cells: range('6,814 6,445 7,117') },
        { label: 'PWID', group: 'PWID', cells: range('5,819 4,777 6,860') },
        { label: 'PWID at spots', group: 'PWID', cells: range('4,973 3,932 6,015') },
        { label: 'FSW', group: 'FSW', cells: range('5,037 4,213 5,860') },
      ]),
    );
    expect(codes(report)).toEqual(['midpoint-deviation']);
    expect(report.findings[0]).toMatchObject({
      severity: 'warning',
      label: 'MSM',
      found: 6814,
      expected: 6781,
    });
    expect(report.findings[0]?.repair?.confidence).toBe('low');
    expect(report.summary.rules).toMatchObject([{ rule: 'midpoint', rows: 4, held: 3, inForce: true }]);
  });

  it('calls Kenya 2018 PWID a midpoint deviation, with a low-confidence repair', () => {
    const report = auditTable(
      typed([
        { label: 'FSW', group: 'FSW', cells: range('167,940 129,271 206,609') },
        { label: 'MSM', group: 'MSM', cells: range('32,580 24,704 40,455') },
        { label: 'PWID', group: 'PWID', cells: range('16,063 12,426 19,691') },
        { label: 'next group', group: 'next', cells: range('10,951 8,160 13,742') },
        { label: 'TG', group: 'TG', cells: range('4,305 2,826 5,783') },
      ]),
    );
    expect(codes(report)).toEqual(['midpoint-deviation']);
    expect(report.findings[0]).toMatchObject({ label: 'PWID', found: 16063, expected: 16058.5 });
    expect(report.findings[0]?.repair?.confidence).toBe('low');
  });

  it('leaves Sri Lanka, India and Zimbabwe alone beside studies that follow the midpoint', () => {
    const report = auditTable(
      typed([
        { label: 'FSW', source: 'Sri Lanka 2018', group: 'FSW', cells: range('30,000 20,000 35,000') },
        { label: 'TGW', source: 'Sri Lanka 2018', group: 'TG', cells: range('2,200 2,000 3,500') },
        { label: 'TG', source: 'India 2012', group: 'TG', cells: range('62,137 53,280 74,297') },
        { label: 'FSW', source: 'Zimbabwe 2017', group: 'FSW', cells: range('40,491 28,177 58,797') },
        { label: 'FSW', source: 'Tanzania 2018', group: 'FSW', cells: range('118,057 108,269 127,845') },
        { label: 'MSM', source: 'Tanzania 2018', group: 'MSM', cells: range('23,771 22,087 25,454') },
      ]),
    );
    expect(report.findings).toEqual([]);
    expect(report.summary.rules.every((rule) => !rule.inForce)).toBe(true);
  });

  it('sees that 17% of 56,171 in Osh is 9,549 and that 950 fits 1.7%', () => {
    const report = auditTable(
      typed([
        { label: 'ever injected', cells: { estimate: '15,166', proportion: '27%', denominator: '56,171' } },
        { label: 'injected lately', cells: { estimate: '950', proportion: '17%', denominator: '56,171' } },
      ]),
    );
    const finding = report.findings[0];
    expect(codes(report)).toEqual(['rate-mismatch']);
    expect(finding).toMatchObject({ line: 3, role: 'estimate', found: 950, severity: 'warning' });
    expect(Math.round(finding?.expected ?? 0)).toBe(9549);
    const changes = [finding?.repair, ...(finding?.repair?.alternatives ?? [])];
    expect(changes).toContainEqual(
      expect.objectContaining({ role: 'proportion', from: 0.17, to: 0.017, digitsChanged: 1 }),
    );
    expect(changes.map((change) => change?.role)).toContain('estimate');
    expect(finding?.repair?.confidence).toBe('low');
  });

  it('reads the 76% of Iran 2025 as the share seen at spots', () => {
    const figures = { atSpots: { value: 2104 * 0.71, decimals: 0 }, share: { value: 0.76, decimals: 2 } };
    const audit = auditHiddenShare({ ...figures, total: { value: 1966, decimals: 0 } });
    expect(audit.reading).toBe('seen');
    expect(Math.round(audit.totalIfSeen)).toBe(1966);
    expect(Math.round(audit.totalIfHidden)).toBe(6224);
    expect(audit.impliedShareSeen).toBeCloseTo(0.76, 3);
    expect(auditHiddenShare({ ...figures, total: { value: 6224, decimals: 0 } }).reading).toBe('hidden');
    expect(auditHiddenShare({ ...figures, total: { value: 3000, decimals: 0 } }).reading).toBe('neither');
  });

  it('checks the Osh mean of 53 at 237 venues, and a slip in it', () => {
    expect(osh('53').findings).toEqual([]);
    expect(codes(osh('35'))).toEqual(['mean-spot-mismatch']);
  });
});
