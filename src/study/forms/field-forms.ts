import { fitColumns, type Sheet, type Workbook } from '../../formats/workbook.js';
import { foldName } from '../names/fold-name.js';
import { spellingsOfName } from '../names/match-name.js';
import { inLanguage, languageColumn, type FormLanguage, type FormText } from './languages.js';
import { CHOICE_TEXTS, CONSTRAINT_TEXTS, NOT_REVIEWED, QUESTION_TEXTS } from './texts.js';

/** What of a study its forms are made from. */
export interface FormStudy {
  readonly title: string;
  readonly municipalities: readonly string[];
  readonly typologies: readonly string[];
  readonly populations: readonly { readonly code: string; readonly label: string }[];
  /** Languages of the forms; the first is the one they open in. */
  readonly languages: readonly FormLanguage[];
  /** Languages whose texts somebody who speaks them has read and signed. */
  readonly reviewed: readonly FormLanguage[];
}

export type FormSystem = 'kobo' | 'odk';

/** One form: its identifier, which is the name of its file, and its three sheets. */
export interface FieldForm {
  readonly id: string;
  readonly workbook: Workbook;
}

interface QuestionRow {
  readonly type: string;
  readonly name: string;
  readonly text?: FormText;
  readonly required?: true;
  readonly constraint?: string;
  readonly says?: FormText;
  readonly relevant?: string;
  readonly calculation?: string;
  readonly parameters?: string;
}

const { min: MIN, max: MAX, peak_min: PEAK_MIN, peak_max: PEAK_MAX } = QUESTION_TEXTS;

const calculate = (name: string, calculation: string): QuestionRow => ({
  type: 'calculate',
  name,
  calculation,
});

const ABOUT: QuestionRow = { type: 'note', name: 'about', text: QUESTION_TEXTS.about };

const SPOT_ID: QuestionRow = {
  type: 'text',
  name: 'spot_id',
  text: QUESTION_TEXTS.spot_id,
  required: true,
  constraint: "regex(., '^[A-Z]{1,4}[0-9]{1,5}$')",
  says: CONSTRAINT_TEXTS.code,
};

const choose = (name: keyof typeof QUESTION_TEXTS, list: string): QuestionRow => ({
  type: `select_one ${list}`,
  name,
  text: QUESTION_TEXTS[name],
  required: true,
});

/**
 * Lowest and highest, each held against the other: whichever is changed last, and again when the form is finished, the highest cannot be
 * below the lowest.
 */
function range(
  low: string,
  high: string,
  [lowText, highText]: readonly [FormText, FormText],
  required: boolean,
): QuestionRow[] {
  const need = required ? { required: true as const } : {};
  const says = CONSTRAINT_TEXTS.range;
  return [
    {
      type: 'integer',
      name: low,
      text: lowText,
      constraint: `. >= 0 and (\${${high}} = '' or . <= \${${high}})`,
      says,
      ...need,
    },
    {
      type: 'integer',
      name: high,
      text: highText,
      constraint: `. >= 0 and (\${${low}} = '' or . >= \${${low}})`,
      says,
      ...need,
    },
  ];
}

const COUNTS: readonly QuestionRow[] = [
  ...range('min', 'max', [MIN, MAX], true),
  { type: 'select_multiple days', name: 'peak_days', text: QUESTION_TEXTS.peak_days },
  ...range('peak_min', 'peak_max', [PEAK_MIN, PEAK_MAX], false),
];

const shown = (rows: readonly QuestionRow[], relevant: string): QuestionRow[] =>
  rows.map((row) => ({ ...row, relevant }));

const FORMS: readonly {
  readonly id: string;
  readonly title: string;
  readonly lists: readonly string[];
  readonly questions: (system: FormSystem) => readonly QuestionRow[];
}[] = [
  {
    id: 'level-1',
    title: 'Level 1: where people gather, told by people around',
    lists: ['municipalities', 'informants', 'populations', 'typologies', 'days'],
    questions: () => [
      { type: 'today', name: 'reported_on' },
      calculate('level', "'1'"),
      calculate('informant_id', "once(concat('I-', substr(uuid(), 0, 8)))"),
      ABOUT,
      choose('municipality', 'municipalities'),
      choose('informant_type', 'informants'),
      { type: 'begin_repeat', name: 'spot', text: QUESTION_TEXTS.spot },
      SPOT_ID,
      choose('population', 'populations'),
      choose('typology', 'typologies'),
      ...COUNTS,
      { type: 'end_repeat', name: 'spot' },
      calculate('spots_named', 'count(${spot})'),
    ],
  },
  {
    id: 'level-2',
    title: 'Level 2: validation at the spot',
    lists: ['municipalities', 'informants', 'populations', 'typologies', 'days', 'statuses'],
    questions: (system) => [
      { type: 'today', name: 'validated_on' },
      calculate('level', "'2'"),
      calculate('informant_id', "once(concat('I-', substr(uuid(), 0, 8)))"),
      ABOUT,
      SPOT_ID,
      choose('municipality', 'municipalities'),
      choose('typology', 'typologies'),
      choose('population', 'populations'),
      choose('status', 'statuses'),
      ...shown(
        [
          {
            type: 'geopoint',
            name: 'position',
            text: QUESTION_TEXTS.position,
            ...(system === 'odk' ? { parameters: 'capture-accuracy=10 warning-accuracy=30' } : {}),
          },
          choose('informant_type', 'informants'),
          ...COUNTS,
        ],
        "${status} = 'active'",
      ),
    ],
  },
  {
    id: 'attendance',
    title: 'Attendance: how often people come',
    lists: ['populations', 'yes_no'],
    questions: () => [
      { type: 'today', name: 'asked_on' },
      calculate('respondent_id', "once(concat('R-', substr(uuid(), 0, 8)))"),
      ABOUT,
      SPOT_ID,
      choose('population', 'populations'),
      {
        type: 'integer',
        name: 'days_per_week',
        text: QUESTION_TEXTS.days_per_week,
        required: true,
        constraint: '. >= 1 and . <= 7',
        says: CONSTRAINT_TEXTS.days,
      },
      {
        type: 'integer',
        name: 'spots_per_day',
        text: QUESTION_TEXTS.spots_per_day,
        constraint: '. >= 1 and . <= 20',
        says: CONSTRAINT_TEXTS.spots,
      },
      { ...choose('online', 'yes_no'), required: true },
    ],
  },
];

/**
 * The field forms of a study as XLSForms (xlsform.org): level 1, level 2 and attendance, with the study's own
 * municipalities, typologies, populations and languages, so that an export is read back exactly. The version is the
 * short hash of what the form asks, given by the caller. A question whose list is empty is left out.
 */
export function fieldForms(
  study: FormStudy,
  system: FormSystem,
  hash: (text: string) => string,
): FieldForm[] {
  return FORMS.map(({ id, title, lists, questions }) => {
    const empty = lists.filter((list) => choicesOf(list, study).length === 0);
    const asked = questions(system).filter(({ type }) => !empty.some((list) => type.endsWith(` ${list}`)));
    const survey = surveySheet(id, asked, study);
    const choices = choiceSheet(lists, study);
    const version = hash(JSON.stringify([survey, choices])).slice(0, 10);
    const settings = settingsSheet(
      id,
      study.title === '' ? title : `${study.title}. ${title}`,
      version,
      study,
    );
    const sheets = [
      { name: 'survey', rows: survey },
      { name: 'choices', rows: choices },
      { name: 'settings', rows: settings },
    ];
    return { id, workbook: { sheets: sheets.map(asSheet) } };
  });
}

const asSheet = ({
  name,
  rows,
}: {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}): Sheet => {
  const cells = rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell)));
  return { name, columns: fitColumns(cells), rows: cells, frozen: { rows: 1, columns: 2 } };
};

function surveySheet(
  id: string,
  questions: readonly QuestionRow[],
  { languages, reviewed }: FormStudy,
): string[][] {
  const marks = [calculate('spotwise_form', `'${id}'`), ...questions];
  const note = (row: QuestionRow, language: FormLanguage) =>
    row.name === 'about' && !reviewed.includes(language) ? ` ${inLanguage(NOT_REVIEWED, language)}` : '';
  const header = [
    'type',
    'name',
    ...languages.map((language) => languageColumn('label', language)),
    'required',
    'constraint',
    ...languages.map((language) => languageColumn('constraint_message', language)),
    'relevant',
    'calculation',
    'parameters',
  ];
  const rows = marks.map((row) => [
    row.type,
    row.name,
    ...languages.map((language) =>
      row.text === undefined ? '' : `${inLanguage(row.text, language)}${note(row, language)}`.trim(),
    ),
    row.required === true ? 'yes' : '',
    row.constraint ?? '',
    ...languages.map((language) => (row.says === undefined ? '' : inLanguage(row.says, language))),
    row.relevant ?? '',
    row.calculation ?? '',
    row.parameters ?? '',
  ]);
  return [header, ...rows];
}

function choiceSheet(lists: readonly string[], study: FormStudy): string[][] {
  const { languages } = study;
  const header = ['list_name', 'name', ...languages.map((language) => languageColumn('label', language))];
  return [header, ...lists.flatMap((list) => choicesOf(list, study).map((row) => [list, ...row]))];
}

/** Choices of a list: the value stored, then a label for each language. */
function choicesOf(
  list: string,
  { languages, municipalities, populations, typologies }: FormStudy,
): string[][] {
  switch (list) {
    case 'municipalities':
      return municipalities.map((name) => [
        choiceName(name),
        ...languages.map((language, at) => (at === 0 ? name : spellingIn(name, language))),
      ]);
    case 'typologies':
      return typologies.map((name) => [choiceName(name), ...languages.map(() => name)]);
    case 'populations':
      return populations.map(({ code, label }) => [code, ...languages.map(() => label)]);
    default: {
      const fixed: Readonly<Record<string, FormText>> = CHOICE_TEXTS[list as keyof typeof CHOICE_TEXTS];
      return Object.entries(fixed).map(([name, text]) => [
        name,
        ...languages.map((language) => inLanguage(text, language)),
      ]);
    }
  }
}

/** A name as the value of a choice: letters and digits of the basic alphabet, joined by underscores. */
export const choiceName = (name: string): string => {
  const folded = (foldName(name)[0] ?? '').replaceAll(' ', '_');
  return /^[a-z0-9_]+$/.test(folded) ? folded : name.replaceAll(/\s+/g, '_');
};

/** A municipality as a language writes it, where a gazetteer has it; else as the study writes it. */
function spellingIn(name: string, language: FormLanguage): string {
  const [sq, , srLatn, srCyrl] = spellingsOfName(name);
  return { en: name, sq: sq ?? name, 'sr-Latn': srLatn ?? name, 'sr-Cyrl': srCyrl ?? name, my: name }[
    language
  ];
}

function settingsSheet(id: string, title: string, version: string, { languages }: FormStudy): string[][] {
  const [first = 'en'] = languages;
  return [
    ['form_title', 'form_id', 'version', 'default_language'],
    [title, `spotwise_${id.replaceAll('-', '_')}`, version, languageColumn('', first).slice(2)],
  ];
}
