import type { InputTable } from '../model/columns.js';
import type { Report, Spot, Study } from '../model/study.js';
import { REPORTS } from '../model/tables/reports.js';
import { SPOTS } from '../model/tables/spots.js';
import { tableOfRows } from './table-of-rows.js';
import type { TypedTable } from './typed-table.js';

/** The tables of a study that can be long, held by column. */
export interface StudyTables {
  readonly spots: TypedTable<Spot>;
  readonly reports: TypedTable<Report>;
}

const held = new WeakMap<Study, StudyTables>();

/** A study whose spots and reports are held by column; its rows become objects when first asked for. */
export function studyOfTables(rest: Omit<Study, 'spots' | 'reports'>, tables: StudyTables): Study {
  const study: Study = {
    ...rest,
    get spots() {
      return tables.spots.rows;
    },
    get reports() {
      return tables.reports.rows;
    },
  };
  held.set(study, tables);
  return study;
}

/** The spots of a study by column, whichever way the study was made. */
export function spotTable(study: Study): TypedTable<Spot> {
  return held.get(study)?.spots ?? ofRows(SPOTS, study.spots);
}

/** The informant reports of a study by column, whichever way the study was made. */
export function reportTable(study: Study): TypedTable<Report> {
  return held.get(study)?.reports ?? ofRows(REPORTS, study.reports);
}

const made = new WeakMap<readonly object[], TypedTable<unknown>>();

function ofRows<Row extends object>(table: InputTable, rows: readonly Row[]): TypedTable<Row> {
  const known = made.get(rows);
  if (known !== undefined) return known as TypedTable<Row>;
  const typed = tableOfRows(table, rows);
  made.set(rows, typed);
  return typed;
}
