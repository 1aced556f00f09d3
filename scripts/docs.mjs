// Writes the pages that are made from the program's own definitions. A test fails when one is stale.
import { writeFileSync } from 'node:fs';
import { methodsManual, referenceManual } from '../dist/explain/manual.js';
import { SETTINGS_SCHEMA } from '../dist/index.js';

writeFileSync('docs/methods.md', methodsManual());
writeFileSync('docs/reference.md', referenceManual());
writeFileSync('docs/study.schema.json', `${JSON.stringify(SETTINGS_SCHEMA, undefined, 2)}\n`);
