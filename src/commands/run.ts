import type { Command } from './command.js';
import { planAndReport } from './report.js';
import {
  METHOD_OPTIONS,
  REPORT_OPTIONS,
  RESULT_OPTIONS,
  STUDY_ARGUMENT,
  TABLE_OPTIONS,
  TALK_OPTIONS,
} from './shared-options.js';

export const RUN: Command = {
  arguments: [STUDY_ARGUMENT],
  options: [...TABLE_OPTIONS, ...METHOD_OPTIONS, ...REPORT_OPTIONS, ...RESULT_OPTIONS, ...TALK_OPTIONS],
  details:
    'Checks the data, estimates and plans, and writes everything to one folder in one step, with report.html to look at.',
  examples: [{ line: 'spotwise run fixtures/kosovo', says: 'the Kosovo 2016 study from counts to plan' }],
  run: async (invocation, world) => await planAndReport('run', invocation, world),
};
