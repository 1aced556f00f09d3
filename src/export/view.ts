import type { Feature } from '../formats/geojson.js';
import type { Position } from '../model/boundary.js';
import type { Audience, DisclosureRules } from '../model/disclosure.js';
import type { Table } from '../model/table.js';

/** Features of one kind that a map program shows as one layer. */
export interface Layer {
  /** Name of the layer and of its file; says nothing of who or what it is about. */
  readonly name: string;
  readonly title: string;
  readonly shape: 'point' | 'area';
  readonly features: readonly Feature[];
  /** Names of the properties in order, and what each means. */
  readonly columns: readonly LayerColumn[];
  /** How it is drawn: by class of a number, or by the values of a text. */
  readonly drawnBy: { readonly column: string; readonly how: 'amount' | 'kind' } | undefined;
  /** Population the layer is about, where it is about one. */
  readonly population?: string;
}

export interface LayerColumn {
  readonly name: string;
  readonly meaning: string | undefined;
}

/** A spot that a worker visits, as a phone needs it. */
export interface Waypoint {
  /** The code on printed sheets: says nothing of the population. */
  readonly alias: string;
  readonly position: Position;
  readonly municipality: string | undefined;
  /** Days and times of the visits in four weeks, such as `fri 20:10`. */
  readonly visits: readonly string[];
}

/** The spots of one worker. */
export interface Round {
  readonly worker: string;
  readonly waypoints: readonly Waypoint[];
}

/** A municipality with its official code, where places.csv gives one. */
export interface CodedPlace {
  readonly municipality: string;
  readonly code: string | undefined;
}

/** A step of the estimation and the variant that was used. */
export interface UsedMethod {
  readonly population: string;
  readonly step: string;
  readonly variant: string;
}

/**
 * What an audience may have of a study, before it takes the shape of any format. Whatever a format writes comes from
 * here alone, so that no format can give away more than the audience may have: coordinates are already rounded, cells
 * already hidden, texts of the study already left out where they must be.
 */
export interface ExportView {
  readonly audience: Audience;
  readonly title: string;
  readonly round: string;
  readonly country: string;
  /** What a municipality is called. */
  readonly municipalityTitle: string;
  readonly populations: readonly { readonly code: string; readonly label: string }[];
  readonly tables: readonly Table[];
  readonly layers: readonly Layer[];
  readonly rounds: readonly Round[];
  readonly places: readonly CodedPlace[];
  readonly methods: readonly UsedMethod[];
  readonly notes: readonly string[];
  readonly credits: readonly string[];
  /** Rules of an aggregated audience. */
  readonly policy: DisclosureRules | undefined;
  readonly run: {
    readonly version: string;
    readonly seed: number;
    /** The day that formats write which ask for one, ISO 8601. */
    readonly day: string;
    /** Files that were read; none is named to aggregated audiences. */
    readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  };
}
