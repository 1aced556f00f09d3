import type { Issue, Place, Severity } from './issue.js';

/** What a kind of issue means, whoever finds it; `explain CODE` prints it. */
export interface IssueKind {
  readonly severity: Severity;
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}

const error = (title: string, meaning: string, fix: string): IssueKind => ({
  severity: 'error',
  title,
  meaning,
  fix,
});
const warning = (title: string, meaning: string, fix: string): IssueKind => ({
  severity: 'warning',
  title,
  meaning,
  fix,
});
const note = (title: string, meaning: string, fix: string): IssueKind => ({
  severity: 'note',
  title,
  meaning,
  fix,
});

/** Every issue spotwise can raise, by code. */
export const ISSUES = {
  // The file as a whole
  'not-a-text-table': error(
    'Not a text table',
    'The file is a workbook, an archive or another binary file.',
    'Open it and save the sheet as "CSV UTF-8", then name that file.',
  ),
  'encoding-invalid': error(
    'Invalid encoding',
    'The bytes are no valid UTF-8 (nor UTF-16 with a mark), so letters would be lost.',
    'Save the file as "CSV UTF-8"; in Excel it is a choice in Save As.',
  ),
  'nul-byte': error(
    'NUL byte',
    'A NUL byte never belongs in a text table; the file is damaged or in another encoding.',
    'Save the file again as UTF-8 text from the program that made it.',
  ),
  'quote-unclosed': error(
    'Quote never closed',
    'A cell starts with a quotation mark that is never closed, so the rest of the file would become one cell.',
    'Close the quotation mark, or double it if it belongs to the text.',
  ),
  'quote-stray': error(
    'Stray quote',
    'A quotation mark stands inside a cell that is not quoted, or text follows a closed quote.',
    'Quote the whole cell and double the marks inside it.',
  ),
  'field-too-long': error(
    'Cell too long',
    'A cell holds more than 64 KiB or a row more than 1 MiB: something is not closed or not a table.',
    'Look for a missing line end or quotation mark near this line.',
  ),
  'header-missing': error(
    'No header',
    'The file is empty or has no header row.',
    'Put the column names in the first row.',
  ),
  'header-duplicate': error(
    'Column twice',
    'Two columns carry the same name (or two names of the same column), so one would hide the other.',
    'Rename or remove one of them.',
  ),
  'header-empty': error(
    'Column without a name',
    'A column has cells but no name.',
    'Name the column or remove it.',
  ),
  'row-ragged': error(
    'Wrong number of cells',
    'The row has more or fewer cells than the header, so values may stand under the wrong name.',
    'Check for a delimiter inside a cell (quote it) or a missing one.',
  ),
  'table-empty': error(
    'No rows',
    'The table has a header and no rows.',
    'Add the rows, or leave the file out.',
  ),
  'column-missing': error(
    'Column missing',
    'A column that the work needs is not there.',
    'Add the column, or name the one that holds it under "columns" in study.yaml.',
  ),
  'column-near': warning(
    'Column not known',
    'The column is not known but looks like one that is; it was left alone.',
    'Rename it if that is what it is.',
  ),
  'column-identifying': warning(
    'Column may identify people',
    'The name of this extra column suggests that it identifies people or exact places. It is never written to an output.',
    'Remove it from the file: what is not kept cannot leak.',
  ),
  dialect: note(
    'How the file was read',
    'The file is not plain UTF-8 CSV with commas and dots; what was detected is said here.',
    'Nothing to do if that is right.',
  ),

  // A cell
  'cell-missing': error('Cell empty', 'A cell that must be filled is empty.', 'Fill it, or remove the row.'),
  'number-invalid': error(
    'Not a number',
    'The cell should hold a number written in digits.',
    'Write plain digits, such as 12 or 12.5; leave the cell empty if the number is not known.',
  ),
  'number-grouped': error(
    'Thousands sign',
    'The number carries a thousands sign, which another country reads as a decimal sign.',
    'Write it without: 1234.',
  ),
  'number-decimal-comma': error(
    'Decimal comma',
    'The number uses a decimal comma where this column uses points.',
    'Write it with a point, or use ";" between cells so that commas can be decimal signs.',
  ),
  'number-too-precise': error(
    'Too many digits',
    'The number has more digits than a computer number keeps; it would silently become another.',
    'Write at most 15 digits. If it is a code, the column should not hold numbers.',
  ),
  'number-open-ended': error(
    'Open-ended number',
    'The cell says "more than" or "at least"; it has no highest figure.',
    'Write the lowest and the highest figure in their columns.',
  ),
  'number-is-range': error(
    'Range in one cell',
    'The cell holds a range.',
    'Put the lowest figure in min and the highest in max.',
  ),
  'count-not-whole': error(
    'Not a whole number of persons',
    'Persons are counted in whole numbers in this column.',
    'Write a whole number. An average belongs in "usual".',
  ),
  'count-negative': error(
    'Negative number',
    'A number of persons cannot be negative.',
    'Correct the number; leave the cell empty if it is not known.',
  ),
  'choice-unknown': error(
    'Not one of the choices',
    'The cell holds a word that is not one of the allowed ones.',
    'Use one of the allowed words.',
  ),
  'flag-invalid': error(
    'Neither yes nor no',
    'The cell should say yes or no.',
    'Write yes or no, or leave it empty.',
  ),
  'date-invalid': error(
    'Not a date',
    'The cell should hold a real date as year-month-day.',
    'Write it as 2016-03-09.',
  ),
  'days-invalid': error(
    'Not days of the week',
    'The cell should hold days of the week.',
    'Write them as mon tue wed thu fri sat sun, separated by spaces.',
  ),
  'hours-invalid': error('Not hours', 'The cell should hold opening hours.', 'Write them as 20:00-02:00.'),
  'coordinate-out-of-range': error(
    'Not a coordinate',
    'A latitude lies between -90 and 90 and a longitude between -180 and 180.',
    'Write decimal degrees, WGS 84.',
  ),
  'unit-slip': warning(
    'Looks like another unit',
    'The number is in another unit than the column: degrees times a million, metres, or a week of people instead of a day.',
    'Check the unit; convert the number.',
  ),

  // A row, and rows together
  'range-order': error(
    'Highest below lowest',
    'The highest figure is below the lowest.',
    'Swap the two, or correct one.',
  ),
  'range-half': error(
    'Half a range',
    'Only one of lowest and highest is given.',
    'Give both, or put the single figure in "usual".',
  ),
  'usual-outside-range': warning(
    'Usual figure outside its range',
    'The stated usual figure is not between the lowest and the highest.',
    'Check the three figures.',
  ),
  'peak-below-usual': warning(
    'Peak below usual',
    'The peak day has fewer people than the usual day.',
    'Check whether the two were swapped.',
  ),
  'count-missing': error(
    'No count',
    'The row has neither lowest and highest nor a usual figure, and no report supplies them.',
    'Give min and max, or a usual figure, or remove the row.',
  ),
  'count-impossible': error(
    'Impossible count',
    'No spot gathers that many people on a usual day.',
    'Check for a slipped digit, a total or a code in the wrong column.',
  ),
  'count-sentinel': warning(
    'Looks like a missing-value code',
    'Lowest and highest are both 99, 999 or 9999, or the highest alone is 999 or 9999, which forms often use for "not known".',
    'Leave the cells empty if the number is not known.',
  ),
  'names-alike': warning(
    'Two names look alike',
    'Two names differ only in case, joints, signs that cannot be seen or letters of another script, so one place is counted as two.',
    'Write both the same way, or give one another name.',
  ),
  'name-unreadable': warning(
    'Name with signs that cannot be read',
    'The name holds a control sign, a sign that turns the direction of writing, or the sign for a character that was lost.',
    'Type the name again; if characters were lost, save the file as "CSV UTF-8" from its source.',
  ),
  'name-zawgyi': warning(
    'Burmese in Zawgyi',
    'The name is written in the Zawgyi encoding: it is not equal to the same name in Unicode and is shown wrongly.',
    'Convert the file to Unicode Burmese before reading it.',
  ),
  'totals-row': error(
    'Totals row',
    'The row is a total of the others and would count everybody twice.',
    'Remove the row.',
  ),
  'spot-duplicate': error(
    'Spot twice',
    'The same population at the same spot is listed more than once, so its people would count twice.',
    'Keep one row; the other may need another spot_id, or the status "duplicate".',
  ),
  'spot-double': warning(
    'Two spots at one place',
    'Two spots of one population have the same coordinates, so one may be listed twice.',
    'Check whether they are one spot; if so give one the status "duplicate".',
  ),
  'spot-near': warning(
    'Two spots near each other',
    'Two spots of one population stand within the distance given with --near, so one may be listed twice under another name.',
    'Ask the team whether they are one spot; if so give one the status "duplicate".',
  ),
  'spot-unknown': error(
    'Spot not listed',
    'The row is about a spot and population that spots.csv does not have.',
    'Add the spot to spots.csv, or correct its code.',
  ),
  'population-unknown': error(
    'Population not known',
    'The population is not one of those study.yaml lists.',
    'Correct the code, or add the population to study.yaml.',
  ),
  'population-missing': error(
    'Population missing',
    'The row does not say which population it counts.',
    'Fill the population column, or name the only one with --population CODE.',
  ),
  'municipality-unknown': error(
    'Municipality not known',
    'The municipality is not in places.csv.',
    'Correct the name, or add the municipality to places.csv.',
  ),
  'municipality-unassigned': warning(
    'Municipality not known for the spot',
    'The row names no municipality and its coordinates lie in none; its people are listed as unassigned.',
    'Fill the municipality.',
  ),
  'municipality-not-mapped': warning(
    'Spot where nothing was mapped',
    'places.csv says that this municipality was not mapped, yet there is a spot in it.',
    'Correct "mapped", or the municipality of the spot.',
  ),
  'place-duplicate': error(
    'Municipality twice',
    'The municipality is listed more than once, so its denominators would count twice.',
    'Keep one row.',
  ),
  'coordinate-half': error(
    'Half a coordinate',
    'Only one of latitude and longitude is given.',
    'Give both, or neither.',
  ),
  'coordinate-zero': error(
    'Coordinates 0, 0',
    'Latitude and longitude are both 0: the device had no fix.',
    'Leave both empty if the position is not known.',
  ),
  'coordinates-swapped': error(
    'Latitude and longitude swapped',
    'The position lies far away as written and among the others when latitude and longitude are swapped.',
    'Swap the two cells.',
  ),
  'coordinate-far': warning(
    'Far from the other spots',
    'The position lies more than 20 degrees from the middle of the others: often a lost minus sign or a slipped digit.',
    'Check the signs and digits of both cells.',
  ),
  'coordinate-rough': warning(
    'Position known to kilometres only',
    'Latitude and longitude have one decimal or none, so the position may be 10 km off.',
    'Give at least three decimals, or leave both empty.',
  ),
  'outside-boundary': warning(
    'Outside its municipality',
    'The position lies outside the outline of the municipality the row names.',
    'Check the position and the municipality; outlines drawn coarsely can be off near a border.',
  ),
  'report-unused': note(
    'Reports not used',
    'The spot has its own figures at the level of these reports; the spot row stands.',
    'Empty min and max in spots.csv to let the reports speak.',
  ),
  'report-duplicate': error(
    'Report twice',
    'The same informant reports the same population at the same spot and level more than once.',
    'Keep one row.',
  ),
  'worker-duplicate': error(
    'Worker twice',
    'The worker is listed more than once.',
    'Keep one row; a worker may have several populations in one cell.',
  ),
  'travel-unknown': error(
    'Place not known',
    'A travel time starts or ends at a name that is no spot, worker, site or municipality of the study.',
    'Correct the name, or remove the row.',
  ),
  'travel-ambiguous': error(
    'Several places of one name',
    'A travel time starts or ends at a name that stands for places of different kinds.',
    'Give them different codes in their tables and here.',
  ),
  'travel-duplicate': error(
    'Way twice',
    'The same way from one place to another stands in two rows.',
    'Keep one row; the way back may have a row of its own.',
  ),
  'travel-impossible': error(
    'Impossible travel time',
    'No way a worker takes lasts more than a day.',
    'Correct the number; it is minutes one way.',
  ),
  'site-duplicate': error('Site twice', 'The site is listed more than once.', 'Keep one row.'),
  'history-invalid': error(
    'Not a capture history',
    'A capture history has one digit 0 or 1 for each list, and at least one 1.',
    'Write it as text with its leading zeros, such as 011.',
  ),
  'history-duplicate': error(
    'Capture history twice',
    'The capture history stands in two rows.',
    'Add the counts up in one row.',
  ),
  'respondent-duplicate': error(
    'Respondent twice',
    'The same respondent is listed more than once for a population.',
    'Keep one row.',
  ),
  'attendance-impossible': error(
    'Impossible attendance',
    'Nobody comes on more than 7 days a week, and somebody met at a spot comes on some day and to at least one spot.',
    'Correct the number.',
  ),
  'range-missing-many': warning(
    'Rows without a range',
    'Some rows give a stated figure but no lowest and highest, so the range is narrower than it should be.',
    'Give min and max where they are known.',
  ),
  'level-1-uncorrected': warning(
    'Level 1 figures not corrected',
    'Some spots have only level 1 figures and no spot has both levels, so nothing says how far off they are.',
    'Validate some of these spots at level 2.',
  ),
  'day-basis-missing': warning(
    'Day basis not known for some spots',
    'The chosen day basis needs figures that some rows do not have; those spots keep their usual day.',
    'Fill the columns, or choose another day basis.',
  ),
  'population-empty': warning(
    'Nobody counted',
    'Every spot of the population was left out after validation, so there is no estimate for it.',
    'Check the status column; leave it empty for spots that are active.',
  ),
  'one-sided-correction': warning(
    'Only one of two errors corrected',
    'People counted at several spots make a total too high and people away that day make it too low. Only one of the two was corrected, as the study acknowledges.',
    'Ask at spots for days a week and spots a day, and use person-visit.',
  ),
  'virtual-gap': warning(
    'The two sides disagree on who is met both ways',
    'People at spots and people online were both asked about the other side. They count the same people, and their answers differ by more than the study allows.',
    'Check both shares and both totals: profiles counted for persons, and people online who live elsewhere, are common reasons.',
  ),
  'denominator-missing': warning(
    'No denominator',
    'The rate per 1,000 cannot be given: places.csv does not have this denominator for every municipality.',
    'Fill the column in places.csv.',
  ),

  // Settings and outlines
  'yaml-syntax': error(
    'Not valid YAML',
    'The file cannot be read as YAML.',
    'Correct it at this line; indentation uses spaces.',
  ),
  'rule-name-unknown': error(
    'Unknown name in a planning rule',
    'A curfew, closed road, incident or site rule names a place the study does not have, so it would hold nowhere.',
    'Write the name as places.csv, spots.csv or sites.csv writes it, or take the rule out.',
  ),
  'setting-unknown': error(
    'Setting not known',
    'study.yaml has a setting that spotwise does not know.',
    'Correct the name or remove it.',
  ),
  'setting-invalid': error(
    'Setting not valid',
    'A setting in study.yaml has a value it cannot have.',
    'Correct the value.',
  ),
  'geojson-invalid': error(
    'Not valid GeoJSON',
    'The file is no GeoJSON FeatureCollection of polygons as RFC 7946 describes.',
    'Export the outlines again as GeoJSON (RFC 7946, WGS 84).',
  ),
  'boundary-unmatched': warning(
    'Outline of no known municipality',
    'The outline carries no name or code that places.csv or spots.csv has.',
    'Correct the name, or leave the outline out.',
  ),
  'boundary-crossing': warning(
    'Outline crosses itself',
    'The outline crosses itself or a hole lies outside it, so which side is inside is not certain.',
    'Repair the outline in a map program (QGIS: Fix geometries).',
  ),
  'boundary-duplicate': error(
    'Outline twice',
    'Two outlines carry the same municipality.',
    'Join them into one MultiPolygon.',
  ),

  // Files of other systems
  'import-recognised': note(
    'What the file is taken for',
    'The file is not a plain table of spotwise; what it was recognised as and why is said here.',
    'Nothing to do if that is right; spotwise import --from KIND says it outright.',
  ),
  'import-mapping': note(
    'Which column was read as what',
    'Columns of another system were read as columns of spotwise; the others were left out.',
    'Nothing to do if that is right; name columns under "columns" in study.yaml otherwise.',
  ),
  'import-refused': error(
    'File that is not opened',
    'The file is damaged, unsafe to open, only a pointer to a file, or of a kind spotwise does not read.',
    'Export it again from the program that made it.',
  ),
  'import-too-large': error(
    'File too large',
    'The file is larger, or would unpack to more, than any field export; opening it could exhaust the computer.',
    'Export fewer rows at a time, or CSV in place of a workbook.',
  ),
  'parquet-column': error(
    'Column without single cells',
    'The column of a Parquet file holds lists, structures or bytes, which no cell of a table can hold.',
    'Leave the column out, or write its parts as columns of their own; a geometry as lat and lon.',
  ),
  'parquet-digits': note(
    'Numbers read to 15 digits',
    'Binary numbers can carry more digits than a measurement has; 15 significant ones are read, as from any table.',
    'Nothing to do; round the numbers before they are written to silence it.',
  ),
  'import-reference': error(
    'Places in another reference system',
    'Places are read in WGS 84 longitude and latitude (EPSG:4326) only; converting them silently could move them.',
    'Convert the file to EPSG:4326 with GDAL or QGIS.',
  ),
  'import-repeats-missing': error(
    'Export without its repeats',
    'KoboToolbox leaves repeat groups out of CSV files without a word, so the spots of the form are not in this file.',
    'Export again as XLS (the .xlsx workbook) with XML values and headers, and import that.',
  ),
  'import-orphan': error(
    'Repeat without its submission',
    'A row of a repeat belongs to a submission that the main sheet does not have.',
    'Export all sheets or files of the form at the same time.',
  ),
  'import-row-left-out': warning(
    'Submission left out',
    'The submission was rejected, not approved, or could not be decrypted, so it was not read.',
    'Nothing to do if that is right.',
  ),
  'import-row-doubtful': warning(
    'Submission with issues',
    'Whoever reviewed the submission marked it as having issues; it was read all the same.',
    'Settle it in the review, then export again.',
  ),
  'import-labels': error(
    'Choices that cannot be told apart',
    'Several answers stand in one cell as labels joined by spaces; where one ends and the next begins is a guess.',
    'Export with XML values, or with select-multiple split into columns, or give the form (XLSForm) along.',
  ),
  'import-number-mixed': error(
    'Two ways of writing numbers in a column',
    'Dots and commas mean different things in different cells of the column, or cannot be told apart.',
    'Write all cells the same way, without thousands signs.',
  ),
  'import-date-order': error(
    'Day or month first',
    'The dates can be read day first or month first, and nothing in the column says which.',
    'Say --date-order dmy or --date-order mdy, or write dates as 2016-03-09.',
  ),
  'import-time-zone': warning(
    'Time without a place',
    'The times are in UTC; without a time zone the day of a visit at night is not known, so it was left empty.',
    'Say --time-zone Europe/Belgrade (or the zone of the study).',
  ),
  'import-night': note(
    'Visits after midnight',
    'A visit after midnight and before the day starts belongs to the evening before.',
    'Nothing to do if that is right; --day-starts-at says when the day starts.',
  ),
  'import-coordinate': error(
    'Position not understood',
    'The cell should hold a latitude and longitude: decimal degrees, or degrees, minutes and seconds.',
    'Write it as 42.6487 21.1671.',
  ),
  'import-accuracy': warning(
    'Position not accurate',
    'The device says that the position can be more than 30 m off.',
    'Take the position again, outside and standing still.',
  ),
  'import-totals': warning(
    'Total that does not add up',
    'A totals row was left out of the data and compared with the sum of the rows; the two differ.',
    'Look for a missing row, a row twice or a slip.',
  ),
  'import-conflict': warning(
    'Reports disagree about the spot itself',
    'Reports give different municipalities, kinds or positions for one spot; the first one was kept.',
    'Correct the wrong ones, or give them another spot_id.',
  ),
  'import-encoding': warning(
    'Encoding guessed',
    'The text is no UTF-8; letters were read as a Central European Windows program writes them.',
    'Look at names with ë, ç, š or č; save as "CSV UTF-8" if they are wrong.',
  ),
  'import-zawgyi': warning(
    'Burmese text in Zawgyi',
    'The text seems to be written in the Zawgyi font encoding, so it will not match text in Unicode.',
    'Convert the file to Unicode first.',
  ),
  'outline-invalid': error(
    'Outline that is no area',
    'A ring is not closed or too short, a border crosses itself, or a hole lies outside: what is inside is not defined.',
    'Mend it in QGIS ("Fix geometries") or take another file.',
  ),
  'outline-overlap': warning(
    'Outlines overlap',
    'Two municipalities claim the same ground; a spot there belongs to the one that comes first in the file.',
    'Take a newer file, or mend the border in QGIS.',
  ),
  'outline-gap': warning(
    'Ground of nobody',
    'Ground between the outlines belongs to none of them; a spot there is listed as unassigned.',
    'Take a newer file, or mend the border in QGIS.',
  ),
  'outline-ring-order': note(
    'Rings run the other way round',
    'RFC 7946 wants outer rings counter-clockwise; some programs fill the whole picture otherwise.',
    'Nothing to do: they are turned when the outlines are written.',
  ),
  'outline-missing': warning(
    'Municipalities without an outline',
    'Spots there cannot be found by their position, and maps leave them out.',
    'Take a file that has them, or correct the names.',
  ),
  'municipality-matched': note(
    'Municipality under another spelling',
    'The name is written otherwise than in places.csv and was matched by code, folding or a known spelling.',
    'Nothing to do if that is right.',
  ),

  // Outputs that are given away
  'release-manifest': error(
    'No manifest of share',
    'The folder has no readable run.json that spotwise share wrote, so nothing says for whom it is.',
    'Verify a folder that spotwise share made, whole and unchanged.',
  ),
  'release-file': error(
    'File does not belong',
    'A file is not part of the output, is missing, or differs from what the manifest says.',
    'Make the output again and give away the whole folder as it is.',
  ),
  'release-column': error(
    'Column does not belong',
    'A table has a column, or a map a property, that this audience must not be given.',
    'Make the output again with spotwise share; never add columns by hand.',
  ),
  'release-word': error(
    'Word that tells too much',
    'A file name, header or title says which people or what work it is about.',
    'Use a neutral name: whoever finds the file should learn nothing from it.',
  ),
  'release-metadata': error(
    'Trace of person, computer or time',
    'The output holds a path, a clock time, an address, a long number such as a phone, or the name of a user or computer.',
    'Remove it from the study (often a name column) and make the output again.',
  ),
  'release-cell-small': error(
    'Cell under the floor',
    'A shown cell has fewer persons than the audience may see.',
    'Make the output again with spotwise share, which hides such cells.',
  ),
  'release-spots-few': error(
    'Too few spots in a cell',
    'A shown cell has fewer spots than the audience may see, or does not say how many.',
    'Make the output again with spotwise share, which hides such cells.',
  ),
  'release-decimals': error(
    'Too exact',
    'A number has more decimals, or is rounded less, than the audience may see.',
    'Make the output again with spotwise share, which rounds.',
  ),
  'release-derivable': error(
    'Hidden cell can be worked out',
    'What is shown bounds a hidden cell so closely that it is hidden no more.',
    'Hide more cells: make the output again with spotwise share.',
  ),
  'release-contradiction': error(
    'Figures contradict each other',
    'No counts exist that give these figures by the stated rounding, so they were changed or mixed.',
    'Make the output again with spotwise share.',
  ),
  'release-difference': error(
    'Difference points at a spot',
    'Two outputs of nearly the same data differ in a few cells: the difference tells of single spots.',
    'Do not give away both; wait for the next round of mapping.',
  ),
  'release-lowered': warning(
    'Rules below the standard',
    'The output was made under rules that protect less than the standard ones, and says so.',
    'Check that this was meant and agreed with those it is about.',
  ),
  'release-undated': warning(
    'No end date',
    'The output does not say until when it holds, so nobody is told when to delete it.',
    'State the day with --expires, or as share.expires in study.yaml.',
  ),
  'release-expired': warning(
    'Past its end date',
    'The day until which the output holds has passed.',
    'Make a new output, and ask holders of the old one to delete it.',
  ),
} as const satisfies Record<string, IssueKind>;

export type IssueCode = keyof typeof ISSUES;

/** What is known of one finding beyond its code and place. */
export interface Finding {
  /** One sentence: what was found and what was expected. Never the text of a cell. */
  readonly message: string;
  readonly value?: string | undefined;
  /** Only where better advice than the catalogue's can be given. */
  readonly fix?: string | undefined;
}

/** The issue of that code at that place. */
export function raise(code: IssueCode, place: Place, finding: Finding): Issue {
  const kind: IssueKind = ISSUES[code];
  return {
    severity: kind.severity,
    code,
    file: place.file,
    line: place.line,
    column: place.column,
    value: finding.value,
    message: finding.message,
    fix: finding.fix ?? kind.fix,
  };
}
