// The calibration study: every chain and interval on invented towns, written to docs/calibration.md.
// With --sizing the sizing methods on invented studies instead, written to docs/calibration-sizing.md.
// usage: npm run calibrate [-- --sizing] [-- --quick]   --quick: a few towns or trials, printed and not written
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { calibrationPage } from '../dist/simulate/calibration-page.js';
import { scoreScenario } from '../dist/simulate/sizing/trials.js';
import { SIZING_SCENARIOS, SIZING_SEED, sizingPage } from '../dist/simulate/sizing/page.js';
import { calibrate, FULL_CALIBRATION, QUICK_CALIBRATION } from '../dist/simulate/calibration.js';

const isQuick = process.argv.includes('--quick');
const start = process.hrtime.bigint();
if (process.argv.includes('--sizing')) calibrateSizing();
else calibrateChain();

function report(what) {
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!isQuick) process.stderr.write(`${seconds.toFixed(0).padStart(5)} s  ${what}\n`);
}

function deliver(page, path) {
  if (isQuick) process.stdout.write(page);
  else {
    writeFileSync(path, page);
    process.stderr.write(`written: ${path}\n`);
  }
}

function calibrateSizing() {
  const scored = SIZING_SCENARIOS.map((scenario) => {
    const score = scoreScenario(scenario, SIZING_SEED, isQuick ? 0.02 : 1);
    report(`${scenario.family}: ${scenario.title}`);
    return score;
  });
  deliver(sizingPage(scored), 'docs/calibration-sizing.md');
}

function calibrateChain() {
  const effort = isQuick ? QUICK_CALIBRATION : FULL_CALIBRATION;
  const done = [];
  for (const each of calibrate(effort)) {
    done.push(each);
    report(each.scenario.id);
  }
  deliver(calibrationPage(effort, done), 'docs/calibration.md');
}
