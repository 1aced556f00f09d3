/**
 * spotwise as a library: the functions behind the commands, pure and without disk or console. Read the bytes of a
 * study with `readSettings` and `readStudy`, then `estimate`; `estimateTables` gives the tables the program writes.
 */
export { VERSION } from './version.js';
export { readSettings } from './study/settings.js';
export { STANDARD_SETTINGS } from './model/settings.js';
export { readStudy, isUsable, type StudyFiles, type StudyReading } from './study/read-study.js';
export { SETTINGS_SCHEMA } from './study/settings-schema.js';
export { INPUT_TABLES } from './study/input-tables.js';
export { estimate, type Estimation } from './estimate/estimate.js';
export { estimateTables } from './estimate/tables.js';
export { multiverse, type Multiverse } from './estimate/multiverse.js';
export { microplan as plan, type PlanOptions } from './plan/plan.js';
export { readRules, PLAN_SCHEMA } from './plan/read-rules.js';
export { planTables } from './plan/tables.js';
export { planFeatures } from './plan/features.js';
export { planSheets } from './plan/sheets/sheets.js';
export { verifyPlan, type Certificate } from './plan/verify/verify.js';
export { auditTable } from './audit/audit-table.js';
export { auditHiddenShare } from './audit/hidden-share.js';
export { inferParents } from './audit/infer-parents.js';
export { comparePublished, isReproduced, type Comparison } from './reproduce/compare-published.js';
export { explainEstimate, readEstimateKey } from './explain/explain-estimate.js';
export { sizeTwoLists } from './methods/capture/size-two-lists.js';
export { sizeSeveralLists, type SeveralListsOptions } from './methods/capture/size-several-lists.js';
export { partialIdentification } from './methods/capture/partial-identification.js';
export { captureTableOf, type CaptureTable } from './methods/capture/capture-table.js';
export { multiply, multiplyByChains } from './methods/multiplier/multiplier.js';
export { crowdMedian } from './methods/crowd/crowd.js';
export { scaleUpRatio, scaleUpSurvey } from './methods/scale-up/scale-up.js';
export { sizeRepeats } from './methods/repeats/repeat-counts.js';
export { reverseTracking } from './methods/reverse-tracking/reverse-tracking.js';
export { sizeByReverseTracking } from './methods/reverse-tracking/size-by-reverse-tracking.js';
export { extrapolate } from './methods/extrapolate/extrapolate.js';
export { leaveOneOut } from './methods/extrapolate/report-card.js';
export { selectSources } from './methods/combine/sources.js';
export { combineSources } from './methods/combine/synthesis.js';
export {
  combineEstimates,
  type CombineOptions,
  type ForestRow,
  type Syntheses,
  type Synthesis,
} from './methods/combine/combine-estimates.js';
export {
  sizeBySuccessiveSampling,
  successiveSamplingTasks,
  run as runSuccessiveSampling,
} from './methods/successive-sampling/size-by-successive-sampling.js';
export { STANDARD_SUCCESSIVE_SAMPLING } from './methods/successive-sampling/successive-sampling.js';
export { METHOD_FAMILIES } from './methods/registry.js';
export { sizingTable } from './methods/estimates-table.js';
export type { Attempt } from './methods/attempt.js';
export type { Sizing } from './methods/sizing.js';
export { STEPS } from './estimate/steps.js';
export { makeTown } from './simulate/town.js';
export { ORDINARY_TOWN, type TownSettings } from './simulate/town-settings.js';
export { SCENARIOS, type Scenario } from './simulate/scenarios.js';
export { townFiles } from './simulate/town-files.js';
export { judgeTown } from './simulate/judge.js';
export { scoreTowns } from './simulate/score.js';
export { judgeDesign, scoreDesign, smallestDesigns } from './simulate/design.js';
export { estimateView } from './share/estimate-view.js';
export { AUDIENCES, rulesFor } from './share/audiences.js';
export { sharedView, type ShareRequest, type SharedView } from './share/shared-view.js';
export { checkRelease, type CheckContext, type OutputFiles } from './share/check/check-release.js';
export { protectCells } from './share/protect/protect-cells.js';
export { attackTable } from './share/audit/attack.js';
export { unprotectedCells } from './share/audit/unprotected.js';
export type { Measure, SeenTable, Span } from './share/audit/seen-table.js';
export { EXPORT_FORMATS } from './export/registry.js';
export { aggregatedView, insideView } from './export/make-view.js';
export type { ExportFiles, ExportFormat } from './export/format.js';
export type { ExportView } from './export/view.js';
export { writeXlsx } from './formats/write-xlsx.js';
export type { Workbook } from './formats/workbook.js';
export { maskPosition, type Mask } from './share/mask/mask.js';
export { decryptAge, encryptAge } from './formats/age.js';
export { readTar, writeTar } from './formats/tar.js';
export { readCsv, writeCsv } from './formats/csv.js';
export { readOutlines, writeGeoJson } from './formats/geojson.js';
export { reportPage } from './report/report.js';
export { fullView, type FullReport } from './report/view/full-view.js';
export { releasedView, type ReleasedReport } from './report/view/released-view.js';
export type { ReportView } from './report/view/report-view.js';
export { CATALOGUES } from './draw/words/catalogues.js';
export { ISSUES } from './model/issue-catalogue.js';
export { describe } from './explain/describe.js';
export { findTopics, topics } from './explain/topics.js';
export { DataError, FileError, UsageError } from './model/failure.js';
export { EstimationError } from './model/estimation-error.js';
export type { Issue, Severity } from './model/issue.js';
export type { Settings } from './model/settings.js';
export type { Study } from './model/study.js';
export type { Estimates } from './model/estimate.js';
export type { Table } from './model/table.js';
export { nearPairs } from './geo/near-pairs.js';
