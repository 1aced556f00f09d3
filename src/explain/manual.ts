import { STEPS } from '../estimate/steps.js';
import { METHOD_FAMILIES } from '../methods/registry.js';
import { describe, type Description } from './describe.js';
import { topics } from './topics.js';

/** The manual of methods as Markdown, made from the same cards that `explain` prints. */
export function methodsManual(): string {
  const all = topics();
  const chapters = [...STEPS, ...METHOD_FAMILIES].map((step) => {
    const cards = all.filter((topic) => topic.kind === 'variant' && topic.step === step);
    return [
      `## ${step.title} (\`${step.id}\`)`,
      `${step.question} Standard: \`${step.standard}\`.`,
      ...cards.map((topic) => asMarkdown(describe(topic), '###')),
    ].join('\n\n');
  });
  return `# Methods

Made from the method cards in the program by \`npm run docs\`; \`spotwise explain NAME\` prints the same.
The steps run in this order. A study chooses a variant per step in \`study.yaml\` under \`method\`, for all
populations or for one; a command line overrides it for one run. The sizing methods after them have commands of
their own.

${chapters.join('\n\n')}
`;
}

/** The reference of issues and columns as Markdown. */
export function referenceManual(): string {
  const all = topics();
  const issues = all.filter((topic) => topic.kind === 'issue');
  const formats = all.filter((topic) => topic.kind === 'format');
  const columns = all.filter((topic) => topic.kind === 'column');
  return `# Reference

Made from the definitions in the program by \`npm run docs\`.

## Issues

${issues.map((topic) => asMarkdown(describe(topic), '###')).join('\n\n')}

## Formats

\`spotwise export STUDY --to FORMAT…\` writes them; [formats](formats.md) compares them.

${formats.map((topic) => asMarkdown(describe(topic), '###')).join('\n\n')}

## Columns

${columns.map((topic) => asMarkdown(describe(topic), '###')).join('\n\n')}
`;
}

function asMarkdown(description: Description, level: string): string {
  const lines = description.paragraphs.map(({ label, text }) => `- **${label}**: ${text}`);
  return `${level} ${description.heading}\n\n${lines.join('\n')}`;
}
