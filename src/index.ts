export { VERSION } from './version.js';
export { estimate, type Estimation } from './estimate/estimate.js';
export { readStudy, isUsable, type StudyFiles, type StudyReading } from './study/read-study.js';
export { readSettings, STANDARD_SETTINGS } from './study/settings.js';
