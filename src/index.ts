/**
 * spotwise as a library: the functions behind the commands, pure and without disk or console. Read the bytes of a
 * study with `readSettings` and `readStudy`, then `estimate`; `estimateTables` gives the tables the program writes.
 */
export { VERSION } from './version.js';
export { readSettings, STANDARD_SETTINGS } from './study/settings.js';
export { readStudy, isUsable, type StudyFiles, type StudyReading } from './study/read-study.js';
export { SETTINGS_SCHEMA } from './study/settings-schema.js';
export { INPUT_TABLES } from './study/input-tables.js';
export { estimate, type Estimation } from './estimate/estimate.js';
export { estimateTables } from './estimate/tables.js';
export { sizeTwoLists } from './methods/capture/size-two-lists.js';
export { sizeSeveralLists, type SeveralListsOptions } from './methods/capture/size-several-lists.js';
export { partialIdentification } from './methods/capture/partial-identification.js';
export { captureTableOf, type CaptureTable } from './methods/capture/capture-table.js';
export { multiply, multiplyByChains } from './methods/multiplier/multiplier.js';
export { crowdMedian } from './methods/crowd/crowd.js';
export { scaleUpRatio, scaleUpSurvey } from './methods/scale-up/scale-up.js';
export { sizeRepeats } from './methods/repeats/repeat-counts.js';
export { extrapolate } from './methods/extrapolate/extrapolate.js';
export { leaveOneOut } from './methods/extrapolate/report-card.js';
export { selectSources } from './methods/combine/sources.js';
export { combineSources } from './methods/combine/synthesis.js';
export { METHOD_FAMILIES } from './methods/registry.js';
export { sizingTable } from './methods/estimates-table.js';
export type { Attempt } from './methods/attempt.js';
export type { Sizing } from './methods/sizing.js';
export { STEPS } from './estimate/steps.js';
export { estimateView } from './share/estimate-view.js';
export { readCsv, writeCsv } from './formats/csv.js';
export { readOutlines, writeGeoJson } from './formats/geojson.js';
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
