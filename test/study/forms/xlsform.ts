import { strToU8, zipSync } from 'fflate';
import type { SheetCell, Workbook } from '../../../src/formats/workbook.js';
import { testWorkbook } from '../../support/workbook.js';

type Row = Readonly<Record<string, string>>;

/** A cell of a form: its sheets hold texts only. */
function textOf(cell: SheetCell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'string') throw new Error('a form holds texts only');
  return cell;
}

/** The rows of a sheet of a form by header. */
export function sheetRows(workbook: Workbook, name: string): Row[] {
  const [header = [], ...rows] = workbook.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows.map((row) => Object.fromEntries(header.map((title, at) => [textOf(title), textOf(row[at])])));
}

const TYPES = new Set([
  'text',
  'integer',
  'geopoint',
  'note',
  'calculate',
  'today',
  'begin_repeat',
  'end_repeat',
  'select_one',
  'select_multiple',
]);
const COLUMNS =
  /^(type|name|required|constraint|relevant|calculation|parameters|(label|constraint_message)::[^:()]+ \([A-Za-z-]+\))$/;

/** What the converter of XLSForms (pyxform) would refuse or warn of, as far as structure goes. */
export function structureFaults(workbook: Workbook): string[] {
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map((name) =>
    sheetRows(workbook, name),
  ) as [Row[], Row[], Row[]];
  const faults: string[] = [];
  const header = (workbook.sheets[0]?.rows[0] ?? []).map(textOf);
  for (const title of header) if (!COLUMNS.test(title)) faults.push(`survey column ${title}`);
  const names = survey.filter(({ type }) => type !== 'end_repeat').map(({ name = '' }) => name);
  const labels = header.filter((title) => title.startsWith('label::'));
  const lists = new Map<string, string[]>();
  for (const { list_name: list = '', name = '' } of choices)
    lists.set(list, [...(lists.get(list) ?? []), name]);
  let depth = 0;
  for (const row of survey) {
    const [type = '', list] = (row['type'] ?? '').split(' ');
    if (!TYPES.has(type)) faults.push(`type ${type}`);
    if (!/^[A-Za-z_][\w.-]*$/.test(row['name'] ?? '')) faults.push(`name ${row['name']}`);
    if (type.startsWith('select') && !lists.has(list ?? '')) faults.push(`list ${list} is not there`);
    if (type === 'begin_repeat') depth += 1;
    if (type === 'end_repeat') depth -= 1;
    if (depth < 0) faults.push('end without begin');
    if (type === 'calculate' && row['calculation'] === '') faults.push(`${row['name']} has no calculation`);
    const isShown = !['calculate', 'today', 'end_repeat'].includes(type);
    if (isShown)
      for (const label of labels) if (row[label] === '') faults.push(`${row['name']} has no ${label}`);
    for (const part of ['constraint', 'relevant', 'calculation']) {
      const text = row[part] ?? '';
      for (const [, name = ''] of text.matchAll(/\$\{([^}]*)\}/g))
        if (!names.includes(name)) faults.push(`\${${name}} is not there`);
      if ((text.match(/\(/g) ?? []).length !== (text.match(/\)/g) ?? []).length)
        faults.push(`brackets in ${text}`);
    }
    if ((row['constraint'] ?? '') !== '') {
      for (const title of header.filter((one) => one.startsWith('constraint_message')))
        if (row[title] === '') faults.push(`${row['name']} has no ${title}`);
    }
  }
  if (depth !== 0) faults.push('begin without end');
  if (new Set(names).size !== names.length) faults.push('a name twice');
  for (const [list, found] of lists) {
    if (new Set(found).size !== found.length) faults.push(`a choice of ${list} twice`);
    if (found.some((name) => name === '' || /\s/.test(name))) faults.push(`a choice of ${list} with a space`);
  }
  for (const row of choices)
    for (const label of labels)
      if ((row[label] ?? '') === '') faults.push(`choice ${row['name']} has no ${label}`);
  const [form] = settings;
  if (settings.length !== 1 || !/^[A-Za-z_]\w*$/.test(form?.['form_id'] ?? '') || form?.['version'] === '')
    faults.push('settings');
  if (!labels.includes(`label::${form?.['default_language']}`)) faults.push('default language');
  return faults;
}

/** Answers to a form by question; a repeat holds a list of such answers. */
export interface Submission {
  readonly [question: string]: string | readonly Submission[];
}

interface Section {
  readonly name: string | undefined;
  readonly questions: readonly { readonly type: string; readonly list: string; readonly name: string }[];
}

function sectionsOf(workbook: Workbook): {
  readonly main: Section;
  readonly repeats: readonly Section[];
  readonly choices: ReadonlyMap<string, readonly string[]>;
} {
  const main: { type: string; list: string; name: string }[] = [];
  const repeats: { name: string; questions: { type: string; list: string; name: string }[] }[] = [];
  let into = main;
  for (const row of sheetRows(workbook, 'survey')) {
    const [type = '', list = ''] = (row['type'] ?? '').split(' ');
    const name = row['name'] ?? '';
    if (type === 'begin_repeat') {
      into = [];
      repeats.push({ name, questions: into });
    } else if (type === 'end_repeat') into = main;
    else if (type !== 'note') into.push({ type, list, name });
  }
  const choices = new Map<string, string[]>();
  for (const { list_name: list = '', name = '' } of sheetRows(workbook, 'choices'))
    choices.set(list, [...(choices.get(list) ?? []), name]);
  return { main: { name: undefined, questions: main }, repeats, choices };
}

interface Rules {
  readonly prefix: (section: Section) => string;
  /** Columns of a point: header after the name, from latitude, longitude, altitude, accuracy. */
  readonly point: (prefix: string, name: string) => readonly string[];
  readonly pointCells: (text: string) => readonly string[];
  readonly none: string;
}

function columnsOf(
  section: Section,
  choices: ReadonlyMap<string, readonly string[]>,
  rules: Rules,
): string[] {
  const prefix = rules.prefix(section);
  return section.questions.flatMap(({ type, list, name }) => {
    if (type === 'geopoint') return [...rules.point(prefix, name)];
    const split =
      type === 'select_multiple'
        ? (choices.get(list) ?? []).map((choice) => `${prefix}${name}/${choice}`)
        : [];
    return [`${prefix}${name}`, ...split];
  });
}

function cellsOf(
  section: Section,
  answers: Submission,
  choices: ReadonlyMap<string, readonly string[]>,
  rules: Rules,
): string[] {
  return section.questions.flatMap(({ type, list, name }) => {
    const given = answers[name];
    const text = typeof given === 'string' ? given : '';
    if (type === 'geopoint') return [...rules.pointCells(text)];
    if (type !== 'select_multiple') return [text];
    const chosen = text.split(' ');
    return [
      text,
      ...(choices.get(list) ?? []).map((choice) =>
        text === '' ? rules.none : chosen.includes(choice) ? '1' : '0',
      ),
    ];
  });
}

const KOBO: Rules = {
  prefix: ({ name }) => (name === undefined ? '' : `${name}/`),
  point: (prefix, name) => [
    `${prefix}${name}`,
    ...['latitude', 'longitude', 'altitude', 'precision'].map((part) => `${prefix}_${name}_${part}`),
  ],
  pointCells: (text) => [text, ...(text === '' ? ['', '', '', ''] : text.split(' '))],
  none: '',
};

const KOBO_ADDED = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
  '_index',
];

/** The workbook KoboToolbox exports for these submissions, XML values and headers, after the rules of formpack. */
export function koboExport(
  workbook: Workbook,
  title: string,
  submissions: readonly Submission[],
): Uint8Array {
  const { main, repeats, choices } = sectionsOf(workbook);
  const sheets: Record<string, (string | number)[][]> = {
    [title]: [
      [...columnsOf(main, choices, KOBO), ...KOBO_ADDED],
      ...submissions.map((one, at) => [
        ...cellsOf(main, one, choices, KOBO),
        100 + at,
        `uuid-${at}`,
        '2025-10-09T10:00:00',
        '',
        '',
        'submitted_via_web',
        '',
        'v1',
        '',
        at + 1,
      ]),
    ],
  };
  for (const repeat of repeats) {
    let index = 0;
    const rows = submissions.flatMap((one, at) =>
      (one[repeat.name ?? ''] as readonly Submission[]).map((inner) => [
        ...cellsOf(repeat, inner, choices, KOBO),
        ++index,
        title,
        at + 1,
        100 + at,
        `uuid-${at}`,
      ]),
    );
    sheets[repeat.name ?? ''] = [
      [
        ...columnsOf(repeat, choices, KOBO),
        '_index',
        '_parent_table_name',
        '_parent_index',
        '_submission__id',
        '_submission__uuid',
      ],
      ...rows,
    ];
  }
  return testWorkbook(sheets);
}

const ODK: Rules = {
  prefix: () => '',
  point: (prefix, name) =>
    ['Latitude', 'Longitude', 'Altitude', 'Accuracy'].map((part) => `${prefix}${name}-${part}`),
  pointCells: (text) => (text === '' ? ['', '', '', ''] : text.split(' ')),
  none: '0',
};

const ODK_ADDED = [
  'KEY',
  'SubmitterID',
  'SubmitterName',
  'AttachmentsPresent',
  'AttachmentsExpected',
  'Status',
  'ReviewState',
  'DeviceID',
  'Edits',
  'FormVersion',
];

const csv = (rows: readonly (readonly string[])[]) =>
  strToU8(
    rows
      .map((row) =>
        row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
      )
      .join('\n'),
  );

/** The zip ODK Central exports for these submissions, split select multiples on. */
export function odkExport(workbook: Workbook, id: string, submissions: readonly Submission[]): Uint8Array {
  const { main, repeats, choices } = sectionsOf(workbook);
  const files: Record<string, Uint8Array> = {
    [`${id}.csv`]: csv([
      ['SubmissionDate', ...columnsOf(main, choices, ODK), ...ODK_ADDED],
      ...submissions.map((one, at) => [
        '2025-10-09T10:00:00.000Z',
        ...cellsOf(main, one, choices, ODK),
        `uuid:${at}`,
        '5',
        'N',
        '0',
        '0',
        '',
        '',
        'collect:a',
        '0',
        '1',
      ]),
    ]),
  };
  for (const repeat of repeats) {
    const rows = submissions.flatMap((one, at) =>
      (one[repeat.name ?? ''] as readonly Submission[]).map((inner, number) => [
        ...cellsOf(repeat, inner, choices, ODK),
        `uuid:${at}`,
        `uuid:${at}/${repeat.name}[${number + 1}]`,
      ]),
    );
    files[`${id}-${repeat.name}.csv`] = csv([
      [...columnsOf(repeat, choices, ODK), 'PARENT_KEY', 'KEY'],
      ...rows,
    ]);
  }
  return zipSync(files);
}
