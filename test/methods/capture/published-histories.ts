import { captureTableOf, type CaptureTable } from '../../../src/methods/capture/capture-table.js';

/** The table of counts for the histories 0…01, 0…10, 0…11, … in the order of binary numbers. */
function cells(lists: readonly string[], counts: readonly number[]): CaptureTable {
  const rows = counts.map((count, at) => ({
    history: (at + 1).toString(2).padStart(lists.length, '0'),
    count,
  }));
  return captureTableOf(lists, rows);
}

/** HIV in Rome, four reporting centres: Abeni et al., Epidemiology 1994;5:410–414. */
export const ROME = cells(
  ['c1', 'c2', 'c3', 'c4'],
  [205, 621, 11, 545, 10, 35, 3, 403, 6, 20, 0, 33, 1, 3, 0],
);

/** Lesbian women on four mailing lists, Allegheny County: Aaron et al., J Epidemiol Community Health 2003;57:207–209. */
export const ALLEGHENY = cells(
  ['A', 'B', 'C', 'D'],
  [208, 281, 28, 534, 53, 64, 20, 589, 143, 44, 19, 104, 48, 27, 23],
);

/** People who inject drugs, Brussels 2019: Plettinckx et al., Drug Alcohol Depend 2020. */
export const BRUSSELS = cells(['fieldwork', 'low threshold', 'crisis'], [21, 103, 13, 89, 29, 24, 27]);

/** Hepatitis A outbreak in Taiwan: Chao et al., Stat Med 2001;20:3123–3157. */
export const HEPATITIS = cells(['P', 'Q', 'E'], [63, 55, 18, 69, 17, 21, 28]);

/** Spina bifida: Madigan and York, Biometrika 1997;84:19–31. */
export const SPINA_BIFIDA = cells(['l1', 'l2', 'l3'], [60, 49, 4, 247, 112, 142, 12]);

/** Killings in Kosovo, 20 March to 22 June 1999, lists EXH, ABA, OSCE, HRW: Ball et al. 2002. */
export const KOSOVO = cells(
  ['EXH', 'ABA', 'OSCE', 'HRW'],
  [306, 936, 123, 845, 31, 217, 32, 1131, 106, 228, 42, 177, 18, 181, 27],
);

/** People who inject drugs, Brighton 2000/01: Hickman et al., J Epidemiol Community Health 2004;58:766–771. */
export const BRIGHTON = cells(
  ['treatment', 'arrest', 'exchange', 'survey'],
  [70, 494, 35, 40, 2, 19, 3, 98, 6, 64, 7, 7, 2, 8, 1],
);

/**
 * Known diabetics of Casale Monferrato on four lists (clinic or family physician, hospital, prescriptions, strips and
 * syringes): Bruno et al., Diabetes Care 1994;17:548–556; Chao et al., Stat Med 2001;20:3123–3157.
 */
export const DIABETES = cells(
  ['clinic', 'hospital', 'prescriptions', 'strips'],
  [10, 182, 8, 74, 7, 20, 14, 709, 12, 650, 46, 104, 18, 157, 58],
);

/** Three occasions a week apart, told by how many were met at each, at each pair, and at all three. */
function occasions(first: number, second: number, third: number, met: Meetings): CaptureTable {
  const { all, oneTwo, oneThree, twoThree } = met;
  const cell = [
    third - oneThree - twoThree + all,
    second - oneTwo - twoThree + all,
    twoThree - all,
    first - oneTwo - oneThree + all,
    oneThree - all,
    oneTwo - all,
    all,
  ];
  return cells(['first', 'second', 'third'], cell);
}

/** People met on two occasions, the third counted or not, and on all three. */
interface Meetings {
  readonly oneTwo: number;
  readonly oneThree: number;
  readonly twoThree: number;
  readonly all: number;
}

/** Female sex workers at streets and venues, Rwanda 2018: Musengimana et al., Epidemiol Infect, online 18 March 2021. */
export const RWANDA = occasions(1042, 1204, 1488, { oneTwo: 111, oneThree: 203, twoThree: 237, all: 46 });

/** Female sex workers, Kampala 2017: Doshi et al., JMIR Public Health Surveill 2019;5(3):e12118. */
export const KAMPALA_FSW = occasions(962, 965, 1417, { oneTwo: 316, oneThree: 235, twoThree: 214, all: 109 });

/** Men who have sex with men, Kampala 2017: the same study. */
export const KAMPALA_MSM = occasions(542, 574, 598, { oneTwo: 70, oneThree: 155, twoThree: 103, all: 57 });

/**
 * Infants with a birth defect in Massachusetts on five lists (schools, mental health, public health, other hospitals,
 * obstetric): Wittes, Colton, Sidel, J Chronic Dis 1974;27:25–36; Madigan and York 1997 as above.
 */
export const BIRTH_DEFECTS = cells(
  ['schools', 'mental health', 'public health', 'hospitals', 'obstetric'],
  [27, 37, 19, 4, 4, 1, 1, 97, 22, 37, 25, 2, 1, 3, 5, 83, 36, 34, 18, 3, 5, 0, 2, 30, 5, 23, 8, 0, 3, 0, 2],
);
