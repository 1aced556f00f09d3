import type { Grid } from './grid.js';
import { NO_FORM, type FormKnowledge, type ListedChoice, type Question } from './knowledge.js';
import type { Opened } from './opened.js';
import { cellUnder, countHeaders, gridsOf } from './source.js';

/** A file that says what another one means, and what it was recognised by. */
export interface Companion {
  readonly title: string;
  readonly why: string;
  readonly form?: FormKnowledge;
  readonly names?: ReadonlyMap<string, string>;
}

/** Reads a file as a companion: a form (XLSForm), a REDCap data dictionary, or names of DHIS2; undefined if it is none. */
export function readCompanion(opened: Opened): Companion | undefined {
  return readXlsForm(opened) ?? readDictionary(opened) ?? readDhis2Names(opened);
}

function readXlsForm(opened: Opened): Companion | undefined {
  const sheet = (name: string) => gridsOf(opened).find((grid) => grid.sheet?.toLowerCase() === name);
  const survey = sheet('survey');
  if (survey === undefined || countHeaders(survey, ['type', 'name']) < 2) return undefined;
  const questions = questionsOf(survey);
  const repeats = survey.rows.flatMap((_, row) =>
    /^begin[_ ]repeat$/i.test(cellUnder(survey, row, 'type')) ? [cellUnder(survey, row, 'name')] : [],
  );
  return {
    title: 'XLSForm',
    why: 'it has a survey sheet with types and names',
    form: {
      questions,
      lists: listsOf(sheet('choices')),
      forms: [
        {
          headers: new Set([...questions.values()].flatMap(({ name, labels }) => [name, ...labels])),
          repeats,
        },
      ],
      identifying: new Set(),
    },
  };
}

function questionsOf(survey: Grid): Map<string, Question> {
  const questions = new Map<string, Question>();
  survey.rows.forEach((_, row) => {
    const [type = '', list] = cellUnder(survey, row, 'type').split(/\s+/);
    const name = cellUnder(survey, row, 'name');
    if (name !== '') questions.set(name, { name, type, list, labels: labelsOf(survey, row) });
  });
  return questions;
}

function listsOf(choices: Grid | undefined): Map<string, ListedChoice[]> {
  const lists = new Map<string, ListedChoice[]>();
  choices?.rows.forEach((_, row) => {
    const list = cellUnder(choices, row, 'list_name') || cellUnder(choices, row, 'list name');
    if (list === '') return;
    const choice = { name: cellUnder(choices, row, 'name'), labels: labelsOf(choices, row) };
    lists.set(list, [...(lists.get(list) ?? []), choice]);
  });
  return lists;
}

const labelsOf = (grid: Grid, row: number): string[] =>
  grid.columns
    .flatMap((header, at) => (/^label(::|$)/i.test(header) ? [grid.rows[row]?.[at] ?? ''] : []))
    .filter((label) => label !== '');

function readDictionary(opened: Opened): Companion | undefined {
  const [grid] = gridsOf(opened);
  if (grid === undefined || countHeaders(grid, ['Variable / Field Name', 'Field Type', 'Field Label']) < 3) {
    return undefined;
  }
  const questions = new Map<string, Question>();
  const lists = new Map<string, ListedChoice[]>();
  const identifying = new Set<string>();
  grid.rows.forEach((_, row) => {
    const name = cellUnder(grid, row, 'Variable / Field Name');
    const choices = cellUnder(grid, row, 'Choices, Calculations, OR Slider Labels');
    const type = cellUnder(grid, row, 'Field Type');
    const isList = /^(radio|dropdown|checkbox)$/i.test(type);
    if (isList) lists.set(name, choices.split('|').map(listedChoice));
    if (/^y/i.test(cellUnder(grid, row, 'Identifier?'))) identifying.add(name);
    questions.set(name, {
      name,
      type: type === 'checkbox' ? 'select_multiple' : type,
      list: isList ? name : undefined,
      labels: [cellUnder(grid, row, 'Field Label')],
    });
  });
  return {
    title: 'REDCap data dictionary',
    why: 'it has Variable / Field Name, Field Type and Field Label',
    form: { ...NO_FORM, questions, lists, identifying },
  };
}

/** A choice as a dictionary writes it: "1, Monday". */
function listedChoice(text: string): ListedChoice {
  const [name = '', ...label] = text.split(',');
  return { name: name.trim(), labels: [label.join(',').trim()] };
}

function readDhis2Names(opened: Opened): Companion | undefined {
  if (opened.holds !== 'JSON' || typeof opened.document !== 'object' || opened.document === null)
    return undefined;
  const names = new Map<string, string>();
  for (const kind of ['dataElements', 'organisationUnits']) {
    const listed: unknown = (opened.document as Record<string, unknown>)[kind];
    if (!Array.isArray(listed)) continue;
    for (const entry of listed as readonly Record<string, unknown>[]) {
      const { id, name, code } = entry;
      const shown = kind === 'dataElements' ? (code ?? name) : (name ?? code);
      if (typeof id === 'string' && typeof shown === 'string') names.set(id, shown);
    }
  }
  return names.size === 0
    ? undefined
    : { title: 'DHIS2 metadata', why: 'it lists dataElements and organisationUnits', names };
}
