import { describe, expect, it } from 'vitest';
import { checkRuleNames } from '../../src/study/check-rules.js';
import { STANDARD_SETTINGS } from '../../src/model/settings.js';
import { spot, study, worker } from '../plan/town.js';

const of = (plan: Readonly<Record<string, unknown>>) => ({
  ...study({
    spots: [spot({ spot_id: 'S1', municipality: 'North' })],
    workers: [worker({ worker_id: 'W', municipality: 'South' })],
  }),
  settings: { ...STANDARD_SETTINGS, plan },
});

describe('names in planning rules', () => {
  it('are those of the study, wherever it has them', () => {
    expect(
      checkRuleNames(
        of({
          curfew: [{ hours: '22:00-04:00' }, { municipality: 'North', hours: '20:00-04:00' }],
          closed_roads: [{ between: ['North', 'South'] }],
          incidents: [{ spot: 'S1', on: '2021-10-31' }],
          siting: { forced: ['S1'], forbidden: ['South'] },
        }),
      ),
    ).toEqual([]);
  });

  it('are errors where nothing carries them: a curfew with a slip would hold nowhere', () => {
    const issues = checkRuleNames(
      of({
        curfew: [{ municipality: 'Nroth', hours: '20:00-04:00' }],
        closed_roads: [{ between: ['North', 'Elsewhere'] }],
        incidents: [{ spot: 'S2', on: '2021-10-31' }],
        siting: { forced: ['North', 'Nowhere at all'] },
      }),
    );
    expect(issues.map(({ severity, code, column, value }) => [severity, code, column, value])).toEqual([
      ['error', 'rule-name-unknown', 'plan.curfew', 'Nroth'],
      ['error', 'rule-name-unknown', 'plan.closed_roads', 'Elsewhere'],
      ['error', 'rule-name-unknown', 'plan.incidents', 'S2'],
      ['error', 'rule-name-unknown', 'plan.siting.forced', 'Nowhere at all'],
    ]);
    expect(issues[0]?.fix).toContain('North');
  });
});
