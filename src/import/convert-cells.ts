import type { InputColumn } from '../model/columns.js';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { foldName } from '../study/names/fold-name.js';
import { decideOrder, readDay } from './cells/date-style.js';
import { decideStyle, plainNumber } from './cells/number-style.js';
import { degreesText, readDegrees } from './cells/position.js';
import { isMissing, looksZawgyi, readChoiceWord, readDayNames, readYesNo } from './cells/words.js';
import { findChoice, type Knowledge, type ListedChoice, type Question } from './knowledge.js';
import type { Place } from '../model/issue.js';

/** One column of a file to be turned into a column of a table. */
export interface ColumnSource {
  readonly name: string;
  readonly column: InputColumn;
  readonly cells: readonly string[];
  readonly placeOf: (row: number) => Place;
  readonly question: Question | undefined;
  /** Decimal sign the other columns of the file use. */
  readonly hint: '.' | ',' | undefined;
}

/** The cells as the strict reader takes them; what cannot be read stays as typed, so that the reader can say so. */
export interface ConvertedColumn {
  readonly cells: readonly string[];
  readonly issues: readonly Issue[];
}

/** Turns the cells of a column by its kind: numbers of any country, dates, days, choices in any language. */
export function convertColumn(source: ColumnSource, knowledge: Knowledge): ConvertedColumn {
  const blanked = {
    ...source,
    cells: source.cells.map((cell) => (isMissing(cell) ? '' : cell.normalize('NFC'))),
  };
  switch (source.column.kind) {
    case 'count':
    case 'amount':
    case 'number':
    case 'figure':
      return convertNumbers(blanked);
    case 'latitude':
    case 'longitude':
      return convertDegrees(blanked);
    case 'date':
      return convertDates(blanked, knowledge);
    case 'days':
      return convertDays(blanked, knowledge);
    case 'words':
      return only(blanked.cells.map((cell) => answerNames(blanked, cell, knowledge)));
    case 'flag':
      return only(blanked.cells.map((cell) => (cell === '' ? '' : (readYesNo(cell) ?? cell))));
    case 'choice':
      return only(blanked.cells.map((cell) => choiceWord(blanked, cell, knowledge)));
    case 'id':
    case 'text':
    case 'hours':
      return convertTexts(blanked, knowledge);
  }
}

const only = (cells: readonly string[]): ConvertedColumn => ({ cells, issues: [] });

function convertNumbers(source: ColumnSource): ConvertedColumn {
  const { cells, column, hint } = source;
  const reading = decideStyle(cells, { whole: column.kind === 'count', hint });
  if ('mixedAt' in reading) {
    const message =
      'The number does not fit how the other cells of the column are written, or can be read in two ways.';
    const value = cells[reading.mixedAt];
    return {
      cells,
      issues: [raise('import-number-mixed', source.placeOf(reading.mixedAt), { message, value })],
    };
  }
  const { style } = reading;
  const told = [
    ...(style.isCertain && style.decimal === ',' ? ['decimal commas'] : []),
    ...(style.grouping ? ['grouped thousands'] : []),
    ...(cells.some((cell) => /[^\P{Nd}0-9]/u.test(cell)) ? ['digits of another script'] : []),
  ];
  const place = source.placeOf(0);
  return {
    cells: cells.map((cell) => plainNumber(cell, style) ?? cell),
    issues:
      told.length === 0
        ? []
        : [
            raise(
              'dialect',
              { file: place.file, column: place.column },
              { message: `Numbers read with ${told.join(' and ')}.` },
            ),
          ],
  };
}

function convertDegrees(source: ColumnSource): ConvertedColumn {
  const { cells } = source;
  const signs = new Set(cells.flatMap((cell) => /^\s*[+-]?\d+([.,])\d+\s*$/.exec(cell)?.[1] ?? []));
  if (signs.size > 1) {
    const at = cells.findIndex((cell) => cell.includes(','));
    const message = 'Some cells of the column have decimal points and some have commas.';
    return {
      cells,
      issues: [raise('import-number-mixed', source.placeOf(at), { message, value: cells[at] })],
    };
  }
  const issues: Issue[] = [];
  const read = cells.map((cell, at) => {
    if (cell === '' || /^[+-]?\d+(\.\d+)?$/.test(cell)) return cell;
    const degrees = readDegrees(cell);
    if (degrees !== undefined) return degreesText(degrees);
    issues.push(
      raise('import-coordinate', source.placeOf(at), {
        message: 'The cell holds no coordinate.',
        value: cell,
      }),
    );
    return cell;
  });
  return { cells: read, issues };
}

function convertDates(source: ColumnSource, { dates }: Knowledge): ConvertedColumn {
  const order = dates.order ?? decideOrder(source.cells);
  const issues: Issue[] = [];
  const moved: number[] = [];
  let isOrderSaid = false;
  let isZoneSaid = false;
  const cells = source.cells.map((cell, at) => {
    if (cell === '') return '';
    const reading = readDay(cell, { ...dates, order });
    if ('day' in reading) {
      if (reading.isMoved) moved.push(at);
      return reading.day;
    }
    if (reading.fault === 'order') {
      const message = 'The date can be read day first or month first.';
      if (!isOrderSaid) issues.push(raise('import-date-order', source.placeOf(at), { message, value: cell }));
      isOrderSaid = true;
      return '';
    }
    if (reading.fault === 'time-zone') {
      if (!isZoneSaid) {
        const message =
          'The time is in UTC and the time zone of the study is not known; the day was left empty.';
        issues.push(raise('import-time-zone', source.placeOf(at), { message }));
      }
      isZoneSaid = true;
      return '';
    }
    return cell;
  });
  const [first] = moved;
  if (first !== undefined) {
    const message = `${moved.length} visits after midnight belong to the day before.`;
    issues.push(raise('import-night', source.placeOf(first), { message }));
  }
  return { cells, issues };
}

const choicesOf = ({ question }: ColumnSource, { form }: Knowledge): readonly ListedChoice[] =>
  question?.list === undefined ? [] : (form.lists.get(question.list) ?? []);

function convertDays(source: ColumnSource, knowledge: Knowledge): ConvertedColumn {
  const issues: Issue[] = [];
  const cells = source.cells.map((cell, at) => {
    if (cell === '') return '';
    const choices = choicesOf(source, knowledge);
    const days = readDayNames(cell) ?? readDayNames(labelsIn(cell, choices).join(' '));
    if (days !== undefined && days.length > 0) return days.join(' ');
    if (/\s/.test(cell) && issues.length === 0) {
      const message = 'The cell holds several answers, and they are no days that are known.';
      issues.push(raise('import-labels', source.placeOf(at), { message, value: cell }));
    }
    return cell;
  });
  return { cells, issues };
}

/** The answers of a cell that are names of choices, each as its first label. */
const labelsIn = (cell: string, choices: readonly ListedChoice[]): string[] =>
  cell.split(/\s+/).map((word) => findChoice(choices, word)?.labels[0] ?? word);

function answerNames(source: ColumnSource, cell: string, knowledge: Knowledge): string {
  const choices = choicesOf(source, knowledge);
  return choices.length === 0
    ? cell
    : cell
        .split(/[\s,;|]+/)
        .map((word) => findChoice(choices, word)?.name ?? word)
        .join(' ');
}

function choiceWord(source: ColumnSource, cell: string, knowledge: Knowledge): string {
  const allowed = source.column.choices ?? [];
  const chosen = findChoice(choicesOf(source, knowledge), cell);
  const tries = [cell, ...(chosen === undefined ? [] : [chosen.name, ...chosen.labels])];
  for (const text of tries) {
    const word = readChoiceWord(text, allowed);
    if (word !== undefined) return word;
  }
  return cell;
}

/** Texts and codes: populations by code or label, typologies and municipalities as the study writes them. */
function convertTexts(source: ColumnSource, knowledge: Knowledge): ConvertedColumn {
  const { name, cells } = source;
  const choices = choicesOf(source, knowledge);
  const resolve = (cell: string): string => {
    if (cell === '') return '';
    const chosen = findChoice(choices, cell);
    if (name === 'population') return populationCode(cell, chosen, knowledge);
    if (name === 'typology') return sameAs(chosen?.labels[0] ?? cell, knowledge.typologies);
    if (name === 'municipality') return chosen?.labels[0] ?? cell;
    return chosen === undefined
      ? cell
      : source.column.kind === 'text'
        ? (chosen.labels[0] ?? cell)
        : chosen.name;
  };
  const issues: Issue[] = [];
  const zawgyi = cells.findIndex((cell) => /[\u1000-\u109f]/u.test(cell) && looksZawgyi(cell));
  if (zawgyi >= 0) {
    issues.push(
      raise('import-zawgyi', source.placeOf(zawgyi), { message: 'The text seems to be in Zawgyi.' }),
    );
  }
  return { cells: cells.map(resolve), issues };
}

const fold = (text: string) => foldName(text)[0] ?? '';

/** The study's code of a population given by code or label; a number that stands for a label gives way to it. */
function populationCode(text: string, chosen: ListedChoice | undefined, { populations }: Knowledge): string {
  const wanted = new Set([text, chosen?.name ?? '', ...(chosen?.labels ?? [])].map(fold));
  const known = populations.find(({ code, label }) => wanted.has(fold(code)) || wanted.has(fold(label)));
  if (known !== undefined || chosen === undefined) return known?.code ?? text;
  return /^\d+$/.test(chosen.name) ? (chosen.labels[0] ?? text) : chosen.name;
}

/** The text as the study writes it where the two differ only in case, diacritics or joining signs. */
const sameAs = (text: string, known: readonly string[]) =>
  known.find((one) => fold(one) === fold(text)) ?? text;
