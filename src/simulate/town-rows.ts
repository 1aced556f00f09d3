/** A row of the spots table, as a study's files have it; a field is undefined where nobody knows it. */
export interface TownSpotRow {
  readonly spot_id: string;
  readonly population: string;
  readonly municipality: string;
  readonly zone: string;
  readonly typology: string;
  readonly mode: 'geo' | 'web';
  readonly status: 'active' | 'defunct';
  readonly level: 1 | 2;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly usual: number | undefined;
  readonly peak_min: number | undefined;
  readonly peak_max: number | undefined;
  readonly weekday: number | undefined;
  readonly weekend: number | undefined;
}

/** A row of the reports table. */
export interface TownReportRow {
  readonly informant_id: string;
  readonly informant_type: string;
  readonly level: 1;
  readonly spot_id: string;
  readonly population: string;
  readonly min: number;
  readonly max: number;
}

/** A row of the attendance table. */
export interface TownAttendanceRow {
  readonly respondent_id: string;
  readonly spot_id: string;
  readonly population: string;
  readonly days_per_week: number;
  readonly spots_per_day: number;
  readonly online: 'yes' | 'no';
}

/** A row of the places table. */
export interface TownPlaceRow {
  readonly municipality: string;
  readonly adult_men: number;
  readonly adult_women: number;
}

/** What is true of one population in one municipality, in persons; nobody in the field can see it. */
export interface TownTruthRow {
  readonly municipality: string;
  readonly population: string;
  readonly people: number;
  /** People who come to spots at least one day a week. */
  readonly attending: number;
  /** People who never do: people − attending. */
  readonly hidden: number;
  /** People with at least one profile. */
  readonly seen_online: number;
  /** People with a profile who also come to spots. */
  readonly online_and_attending: number;
  /** Profiles, of which one person may hold several. */
  readonly profiles: number;
}

/** The tables of one mapping round. */
export interface TownRound {
  readonly round: number;
  readonly spots: readonly TownSpotRow[];
  readonly reports: readonly TownReportRow[];
  readonly attendance: readonly TownAttendanceRow[];
}

/** An invented town: what the field would bring back, and the truth. */
export interface Town {
  readonly places: readonly TownPlaceRow[];
  readonly rounds: readonly TownRound[];
  readonly truth: readonly TownTruthRow[];
}
