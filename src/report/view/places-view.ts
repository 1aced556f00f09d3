import type { Study } from '../../model/study.js';
import type { SpotFigure } from '../../model/estimate.js';
import type { PlacesView } from './report-view.js';

/** The outlines of the study and which of them nobody went to: by the study's list of places, not for lack of spots. */
export function placesView(study: Study, figures: readonly SpotFigure[]): PlacesView {
  const mapped = new Set(
    study.places.filter((place) => place.mapped !== false).map((place) => place.municipality),
  );
  const met = new Set(figures.map(({ spot }) => spot.municipality));
  const hasPlaces = study.places.length > 0;
  const places = figures.filter(({ mode }) => mode === 'geo');
  const notVisited = study.boundaries
    .map(({ municipality }) => municipality)
    .filter((name) => hasPlaces && !mapped.has(name) && !met.has(name));
  return {
    outlines: study.boundaries,
    notVisited: new Set(notVisited),
    hasPlaces,
    located: places.filter(({ spot }) => spot.lat !== undefined && spot.lon !== undefined).length,
    spots: places.length,
  };
}
