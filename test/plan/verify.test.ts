import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Microplan } from '../../src/plan/microplan.js';
import { checkPlan } from '../../src/plan/check.js';
import { certificateText, verifyPlan } from '../../src/plan/verify/verify.js';
import { FIXTURES } from '../support/read-fixture.js';
import { planFor, writtenTables, yangonFiles, yangonStudy } from './yangon.js';

/** The verdicts broken once the text of a table is changed. */
async function brokenBy(
  file: string,
  change: (text: string, plan: Microplan) => string,
  rules: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const study = await yangonStudy();
  const plan = planFor(study, rules);
  const texts = writtenTables(plan, study);
  const text = texts.get(file) ?? '';
  const changed = change(text, plan);
  expect(changed, file).not.toBe(text);
  const { verdicts } = verifyPlan(new Map([...texts, [file, changed]]), study);
  return verdicts.filter(({ faults }) => faults.length > 0).map(({ id }) => id);
}

/** The table with one cell changed in the first row the test holds for. */
function withCell(
  text: string,
  column: string,
  change: { readonly where: (cells: ReadonlyMap<string, string>) => boolean; readonly to: string },
): string {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  const at = lines.findIndex((line) => {
    const cells = line.split(',');
    return change.where(new Map(names.map((name, place) => [name, cells[place] ?? ''])));
  });
  const cells = (lines[at] ?? '').split(',');
  cells[names.indexOf(column)] = change.to;
  lines[at] = cells.join(',');
  return `${[header, ...lines].join('\n')}\n`;
}

const isPlanned = (cells: ReadonlyMap<string, string>) => cells.get('status') === 'planned';

describe('the verifier finds', () => {
  it('a visit moved into the curfew', async () => {
    const broken = await brokenBy('plan/visits.csv', (text) =>
      withCell(text, 'arrive_from', { where: () => true, to: '02:00' }),
    );
    expect(broken).toContain('curfew');
    expect(broken).toContain('hours');
  });

  it('a visit on a day too soon', async () => {
    const broken = await brokenBy('plan/visits.csv', (text) =>
      text.replaceAll(/^(\d),([^,]*),(\w{3})/gm, (_, week: string, date: string) => `${week},${date},mon`),
    );
    expect(broken).toContain('spacing');
  });

  it('a visit alone where two must go', async () => {
    const broken = await brokenBy('plan/visits.csv', (text) =>
      withCell(text, 'partner_code', { where: (cells) => cells.get('security_level') === '3', to: '' }),
    );
    expect(broken).toEqual(['pairs']);
  });

  it('a spot given to a worker of another population', async () => {
    const broken = await brokenBy('plan/spots.csv', (text, plan) => {
      const planned = plan.parts.find(({ status }) => status === 'planned');
      const other = plan.workers.find(
        ({ worker }) => !worker.populations.includes(planned?.part.population ?? ''),
      );
      return withCell(text, 'worker_code', { where: isPlanned, to: other?.worker.code ?? '' });
    });
    expect(broken).toContain('matching');
    expect(broken).toContain('hours');
  });

  it('a held spot declared safe', async () => {
    const broken = await brokenBy('plan/spots.csv', (text) =>
      withCell(text, 'security_level', { where: (cells) => cells.get('reason') === 'security', to: '1' }),
    );
    expect(broken).toEqual(['security']);
  });

  it('people that do not add up', async () => {
    const broken = await brokenBy('plan/spots.csv', (text) =>
      withCell(text, 'est_point', { where: isPlanned, to: '7000' }),
    );
    expect(broken).toEqual(expect.arrayContaining(['loads', 'coverage', 'supplies']));
  });

  it('supplies that do not follow their formula', async () => {
    const broken = await brokenBy('plan/supplies.csv', (text) =>
      withCell(text, 'gap', { where: (cells) => cells.get('item') === 'condoms', to: '9' }),
    );
    expect(broken).toEqual(['supplies']);
  });

  it('a closed site referred to', async () => {
    const broken = await brokenBy('plan/referrals.csv', (text) =>
      withCell(text, 'first_site', { where: () => true, to: 'C01' }),
    );
    expect(broken).toEqual(['referrals']);
  });

  it('a reason taken away, a table missing, a coordinate told', async () => {
    expect(
      await brokenBy('plan/uncovered.csv', (text) => withCell(text, 'reason', { where: () => true, to: '' })),
    ).toEqual(['every-spot-once']);
    expect(await brokenBy('plan/need.csv', () => '')).toEqual(['tables']);
    const study = await yangonStudy();
    const [first] = planFor(study).parts;
    expect(
      await brokenBy('plan/spots.csv', (text) =>
        withCell(text, 'spot_type', {
          where: (cells) => cells.get('spot_code') === first?.part.spot,
          to: String(first?.part.figure.spot.lat),
        }),
      ),
    ).toEqual(['no-coordinates']);
  });
});

const isFarNewSite = (cells: ReadonlyMap<string, string>) =>
  cells.get('opened_by_plan') === 'yes' && Number(cells.get('minutes_max')) > 5;

const movedSouth = (text: string) => text.replaceAll(/\[(9\d\.\d+), ?(1\d\.\d+)\]/g, '[$1,10.000]');

describe('the verifier finds of costs and sites', () => {
  const SITED = {
    siting: { method: 'p-median', people_per_site: 150 },
    worker_cost: { others: 120 },
    site_cost: 300,
    money_per_month: 6000,
  };
  it('nothing where both are right', async () => {
    const study = await yangonStudy();
    const plan = planFor(study, SITED);
    expect(plan.siting?.sites.length).toBeGreaterThan(2);
    const certificate = verifyPlan(writtenTables(plan, study), study);
    expect(certificateText(certificate)).toContain('keeps every rule');
  });

  it.each([
    ['a cost too low', 'plan/costs.csv', 'cost_point', 'workers', '5', 'costs'],
    ['less money than the plan costs', 'plan/assumptions.csv', 'value', 'money_per_month', '1500', 'costs'],
  ])('%s', async (_, file, column, key, to, verdict) => {
    const isRow = (cells: ReadonlyMap<string, string>) =>
      cells.get('key') === key || (cells.get('what') === key && cells.get('plan') === 'feasible');
    expect(await brokenBy(file, (text) => withCell(text, column, { where: isRow, to }), SITED)).toEqual([
      verdict,
    ]);
  });

  it.each([
    ['people lost', 'people_in_catchment', '1'],
    ['people said to be within reach who are not', 'people_within', '0'],
    ['a way said to be short', 'minutes_max', '1'],
    ['a site that is not of the study', 'opened_by_plan', 'no'],
    ['a site where it is not safe', 'security_level', '4'],
    ['other hours', 'open_from', '03:00'],
    ['too many days', 'open_days', 'mon tue wed thu fri sat sun'],
    ['a population nobody met', 'populations', 'XYZ'],
  ])('%s', async (_, column, to) => {
    expect(
      await brokenBy('plan/sites.csv', (text) => withCell(text, column, { where: isFarNewSite, to }), SITED),
    ).toContain('sites');
  });

  it('a layer that draws a site elsewhere', async () => {
    expect(await brokenBy('plan/sites.geojson', movedSouth, SITED)).toEqual(['sites']);
  });
});

describe('the Yangon example', () => {
  it('is what its generator makes', async () => {
    for (const [name, text] of Object.entries(await yangonFiles())) {
      expect(readFileSync(join(FIXTURES, 'yangon', name), 'utf8'), name).toBe(text);
    }
  });

  it('keeps every rule in 200 variations, as re-read from the written tables', async () => {
    let planned = 0;
    let held = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const study = await yangonStudy(seed);
      const plan = planFor(study);
      expect(checkPlan(plan), `seed ${seed}`).toEqual([]);
      const certificate = verifyPlan(writtenTables(plan, study), study);
      expect(certificate.isSound, `seed ${seed}\n${certificateText(certificate)}`).toBe(true);
      planned += plan.parts.filter(({ status }) => status === 'planned').length;
      held += plan.parts.filter(({ gap }) => gap?.reason === 'security').length;
    }
    expect(planned).toBeGreaterThan(200 * 10);
    expect(held).toBeGreaterThan(200 * 5);
  });
});
