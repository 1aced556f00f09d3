// The calibration study: every chain and interval on invented towns, written to docs/calibration.md.
// usage: npm run calibrate [-- --quick]   --quick: a few towns, printed and not written
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { calibrationPage } from '../dist/simulate/calibration-page.js';
import { calibrate, FULL_CALIBRATION, QUICK_CALIBRATION } from '../dist/simulate/calibration.js';

const isQuick = process.argv.includes('--quick');
const effort = isQuick ? QUICK_CALIBRATION : FULL_CALIBRATION;
const done = [];
const start = process.hrtime.bigint();
for (const each of calibrate(effort)) {
  done.push(each);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!isQuick) process.stderr.write(`${seconds.toFixed(0).padStart(5)} s  ${each.scenario.id}\n`);
}
const page = calibrationPage(effort, done);
if (isQuick) process.stdout.write(page);
else {
  writeFileSync('docs/calibration.md', page);
  process.stderr.write('written: docs/calibration.md\n');
}
