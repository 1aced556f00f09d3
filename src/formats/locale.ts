/** What a spreadsheet expects of a CSV file in a country. */
export interface Locale {
  readonly title: string;
  readonly delimiter: ',' | ';';
  readonly decimal: '.' | ',';
}

/** Settings spreadsheets have by language: where the comma is the decimal sign, cells are separated by semicolons. */
export const LOCALES: Readonly<Record<string, Locale>> = {
  en: { title: 'English', delimiter: ',', decimal: '.' },
  fr: { title: 'French', delimiter: ';', decimal: ',' },
  my: { title: 'Burmese', delimiter: ',', decimal: '.' },
  ru: { title: 'Russian', delimiter: ';', decimal: ',' },
  sq: { title: 'Albanian', delimiter: ';', decimal: ',' },
  sr: { title: 'Serbian', delimiter: ';', decimal: ',' },
};
