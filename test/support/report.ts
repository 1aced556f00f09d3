import { createHash } from 'node:crypto';
import { ENGLISH } from '../../src/draw/words/english.js';
import { estimate } from '../../src/estimate/estimate.js';
import { multiverse } from '../../src/estimate/multiverse.js';
import type { Study } from '../../src/model/study.js';
import { microplan } from '../../src/plan/plan.js';
import { readRules } from '../../src/plan/read-rules.js';
import { reportPage } from '../../src/report/report.js';
import { fullView, type FullReport } from '../../src/report/view/full-view.js';
import { releasedView } from '../../src/report/view/released-view.js';
import type { ReportView, RunView } from '../../src/report/view/report-view.js';
import { rulesFor } from '../../src/share/audiences.js';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const RUN: RunView = {
  version: '0.0.0',
  command: 'report',
  seed: 1,
  options: [],
  rows: [],
  inputs: [{ name: 'spots.csv', sha256: sha256('spots') }],
  outputs: [],
};

/** The view of a study, planned unless told otherwise. */
export function viewOf(
  study: Study,
  change: Partial<FullReport> & { readonly isPlanned?: boolean; readonly isEvery?: boolean } = {},
): ReportView {
  const { estimates, issues } = estimate(study);
  const plan =
    change.isPlanned === false ? undefined : microplan(study, estimates, readRules(study.settings.plan));
  return fullView({
    study,
    estimates,
    issues,
    plan,
    multiverse: change.isEvery === true ? multiverse(study) : undefined,
    others: [],
    run: RUN,
    exact: false,
    ...change,
  });
}

/** The view of a study for partners or the public. */
export function releasedViewOf(study: Study, audience: 'partner' | 'public'): ReportView {
  const inForce = rulesFor(audience, study.settings.share);
  if (inForce === undefined) throw new Error(`no rules for ${audience}`);
  return releasedView({ study, estimates: estimate(study).estimates, audience, inForce, run: RUN });
}

/** The page of a view, in English. */
export const pageOf = (view: ReportView) => reportPage(view, ENGLISH, sha256);

/** The words of a page without markup, styles and script. */
export function wordsOf(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}
