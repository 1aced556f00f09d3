import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { SARIF_SCHEMA } from '../export/schemas.js';
import { spotwise } from '../support/spotwise.js';

const FILES = {
  'in/spots.csv':
    'spot_id,population,municipality,min,max\na,FSW,North,9,4\nb,FSW,North,2,5\nb,FSW,North,Zarqelinda,5\n',
};

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
}

describe('check --sarif', () => {
  it('prints a log by the standard with rule, file and line of each issue, and the exit code of check', async () => {
    const { code, out } = await spotwise(['check', 'in', '--sarif'], FILES);
    expect(code).toBe(1);
    const log = JSON.parse(out) as Log;
    const validate = new Ajv({ allErrors: true, strict: false }).compile(SARIF_SCHEMA);
    expect(validate(log) ? [] : validate.errors).toEqual([]);
    const [run] = log.runs;
    const found = run?.results.map(({ ruleId, locations: [place] }) => [
      ruleId,
      place?.physicalLocation.artifactLocation.uri,
      place?.physicalLocation.region?.startLine,
    ]);
    const { out: json } = await spotwise(['check', 'in', '--json'], FILES);
    const { issues } = JSON.parse(json) as { issues: { code: string; line?: number }[] };
    expect(found).toEqual(issues.map(({ code: rule, line }) => [rule, 'in/spots.csv', line]));
    expect(found).toContainEqual(['range-order', 'in/spots.csv', 2]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it('shows no cell unless it is asked to', async () => {
    const quiet = await spotwise(['check', 'in', '--sarif'], FILES);
    expect(quiet.out).not.toContain('Zarqelinda');
    const open = await spotwise(['check', 'in', '--sarif', '--show-values'], FILES);
    expect(open.out).toContain('[Zarqelinda]');
  });

  it('is a log without results where nothing is wrong', async () => {
    const { code, out } = await spotwise(['check', 'in', '--sarif'], {
      'in/spots.csv': 'spot_id,population,municipality,min,max\na,FSW,North,4,9\n',
    });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Log).runs[0]?.results).toEqual([]);
  });
});
