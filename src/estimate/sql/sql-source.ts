/** A table of a study as SQL finds it: its file, its header row, and which header stands for which column. */
export interface SqlTable {
  readonly file: string;
  readonly headers: readonly string[];
  readonly columns: ReadonlyMap<string, string>;
  /** For a file in Parquet: its cells as text in SQL, by header. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The tables the chain reads. */
export interface SqlSource {
  readonly spots: SqlTable;
  readonly reports?: SqlTable;
  readonly places?: SqlTable;
}
