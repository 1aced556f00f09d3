import { levelOf, spotRowOf, type Evidence } from './evidence.js';
import { kmOnWay } from './ways.js';
import { numberOf, spotKey, textOf, wordsOf, type WrittenRow } from './written.js';

const isPlanned = (row: WrittenRow) => textOf(row, 'status') === 'planned';
const peopleOf = (row: WrittenRow) => numberOf(row, 'est_point') ?? NaN;

/** Every spot of the study once (or in parts), each with a worker or one reason, and its people in uncovered.csv. */
export function checkEverySpotOnce(evidence: Evidence): string[] {
  const faults: string[] = [];
  const rows = evidence.plan.get('spots.csv') ?? [];
  if (evidence.spots.size !== rows.length) faults.push('a spot or part is written twice');
  const written = new Set(rows.map((row) => `${textOf(row, 'spot_code')}|${textOf(row, 'population')}`));
  for (const key of evidence.spotRows.keys()) if (!written.has(key)) faults.push(`${key} is not in the plan`);
  for (const key of written) if (!evidence.spotRows.has(key)) faults.push(`${key} is not in the study`);
  const uncovered = new Map((evidence.plan.get('uncovered.csv') ?? []).map((row) => [spotKey(row), row]));
  for (const [key, row] of evidence.spots) {
    const gap = uncovered.get(key);
    if (isPlanned(row) === (gap !== undefined)) faults.push(`${key}: spots.csv and uncovered.csv differ`);
    if (isPlanned(row) !== (textOf(row, 'worker_code') !== ''))
      faults.push(`${key}: status and worker differ`);
    if (gap === undefined) continue;
    if (textOf(gap, 'reason') === '' || textOf(gap, 'reason') !== textOf(row, 'reason')) {
      faults.push(`${key}: not exactly one reason`);
    }
    if (textOf(gap, 'what_would_fix_it') === '') faults.push(`${key}: nothing said of what would fix it`);
    if (numberOf(gap, 'people_point') !== peopleOf(row)) faults.push(`${key}: people differ`);
  }
  return faults;
}

/** Each planned spot has a worker of its population who shares a language and lives near enough, and a backup of the kind. */
export function checkMatching(evidence: Evidence): string[] {
  const faults: string[] = [];
  for (const [key, row] of evidence.spots) {
    if (!isPlanned(row)) continue;
    const spot = spotRowOf(evidence, row);
    if ((spot?.mode ?? 'geo') !== 'geo') faults.push(`${key} is no place to visit`);
    for (const column of ['worker_code', 'backup_worker_code', 'partner_code']) {
      const code = textOf(row, column);
      if (code === '') continue;
      const worker = evidence.workers.get(code);
      if (worker === undefined) faults.push(`${key}: ${code} is no worker`);
      else if (!wordsOf(worker, 'population').includes(textOf(row, 'population'))) {
        faults.push(`${key}: ${code} is not of the population`);
      }
    }
    const pair = [textOf(row, 'worker_code'), textOf(row, 'partner_code')];
    if (!pair.some((code) => speaks(evidence, row, code)))
      faults.push(`${key}: ${pair.join(' and ')} share no language`);
    const backup = textOf(row, 'backup_worker_code');
    if (backup !== '' && !speaks(evidence, row, backup)) faults.push(`${key}: ${backup} shares no language`);
    if (textOf(row, 'backup_worker_code') === textOf(row, 'worker_code'))
      faults.push(`${key}: no other backup`);
    const km = kmOnWay(evidence, spot, evidence.workerRows.get(textOf(row, 'worker_code')));
    if (km !== undefined && !(km <= evidence.rules.number('most_km') + 1e-6))
      faults.push(`${key} is too far`);
  }
  return faults;
}

/** True when the worker and the spot have a language in common, or one of them states none. */
function speaks(evidence: Evidence, row: WrittenRow, code: string): boolean {
  const worker = evidence.workers.get(code);
  return (
    worker !== undefined &&
    shareWords(spotRowOf(evidence, row)?.languages ?? [], wordsOf(worker, 'languages'))
  );
}

const shareWords = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 || a.some((word) => b.includes(word));

/** No worker (or pair) serves or knows more people and spots than allowed, and what is written of a worker adds up. */
export function checkLoads(evidence: Evidence): string[] {
  const faults: string[] = [];
  const { number } = evidence.rules;
  for (const [code, worker] of evidence.workers) {
    const own = [...evidence.spots.values()].filter(
      (row) => isPlanned(row) && textOf(row, 'worker_code') === code,
    );
    const known = [...evidence.spots.values()].filter(
      (row) => isPlanned(row) && [textOf(row, 'worker_code'), textOf(row, 'partner_code')].includes(code),
    );
    const people = own.reduce((sum, row) => sum + peopleOf(row), 0);
    const stated = evidence.workerRows.get(code)?.max_people ?? numberOf(worker, 'max_people') ?? NaN;
    if (!(people <= stated)) faults.push(`${code} serves ${people} people, at most ${stated}`);
    if (numberOf(worker, 'assigned_people_point') !== people) faults.push(`${code}: people do not add up`);
    if (numberOf(worker, 'assigned_spots') !== own.length) faults.push(`${code}: spots do not add up`);
    if (!evidence.isConflict) continue;
    const knownPeople = known.reduce((sum, row) => sum + peopleOf(row), 0);
    if (!(knownPeople <= number('exposure_people'))) faults.push(`${code} knows ${knownPeople} people`);
    if (!(known.length <= number('exposure_spots'))) faults.push(`${code} knows ${known.length} spots`);
  }
  return faults;
}

/** Nobody is sent to a spot that counts as level 4 or 5, is not checked, or was checked too long ago. */
export function checkSecurity(evidence: Evidence): string[] {
  const faults: string[] = [];
  for (const [key, row] of evidence.spots) {
    const level = levelOf(spotRowOf(evidence, row), evidence);
    if (isPlanned(row) && !(level <= 3)) faults.push(`${key} is planned at level ${level}`);
    if (evidence.isConflict && numberOf(row, 'security_level') !== level) {
      faults.push(`${key}: level ${textOf(row, 'security_level')} is written, ${level} is right`);
    }
  }
  for (const visit of evidence.visits) {
    const level = levelOf(spotRowOf(evidence, visit), evidence);
    if (!(level <= 3)) faults.push(`a visit goes to ${textOf(visit, 'spot_code')} at level ${level}`);
  }
  return faults;
}
