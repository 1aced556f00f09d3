import { FRENCH, many } from '../../french.js';
import type { SizingWords } from './english.js';

// Machine draft, needs native review.

const { number, people, spots } = FRENCH;

const years = (count: number) => `${number(count, 1)} ${count < 2 ? 'an' : 'ans'}`;

/** What sizing methods say on the terminal, in French. */
export const FRENCH_SIZING: SizingWords = {
  interval: 'intervalle',
  note: 'remarque',
  size: 'taille',
  refused: (refusal) => `refusé : ${refusal}`,
  rowsIn: (rows, path) => `${many(rows, 'ligne')} dans ${path}`,
  capture: {
    twoLists: (first, second, both, seen) =>
      `${number(first)} sur la première liste, ${number(second)} sur la seconde, ${number(both)} sur les deux : ${many(seen, 'personne différente', 'personnes différentes')}`,
    weighted: (both, raw) =>
      `recouvrement pondéré par l’enquête : ${number(both)} sur les deux listes au lieu de ${number(raw)} ; le hasard propre aux poids n’est pas dans les intervalles (spotwise multiplier le compte)`,
    oddsRatio: 'rapport des cotes entre les listes',
    oddsNote:
      'Les données ne disent rien du rapport des cotes : 1 est l’indépendance, au-dessus de 1 les mêmes personnes sont sur les deux.',
    severalLists: (seen, lists, names) =>
      `${many(seen, 'personne différente', 'personnes différentes')} sur ${many(lists, 'liste')} : ${names}`,
    model: 'modèle log-linéaire',
    standardError: 'erreur type',
    weight: 'poids',
    moreModels: (count) => `… et ${many(count, 'autre modèle', 'autres modèles')} (--json les contient tous)`,
    within: (plain, likelihood, redrawn) =>
      `Dans ces rapports des cotes ${plain} ; en comptant le hasard, ${likelihood} par la vraisemblance, ${redrawn}.`,
    noFit: 'aucune taille ne convient aux comptages tels quels',
    allow: (range) => `les comptages tels quels permettent ${range}`,
    bootstrap: (range) => `${range} par bootstrap`,
    bootstrapRefused: (refusal) => `par bootstrap, refusé : ${refusal}`,
    disagree: (factor) =>
      `Les méthodes diffèrent d’un facteur ${number(factor, 1)} : la réponse dépend de ce qu’on suppose des listes, et un rapport doit le dire.`,
  },
  successive: {
    sample: (sampled, prior) => `${people(sampled)} dans l’ordre de leur venue ; a priori ${prior}`,
    dependent: 'L’a priori est une donnée comptée ailleurs : combine ne comptera pas les deux.',
  },
  tracked: {
    all: (all, mapped, sampled, mappedSampled, found) =>
      `${spots(all)} cartographiés à ${number(mapped)} personnes ; ${number(sampled)} d’entre eux, cartographiés à ${number(mappedSampled)}, en avaient ${number(found)}`,
    stratum: 'strate',
    enumerated: 'dénombrés',
    mapped: 'cartographiés',
    foundForEach: 'trouvées par personne cartographiée',
  },
  combine: {
    source: 'source',
    leftOut: FRENCH.forest.leftOut,
    refused: (place, refusal) => `${place} : refusé, ${refusal}`,
    disagree: (factor) =>
      `Les sources diffèrent d’un facteur ${number(factor, 1, true)} : aucune synthèse ne fait disparaître cela ; dites-le à côté du nombre.`,
  },
  extrapolate: {
    total: (mapped, held, unmapped, range, model) =>
      `zones cartographiées : ${number(mapped)}, avec ${people(held)} ; zones non cartographiées : ${number(unmapped)}, avec ${range} selon ${model}, intervalle de prédiction à 95 %`,
    leftOut: 'chaque zone cartographiée omise à son tour',
    medianError: 'erreur médiane',
    logError: 'erreur log',
    coverage: 'couverture de 95 %',
    predicted: 'total prédit',
    note: 'On cartographie les zones qui comptent : les autres peuvent avoir moins de personnes que ne le dit tout modèle.',
  },
  compare: {
    all: 'toutes',
    earlier: 'avant',
    later: 'après',
    kept: 'gardés',
    moved: 'déplacés',
    lost: 'perdus',
    new: 'nouveaux',
    ends: (low, high, basis) => `${low} à ${high} ${basis}`,
    lostSpots: (lost, gone) =>
      `Lieux perdus : ${number(lost)}, dont ${number(gone)} trouvés disparus ; les autres ne sont que non listés.`,
    standing: (population, standing, all, after, range, persons) =>
      `${population} : ${number(standing)} sur ${spots(all)} sont encore là où le dit la carte précédente après ${years(after)} (${range}), avec ${persons} de ses personnes`,
    halfLife: (half, low, high) =>
      ` ; la moitié a disparu après ${years(half)} (${number(low, 1)} à ${high === undefined ? 'sans fin' : number(high, 1)})`,
    ahead: (after, standing, range) =>
      `. Dans ${years(after)}, ${standing} (${range}) de la carte récente tiendra encore.`,
    seeFirst: (names) => `À voir d’abord : ${names} (revisit.csv)`,
  },
  studySize: {
    sample: 'échantillon',
    onBoth: 'sur les deux',
    chanceOfFew: 'risque de < 7',
    capture: 'capture-recapture',
    multiplier: 'multiplicateur',
    ratio: 'haut/bas',
    none: 'aucun',
  },
};
