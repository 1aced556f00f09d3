import { spotRowOf, type Evidence } from './evidence.js';
import { numberOf, textOf, type WrittenRow } from './written.js';

const sumOf = (rows: readonly WrittenRow[], column: string) =>
  rows.reduce((sum, row) => sum + (numberOf(row, column) ?? 0), 0);

const ENDS = ['low', 'point', 'high'] as const;

/** People are conserved: spots add up to coverage.csv and to need.csv, planned ones to what is covered, at every end. */
export function checkCoverage(evidence: Evidence): string[] {
  const faults: string[] = [];
  const spots = [...evidence.spots.values()];
  for (const row of evidence.plan.get('coverage.csv') ?? []) {
    const population = textOf(row, 'population');
    const own = spots.filter((spot) => textOf(spot, 'population') === population);
    const planned = own.filter((spot) => textOf(spot, 'status') === 'planned');
    for (const end of ENDS) {
      if (sumOf(own, `est_${end}`) !== numberOf(row, `at_spots_${end}`)) {
        faults.push(`${population}: people at spots do not add up (${end})`);
      }
      if (sumOf(planned, `est_${end}`) !== numberOf(row, `covered_${end}`)) {
        faults.push(`${population}: covered people do not add up (${end})`);
      }
    }
    const total = numberOf(row, 'total_point') ?? NaN;
    const share = (numberOf(row, 'covered_of_total_point') ?? NaN) / total;
    if (total > 0 && !(Math.abs(share - (numberOf(row, 'coverage_point') ?? NaN)) <= 0.0001)) {
      faults.push(`${population}: coverage is not covered over total`);
    }
    if (!((numberOf(row, 'covered_of_total_point') ?? NaN) <= sumOf(planned, 'est_point') + 1e-6)) {
      faults.push(`${population}: more of the total is covered than is met`);
    }
  }
  return [...faults, ...checkNeeds(evidence)];
}

/** F1 and F2 of need.csv, worked out anew. */
function checkNeeds({ plan, rules }: Evidence): string[] {
  const faults: string[] = [];
  for (const row of plan.get('need.csv') ?? []) {
    const population = textOf(row, 'population');
    for (const end of ENDS) {
      const people = numberOf(row, `people_${end}`) ?? NaN;
      const ratio = rules.forPopulation('people_per_worker', population);
      const workers = Math.ceil((rules.number('coverage') * people) / ratio - 1e-9);
      if (numberOf(row, `workers_${end}`) !== Math.max(0, workers))
        faults.push(`${population}: workers (${end})`);
      const supervisors = Math.ceil(workers / rules.number('workers_per_supervisor') - 1e-9);
      if (numberOf(row, `supervisors_${end}`) !== Math.max(0, supervisors)) {
        faults.push(`${population}: supervisors (${end})`);
      }
    }
  }
  return faults;
}

/** Supplies cover the gap in whole packs; condoms follow F7; visits carry what supplies.csv says. */
export function checkSupplies(evidence: Evidence): string[] {
  const faults: string[] = [];
  const { rules } = evidence;
  for (const row of evidence.plan.get('supplies.csv') ?? []) {
    const [worker, population, item] = ['worker_code', 'population', 'item'].map((name) => textOf(row, name));
    const what = `${worker} ${population} ${item}`;
    const [gap, packs, size] = ['gap', 'packs', 'pack_size'].map((name) => numberOf(row, name) ?? NaN) as [
      number,
      number,
      number,
    ];
    if (!(packs * size >= gap && (packs - 1) * size < Math.max(1, gap)))
      faults.push(`${what}: packs do not fit the gap`);
    if (numberOf(row, 'issue_quantity') !== packs * size)
      faults.push(`${what}: issue is not packs of pieces`);
    const visits = evidence.visits.filter(
      (visit) => textOf(visit, 'worker_code') === worker && textOf(visit, 'population') === population,
    );
    const carried = sumOf(visits, columnOf(item ?? '', rules.text('self_tests') === 'yes'));
    if (carried !== numberOf(row, 'carried')) faults.push(`${what}: the visits carry ${carried}`);
    if (!(carried <= gap)) faults.push(`${what}: more is carried than needed`);
    if (item === 'condoms') faults.push(...checkCondoms(evidence, row));
  }
  return faults;
}

const COLUMNS: Readonly<Record<string, string>> = { sharps_boxes: 'sharps_box' };

const columnOf = (item: string, isSelfTest: boolean) =>
  item === 'test_kits' && isSelfTest ? 'self_tests' : (COLUMNS[item] ?? item);

/** F7 for each spot of the worker, whole pieces, summed. */
function checkCondoms({ rules, spots }: Evidence, row: WrittenRow): string[] {
  const [worker, population] = [textOf(row, 'worker_code'), textOf(row, 'population')];
  const acts = rules.forPopulation('acts_per_week', population);
  const each = acts * 4.348 * (1 + rules.number('buffer')) - rules.number('other_supply.condoms');
  const own = [...spots.values()].filter(
    (spot) => textOf(spot, 'worker_code') === worker && textOf(spot, 'population') === population,
  );
  const pieces = own
    .filter((spot) => textOf(spot, 'status') === 'planned')
    .reduce(
      (sum, spot) => sum + Math.ceil(Math.max(0, each) * (numberOf(spot, 'est_point') ?? NaN) - 1e-9),
      0,
    );
  return pieces === numberOf(row, 'gap') ? [] : [`${worker} ${population}: F7 gives ${pieces} condoms`];
}

const isOpen = (site: { readonly open?: string | undefined }) => !/\bclosed\b/i.test(site.open ?? '');

/** Referrals go to open sites that give the service; fallbacks have other owners; no owner has too many where others could. */
export function checkReferrals(evidence: Evidence): string[] {
  const faults: string[] = [];
  const rows = evidence.plan.get('referrals.csv') ?? [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const sites = ['first_site', 'fallback_site', 'fallback_2_site'].map((name) => textOf(row, name));
    const named = sites.filter((site) => site !== '').map((site) => evidence.siteRows.get(site));
    const owners = named.map((site) => site?.owner ?? site?.site_id);
    if (new Set(owners).size !== owners.length)
      faults.push(`${textOf(row, 'spot_code')}: two sites of one owner`);
    for (const site of named) {
      if (site === undefined || !isOpen(site))
        faults.push(`${textOf(row, 'spot_code')}: a site is closed or unknown`);
      else if (site.services?.includes(textOf(row, 'service')) !== true)
        faults.push(`${site.site_id}: no such service`);
    }
    counts.set(owners[0] ?? '', (counts.get(owners[0] ?? '') ?? 0) + 1);
  }
  const most = rows.length * evidence.rules.number('owner_share');
  for (const [owner, count] of counts) {
    const isOnly = rows.filter((row) => canGoElsewhere(evidence, row, owner)).length < count - most;
    if (count > most && !isOnly) faults.push(`${owner} has ${count} of ${rows.length} referrals`);
  }
  return faults;
}

/** True when another owner gives the service of a referral. */
function canGoElsewhere(evidence: Evidence, row: WrittenRow, owner: string): boolean {
  if (textOf(row, 'first_owner') !== owner) return false;
  return evidence.study.sites.some(
    (site) =>
      (site.owner ?? site.site_id) !== owner &&
      site.services?.includes(textOf(row, 'service')) === true &&
      isOpen(site),
  );
}

/** No written table holds a coordinate of a spot, a worker or a site. */
export function checkNoCoordinates(evidence: Evidence): string[] {
  const faults: string[] = [];
  for (const [name, rows] of evidence.plan) {
    const columns = [...(rows[0]?.keys() ?? [])];
    if (columns.some((column) => /^(lat|lon|lng|latitude|longitude|x|y)$/i.test(column))) {
      faults.push(`${name} has a column of coordinates`);
    }
    for (const row of rows) {
      const { lat, lon } = spotRowOf(evidence, row) ?? {};
      const told = [...row.values()].some(
        (cell) => cell !== '' && (cell === String(lat) || cell === String(lon)),
      );
      if (told) faults.push(`${name} tells where ${textOf(row, 'spot_code')} is`);
    }
  }
  return faults;
}
