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
export { STEPS } from './estimate/steps.js';
export { makeTown } from './simulate/town.js';
export { ORDINARY_TOWN, type TownSettings } from './simulate/town-settings.js';
export { SCENARIOS, type Scenario } from './simulate/scenarios.js';
export { townFiles } from './simulate/town-files.js';
export { judgeTown } from './simulate/judge.js';
export { scoreTowns } from './simulate/score.js';
export { judgeDesign, scoreDesign, smallestDesigns } from './simulate/design.js';
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
