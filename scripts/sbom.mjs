// The software bill of materials, docs/sbom.json (CycloneDX 1.5), from the lockfile alone: what a user of spotwise installs.
// It holds no time and no serial number, so that the same lockfile gives the same bytes. A test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Licences that a package calls by no SPDX name, by what it says; the text of the licence it brings decides. */
const MISSPELLED = { 'BDS-3-Clause': 'BSD-3-Clause' };

/** The bill of materials as text. */
export function billOfMaterials() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { '': own, ...packages } = lock.packages;
  const components = Object.entries(packages)
    .filter(([, { dev, optional, peer }]) => dev !== true && optional !== true && peer !== true)
    .map(([path, { version, license, integrity }]) => {
      const name = path.split('node_modules/').at(-1);
      const [algorithm, digest] = (integrity ?? '').split(/-(.*)/);
      return {
        type: 'library',
        name,
        version,
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
        licenses: [{ license: { id: MISSPELLED[license] ?? license } }],
        hashes: [
          {
            alg: algorithm.replace('sha', 'SHA-'),
            content: Buffer.from(digest ?? '', 'base64').toString('hex'),
          },
        ],
      };
    });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        name: own.name,
        version: own.version,
        licenses: [{ license: { id: own.license } }],
      },
    },
    components: components.toSorted((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
  return `${JSON.stringify(bill, undefined, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(join(root, 'docs', 'sbom.json'), billOfMaterials());
