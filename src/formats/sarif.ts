import { ISSUES } from '../model/issue-catalogue.js';
import type { Issue, Severity } from '../model/issue.js';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

/** What a SARIF log says besides the issues. */
export interface SarifContext {
  readonly version: string;
  /** Path of an input file by its name, relative to where the check was run; the name alone where none is known. */
  readonly pathOf: (file: string) => string;
  /** Whether the cells that issues are about may be shown; they can hold names. */
  readonly showValues: boolean;
}

/**
 * The issues as a SARIF 2.1.0 log (OASIS 2020), as code hosts show them beside the lines of a file: one rule a kind of
 * issue, one result an issue with file, line and column header.
 */
export function writeSarif(issues: readonly Issue[], context: SarifContext): string {
  const codes = [...new Set(issues.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'spotwise', semanticVersion: context.version, rules: codes.map(ruleOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: issues.map((issue) => resultOf(issue, codes.indexOf(issue.code), context)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(code: string) {
  const kind = Object.entries(ISSUES).find(([name]) => name === code)?.[1];
  if (kind === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: kind.title },
    fullDescription: { text: kind.meaning },
    help: { text: kind.fix },
    defaultConfiguration: { level: LEVELS[kind.severity] },
  };
}

function resultOf(issue: Issue, ruleIndex: number, { pathOf, showValues }: SarifContext) {
  const value = showValues && issue.value !== undefined ? ` [${issue.value}]` : '';
  const where = issue.column === undefined ? '' : `${issue.column}: `;
  return {
    ruleId: issue.code,
    ruleIndex,
    level: LEVELS[issue.severity],
    message: { text: `${where}${issue.message}${value} ${issue.fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathOf(issue.file).split('/').map(encodeURIComponent).join('/') },
          ...(issue.line === undefined ? {} : { region: { startLine: issue.line } }),
        },
        ...(issue.column === undefined ? {} : { logicalLocations: [{ name: issue.column, kind: 'member' }] }),
      },
    ],
  };
}
