import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/study/settings.js';
import { SETTINGS_SCHEMA } from '../../src/study/settings-schema.js';
import { located } from '../support/study.js';

const read = (text: string) => readSettings(new TextEncoder().encode(text), 'study.yaml');

describe('study.yaml', () => {
  it('fills in every default', () => {
    const { settings, issues } = read('');
    expect(issues).toEqual([]);
    expect(settings).toMatchObject({ weekend: ['fri', 'sat'], seed: 1, municipality_title: 'municipality' });
  });

  it('takes a step by name or with its parameters, for the study or for one population', () => {
    const { settings, issues } = read(`
round: 2016
populations:
  - code: PWID
    method:
      hidden: {use: add, estimate: 846, low: 845, high: 845, source: homes}
method:
  settle: midpoint
  interval: {use: correlated, correlation: 0.3}
`);
    expect(issues).toEqual([]);
    expect(settings.round).toBe('2016');
    expect(settings.method['settle']).toEqual({ use: 'midpoint' });
    expect(settings.method['interval']).toEqual({ use: 'correlated', correlation: 0.3 });
    expect(settings.populations[0]).toMatchObject({
      code: 'PWID',
      label: 'PWID',
      method: { hidden: { estimate: 846 } },
    });
  });

  it.each([
    ['an unknown setting', 'title: x\nroundd: 2016\n', ['setting-unknown study.yaml:2:roundd'], 'round'],
    [
      'an unknown step',
      'method:\n  settel: midpoint\n',
      ['setting-unknown study.yaml:2:method.settel'],
      'settle',
    ],
    [
      'an unknown variant',
      'method:\n  settle: middle\n',
      ['setting-invalid study.yaml:2:method.settle'],
      'midpoint',
    ],
    [
      'an unknown parameter',
      'method:\n  hidden: {use: add, estimate: 5, hihg: 7}\n',
      ['setting-unknown study.yaml:2:method.hidden.hihg'],
      'high',
    ],
    [
      'a share above 1',
      'method:\n  hidden:\n    use: divide\n    share_seen: 76\n',
      ['setting-invalid study.yaml:4:method.hidden.share_seen'],
      '<= 1',
    ],
    [
      'a parameter that is missing',
      'method:\n  hidden: {use: add}\n',
      ['setting-invalid study.yaml:2:method.hidden'],
      'estimate',
    ],
    [
      'a day that is none',
      'title: x\nweekend: [fri, saturday]\n',
      ['setting-invalid study.yaml:2:weekend.1'],
      'sun',
    ],
    [
      'a population without a code',
      'populations:\n  - label: x\n',
      ['setting-invalid study.yaml:2:populations.0'],
      'code',
    ],
    ['two keys of one name', 'title: x\ntitle: y\n', ['yaml-syntax study.yaml:2'], 'unique'],
    ['broken YAML', 'title: "x\nround: 1\n', ['yaml-syntax study.yaml:3'], 'quote'],
  ])('locates %s and says what could be there', (_what, text, places, hint) => {
    const { issues } = read(text);
    expect(located(issues)).toEqual(places);
    expect(issues[0]?.message).toContain(hint);
  });

  it('says several faults at once', () => {
    const { issues } = read('titel: x\nmethod:\n  settle: middle\nseed: -1\n');
    expect(located(issues)).toEqual([
      'setting-unknown study.yaml:1:titel',
      'setting-invalid study.yaml:3:method.settle',
      'setting-invalid study.yaml:4:seed',
    ]);
  });

  it('has a schema that a validator accepts', () => {
    expect(new Ajv({ strict: true, allowUnionTypes: true }).validateSchema(SETTINGS_SCHEMA)).toBe(true);
  });
});
