import { kmApart, spotRowOf, type Evidence } from './evidence.js';
import { readTimes } from './stated-rules.js';
import { numberOf, textOf, wordsOf, type WrittenRow } from './written.js';

const SITED = /^(drop[-_ ]?in|dic|mobile|safe[-_ ]?space)/i;

/** Written sites are open where they may be and kept where they must be; nobody is lost; minutes and hours are right. */
export function checkSites(evidence: Evidence): string[] {
  const rows = evidence.plan.get('sites.csv');
  if (evidence.rules.text('siting.method') === '')
    return rows === undefined ? [] : ['sites nobody asked for'];
  if (rows === undefined) return ['sites were asked for and none are written'];
  return [
    ...checkStanding(evidence, rows),
    ...checkCatchments(evidence, rows),
    ...checkMinutes(evidence, rows),
    ...rows.flatMap((row) => checkOpening(evidence, row)),
  ];
}

const namesIn = (text: string) => (text === 'none' || text === '' ? [] : text.split('; '));
const peopleOf = (row: WrittenRow) => numberOf(row, 'est_point') ?? NaN;

/** Existing sites are those of the study; no new one stands where it is forbidden or not safe. */
function checkStanding({ rules, study, siteRows }: Evidence, rows: readonly WrittenRow[]): string[] {
  const faults: string[] = [];
  const forbidden = namesIn(rules.text('siting.forbidden'));
  const written = new Map(rows.map((row) => [textOf(row, 'site_code'), row]));
  if (written.size !== rows.length) faults.push('a site is written twice');
  for (const [code, row] of written) {
    const isNew = textOf(row, 'opened_by_plan') === 'yes';
    if (forbidden.includes(code)) faults.push(`${code} was given up`);
    if (isNew === siteRows.has(code)) faults.push(`${code}: new or of the study, not both`);
    if (isNew && !((numberOf(row, 'security_level') ?? 1) <= 3))
      faults.push(`${code} opens where it is not safe`);
    if (isNew && forbidden.includes(textOf(row, 'municipality'))) {
      faults.push(`${code} stands in ${textOf(row, 'municipality')}, which is forbidden`);
    }
    if (/\bclosed\b/i.test(siteRows.get(code)?.open ?? '')) faults.push(`${code} is closed`);
  }
  for (const site of study.sites) {
    if (rules.text('siting.keep_existing') !== 'yes' || !SITED.test(site.kind)) continue;
    if (/\bclosed\b/i.test(site.open ?? '') || forbidden.includes(site.site_id)) continue;
    if (!written.has(site.site_id)) faults.push(`${site.site_id} should stay open`);
  }
  return faults;
}

/** Everybody met at a spot has a site; a catchment fits its site where sites have room for so many. */
function checkCatchments({ rules, spots }: Evidence, rows: readonly WrittenRow[]): string[] {
  const faults: string[] = [];
  const met = [...spots.values()].filter((row) => textOf(row, 'operating_mode') === 'place');
  const people = met.reduce((sum, row) => sum + peopleOf(row), 0);
  const sent = rows.reduce((sum, row) => sum + (numberOf(row, 'people_in_catchment') ?? NaN), 0);
  if (rows.length > 0 && sent !== people)
    faults.push(`${sent} people have a site, ${people} are met at spots`);
  for (const row of rows) {
    const code = textOf(row, 'site_code');
    const [of, within] = ['people_in_catchment', 'people_within'].map((name) => numberOf(row, name) ?? NaN);
    const [middle, most] = ['minutes_p50', 'minutes_max'].map((name) => numberOf(row, name) ?? 0);
    if (!((within ?? NaN) <= (of ?? NaN))) faults.push(`${code}: more within reach than served`);
    if (!((middle ?? NaN) <= (most ?? NaN))) faults.push(`${code}: half need more minutes than all`);
    if ((most ?? NaN) <= rules.number('siting.minutes') !== (within === of)) {
      faults.push(`${code}: minutes and people within reach differ`);
    }
    const room = numberOf(row, 'capacity_people') ?? NaN;
    if (rules.text('siting.method') === 'opening-costs' && !((of ?? NaN) <= room)) {
      faults.push(`${code} serves ${of} people, there is room for ${room}`);
    }
  }
  return faults;
}

/**
 * Minutes to the nearest written site, worked out anew from positions, where every spot and site has one: as many people
 * are within reach, and the farthest are as far, as written. With opening costs people may go farther than the nearest.
 */
function checkMinutes(evidence: Evidence, rows: readonly WrittenRow[]): string[] {
  const { rules, spots, siteRows, sitePoints } = evidence;
  const places = rows.map(
    (row) => siteRows.get(textOf(row, 'site_code')) ?? sitePoints.get(textOf(row, 'site_code')),
  );
  const met = [...spots.values()].filter(
    (row) => textOf(row, 'operating_mode') === 'place' && peopleOf(row) > 0,
  );
  const perKm = (rules.number('road_factor') * 60) / rules.number('siting.speed_km_per_hour');
  const within = rules.number('siting.minutes');
  let [surely, perhaps, farthest] = [0, 0, 0];
  for (const row of met) {
    const km = places.map((place) => kmApart(spotRowOf(evidence, row), place));
    if (km.length === 0 || km.includes(undefined)) return [];
    const minutes = Math.min(...km.map((one) => (one ?? NaN) * perKm));
    if (minutes <= within - 0.01) surely += peopleOf(row);
    if (minutes <= within + 0.01) perhaps += peopleOf(row);
    farthest = Math.max(farthest, minutes);
  }
  const written = rows.reduce((sum, row) => sum + (numberOf(row, 'people_within') ?? NaN), 0);
  const most = Math.max(0, ...rows.map((row) => numberOf(row, 'minutes_max') ?? 0));
  const isNearest = rules.text('siting.method') !== 'opening-costs';
  const faults: string[] = [];
  if (!(written <= perhaps && (written >= surely || !isNearest))) {
    faults.push(`${written} people are said to be within reach, ${surely} are`);
  }
  if (met.length > 0 && isNearest && !(Math.abs(most - farthest) <= 1.01)) {
    faults.push(`the farthest are said to need ${most} minutes, they need ${farthest.toFixed(1)}`);
  }
  return faults;
}

/** Days and hours of a new site follow the rules; hours of populations lie within them and never at the same time. */
function checkOpening({ rules, spots }: Evidence, row: WrittenRow): string[] {
  const faults: string[] = [];
  const code = textOf(row, 'site_code');
  const known = new Set([...spots.values()].map((spot) => textOf(spot, 'population')));
  if (wordsOf(row, 'populations').some((population) => !known.has(population))) {
    faults.push(`${code} serves a population nobody met`);
  }
  if (textOf(row, 'opened_by_plan') === 'yes') {
    if (!(wordsOf(row, 'open_days').length <= rules.number('siting.days_per_week'))) {
      faults.push(`${code} is open on too many days`);
    }
    const hours = `${textOf(row, 'open_from')}-${textOf(row, 'open_to')}`;
    if (hours !== rules.text('siting.open_hours')) faults.push(`${code} opens at ${hours}`);
  }
  const [from, to] = [textOf(row, 'open_from'), textOf(row, 'open_to')];
  if (from === '' || to === '') return faults;
  const open = readTimes(`${from}-${to}`);
  const groups = textOf(row, 'group_hours')
    .split('; ')
    .flatMap((group) => group.split(' ').slice(1).map(readTimes))
    .map((hours) => (hours.from < open.from ? { from: hours.from + 1440, to: hours.to + 1440 } : hours))
    .sort((a, b) => a.from - b.from);
  for (const [at, group] of groups.entries()) {
    if (group.from < open.from || group.to > open.to) faults.push(`${code}: a group comes outside its hours`);
    if (group.from < (groups[at - 1]?.to ?? 0)) faults.push(`${code}: two groups at the same time`);
  }
  return faults;
}
