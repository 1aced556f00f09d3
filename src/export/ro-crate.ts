import { EVERYBODY, type ExportFormat, type ExportTools } from './format.js';
import { machineFiles } from './machine-tables.js';
import type { ExportView } from './view.js';

const VERSION = 'https://w3id.org/ro/crate/1.2';

export const RO_CRATE: ExportFormat = {
  id: 'rocrate',
  title: 'RO-Crate',
  writes:
    'Every table as CSV with ro-crate-metadata.json: what made the files from what, with versions and hashes. Says the day of --date, because the format asks for one.',
  forWhom: 'archives and reviewers who ask how a result was made',
  audiences: EVERYBODY,
  source: 'RO-Crate 1.2 (researchobject.org)',
  make: (view, _, tools) => {
    const files = machineFiles(view.tables, 'data/');
    return new Map([
      ['ro-crate-metadata.json', `${JSON.stringify(crateOf(view, files, tools), undefined, 2)}\n`],
      ...files,
    ]);
  },
};

const link = (id: string) => ({ '@id': id });

function crateOf(view: ExportView, files: ReadonlyMap<string, string>, { sha256 }: ExportTools) {
  const { inputs, version, day, seed } = view.run;
  const names = [...files.keys()];
  const inputIds = inputs.map(({ name }) => `#input-${encodeURIComponent(name)}`);
  return {
    '@context': `${VERSION}/context`,
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: link(VERSION),
        about: link('./'),
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: view.title,
        description: ['Sizes by area and what they were made of.', ...view.notes].join(' '),
        datePublished: day,
        license: link('#licence'),
        hasPart: names.map(link),
        mentions: [link('#run')],
        ...(view.credits.length === 0 ? {} : { creditText: view.credits.join('; ') }),
      },
      {
        '@id': '#licence',
        '@type': 'CreativeWork',
        name: 'No licence stated',
        description: 'Ask whoever owns the study before using or passing on these files.',
      },
      {
        '@id': '#spotwise',
        '@type': 'SoftwareApplication',
        name: 'spotwise',
        softwareVersion: version,
      },
      {
        '@id': '#run',
        '@type': 'CreateAction',
        name: 'Estimation and export',
        description: `Seed ${seed}. ${methodsText(view)}`.trim(),
        instrument: link('#spotwise'),
        object: inputIds.map(link),
        result: names.map(link),
      },
      ...inputs.map(({ name, sha256: hash }, at) => ({
        '@id': inputIds[at],
        '@type': 'CreativeWork',
        name,
        description: 'Input, not part of the crate.',
        sha256: hash,
      })),
      ...names.map((name) => {
        const text = files.get(name) ?? '';
        return {
          '@id': name,
          '@type': 'File',
          name: name.replace(/^data\//, ''),
          encodingFormat: 'text/csv',
          contentSize: String(new TextEncoder().encode(text).length),
          sha256: sha256(text),
        };
      }),
    ],
  };
}

/** The chain of steps of each population in one sentence; nothing where the audience is not told. */
function methodsText({ methods }: ExportView): string {
  const populations = [...new Set(methods.map(({ population }) => population))];
  const chains = populations.map((population) => {
    const steps = methods.filter((method) => method.population === population);
    return `${population}: ${steps.map(({ step, variant }) => `${step} ${variant}`).join(', ')}`;
  });
  return chains.length === 0 ? '' : `Steps: ${chains.join('; ')}.`;
}
