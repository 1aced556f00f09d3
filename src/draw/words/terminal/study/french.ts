import { FRENCH, many } from '../../french.js';
import type { StudyWords } from './english.js';

// Machine draft, needs native review.

const { number, percent, spots } = FRENCH;

/** What is said on the terminal of a study, in French. */
export const FRENCH_STUDY: StudyWords = {
  progress: {
    reading: 'lecture',
    checking: 'vérification',
    estimating: 'estimation',
    chains: 'calcul des chaînes',
    planning: 'planification',
    protecting: 'protection',
    comparing: 'comparaison',
    exporting: 'exportation',
    studies: 'reproduction des études',
    towns: 'invention des villes',
    designs: 'essai des plans d’enquête',
    left: (count, unit) => `encore environ ${number(count)} ${unit}`,
  },
  issues: {
    counts: (errors, warnings, notes) =>
      [many(errors, 'erreur'), many(warnings, 'avertissement'), many(notes, 'note')].join(', '),
    more: (count, code) =>
      `… et ${number(count)} de plus pour ${code} (--all les montre ; issues.csv les contient tous)`,
    read: (counts, files) => `${counts} dans ${files}`,
  },
  labelled: (name, text) => `${name} : ${text}`,
  written: (counts, files, folder) => `${counts}. ${many(files, 'fichier')} dans ${folder}`,
  openReport: (path) => `Ouvrir le rapport : ${path}`,
  basis: FRENCH.basisShort,
  estimate: {
    population: 'population',
    municipality: 'municipalité',
    low: 'bas',
    high: 'haut',
    perSpot: 'par lieu',
    extremes:
      'bas et haut sont les réponses extrêmes additionnées : ce n’est pas un intervalle de confiance.',
    interval: (population, ends, basis, method) => `${population} ${ends} : ${basis} (${method}).`,
    week: 'semaine',
    weekHead: Object.values(FRENCH.dayLetters).join(''),
    weekend: (days) => `week-end (${days})`,
    days: FRENCH.days,
    busiest: 'jours de pointe',
    flat: 'égal',
    level1Only: (count) => `${spots(count)} au niveau 1 seulement`,
    tooFewBoth: (count) =>
      `${spots(count)} au niveau 1 seulement ; trop peu ont les deux niveaux pour dire de combien ils se trompent`,
    validateFirst: (names) => `à valider d’abord : ${names}`,
    totalError: (error) => `erreur type du total qui en vient ±${number(error, 1)}`,
    afterVisits: (error, visits) => `±${number(error, 1)} après ${number(visits)}`,
    afterAll: (error) => `±${number(error, 1)} après tous`,
    chains: (count) => many(count, 'chaîne'),
    oneChanged: 'un seul choix changé',
  },
  plan: {
    title: 'plan',
    workers: 'intervenants',
    visits: 'visites par mois',
    covered: 'personnes couvertes',
    interrupted: 'La recherche a été interrompue : le meilleur plan jusque-là, toutes les règles vérifiées.',
    stopped:
      'La recherche a été arrêtée par --seconds : le meilleur plan jusque-là, toutes les règles vérifiées.',
  },
  bounds: {
    who: 'qui sert quoi',
    parts: 'parties',
    km: 'km',
    personKm: 'personnes-km',
    least: 'minimum prouvé',
    saved: 'économie possible',
    tooLarge: 'trop grand pour une borne',
    atMost: (share) => `au plus ${percent(share, 2, true)}`,
    noSolver:
      'Le paquet highs n’est pas installé : les bornes partent de nos seuls prix (npm install highs pour les affiner).',
  },
  sites: {
    open: (sites, method, kept, places) =>
      `sites : ${number(sites)} ouverts par ${method}, dont ${number(kept)} déjà en place ; ${many(places, 'endroit')} au choix`,
    within: (within, people, share, minutes) =>
      `${number(within)} personnes sur ${number(people)}${share === undefined ? '' : ` (${percent(share)})`} à ${number(minutes)} minutes ou moins d’un site, aller simple`,
    needed: (people, most, sites) =>
      `${number(people)} personnes à ${number(most)} par site demandent ${many(sites, 'site')} (F15)`,
    full: (sites) => `sites qui serviraient plus de personnes qu’ils ne peuvent : ${number(sites)}`,
    unsafe: (sites) =>
      `sites gardés parmi des lieux de niveau de sécurité 4 ou 5, à vérifier d’abord : ${number(sites)}`,
    none: 'aucun site ne peut ouvrir : chaque endroit est exclu, hors de portée ou trop petit',
  },
  verify: {
    read: (parts, workers, visits) =>
      `Relu dans les tables écrites : ${many(parts, 'lieu ou partie de lieu', 'lieux et parties de lieux')}, ${many(workers, 'intervenant')}, ${many(visits, 'visite')}.`,
    kept: 'tenu',
    broken: 'ENFREINT',
    sound: 'Le plan respecte toutes les règles.',
    unsound: 'Le plan enfreint des règles.',
  },
};
