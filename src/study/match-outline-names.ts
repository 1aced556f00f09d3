import type { PlacedFeature } from '../model/feature.js';
import { nameMatcher, type KnownPlace, type NameMatch } from './names/match-name.js';

/** An outline of a file with the municipality it stands for, or the names it may stand for. */
export interface NamedOutline {
  readonly feature: PlacedFeature;
  readonly label: string;
  readonly match: NameMatch;
}

/** The outlines with their names, and the property the names were read from. */
export interface NamedOutlines {
  readonly property: string | undefined;
  readonly outlines: readonly NamedOutline[];
}

/**
 * Matches the outlines of a file with the municipalities of a study, by the property that names most of them (or the
 * one told). Without a list of municipalities the names are taken as they are. Near names are only proposed.
 */
export function matchOutlineNames(
  features: readonly PlacedFeature[],
  places: readonly KnownPlace[],
  told: string | undefined,
): NamedOutlines {
  const match = places.length === 0 ? undefined : nameMatcher(places);
  const properties =
    told === undefined ? [...new Set(features.flatMap(({ properties: own }) => [...own.keys()]))] : [told];
  const property = best(properties, (name) => score(features, name, match));
  return {
    property,
    outlines: features.map((feature) => {
      const label = property === undefined ? '' : (feature.properties.get(property) ?? '');
      const found: NameMatch =
        match === undefined ? (label === '' ? { proposals: [] } : { name: label, by: 'name' }) : match(label);
      return { feature, label, match: found };
    }),
  };
}

const USUAL = /^(shapeName|name|municipality|adm[23]_(name|en)|name_[23]|komuna)$/i;

/** How many outlines a property names, a usual name of such a property before another. */
function score(
  features: readonly PlacedFeature[],
  property: string,
  match: ((text: string) => NameMatch) | undefined,
): number {
  const labels = features
    .map(({ properties }) => properties.get(property) ?? '')
    .filter((label) => label !== '');
  const isUsual = USUAL.test(property);
  if (match === undefined) return isUsual && new Set(labels).size === features.length ? labels.length : 0;
  return labels.filter((label) => 'name' in match(label)).length + (isUsual ? 0.5 : 0);
}

function best(names: readonly string[], points: (name: string) => number): string | undefined {
  const ranked = names
    .map((name) => ({ name, points: points(name) }))
    .sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
  return ranked[0] !== undefined && ranked[0].points >= 1 ? ranked[0].name : undefined;
}
