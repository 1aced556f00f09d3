import { FRENCH, many } from '../../french.js';
import type { ProofWords } from './english.js';

// Machine draft, needs native review.

const { number, percent } = FRENCH;
const towns = (count: number) => many(count, 'ville inventée', 'villes inventées');

/** What is said on the terminal of numbers recomputed, audited and tried, in French. */
export const FRENCH_PROOF: ProofWords = {
  reproduce: {
    number: 'nombre',
    published: 'publié',
    recomputed: 'recalculé',
    status: {
      matched: 'identique',
      'known-deviation': 'écart connu',
      mismatch: 'DIFFÉRENT',
      missing: 'MANQUANT',
    },
    count: (count, status) => `${status} : ${number(count)}`,
    counts: (all, statuses) => `${many(all, 'nombre publié', 'nombres publiés')} : ${statuses}`,
  },
  audit: {
    leftOut: (cells) => `Laissé de côté, sans nombre imprimé : ${cells}`,
    line: (line) => `ligne ${line}`,
    checked: 'vérifié',
    times: 'fois',
    held: 'tenu',
    found: (errors, warnings) => [many(errors, 'erreur'), many(warnings, 'avertissement')].join(', '),
    counts: (counts, rows) => `${counts} dans ${many(rows, 'ligne')}`,
    rule: (rule, held, rows, verdict) =>
      `${rule} : tenu dans ${number(held)} de ${many(rows, 'ligne')}, ${verdict}`,
    inForce: 'pris pour la règle',
    notInForce: 'pas pris pour la règle',
    repair: 'correction proposée',
    cell: 'case',
    printed: 'imprimé',
    proposed: 'proposé',
    howSure: 'certitude',
    restores: 'rétablit',
    confidence: { high: 'haute', medium: 'moyenne', low: 'basse' },
  },
  simulate: {
    invented: (scenario, seed) => `Étude INVENTÉE, scénario ${scenario}, graine ${seed}`,
    next: (folder) =>
      `Ensuite : spotwise check ${folder}, puis spotwise estimate ${folder}, et comparer avec truth.csv`,
    trial: (count, seed, replicates) =>
      `${towns(count)}, graines à partir de ${seed}, ${many(replicates, 'réplique')}`,
    chain: 'chaîne',
    isOf: 'porte sur',
    bias: 'biais',
    rmse: 'RMSE',
    interval: 'intervalle',
    claims: 'annonce',
    noLevel: 'sans niveau',
    holds: 'tient',
    width: 'largeur',
    givesNone: 'n’en donne pas',
    tooNarrow: 'trop étroit',
    aLittleNarrow: 'un peu étroit',
    note: '± est une erreur type de Monte-Carlo ; biais, RMSE et largeur sont des parts de la vérité',
  },
  design: {
    trial: (count, seed) => `${towns(count)} par plan d’enquête, graines à partir de ${seed}`,
    visited: 'lieux visités',
    met: 'interrogés par lieu',
    visits: 'visites',
    interviews: 'entretiens',
    needed: 'demi-largeur nécessaire',
    bootstrap: 'selon le bootstrap',
    holds: 'et tient',
    within: (width) => `dans ${width}`,
    reaches: { yes: 'oui', perhaps: 'peut-être', no: 'non' },
    note: 'demi-largeur nécessaire : environ 95 villes sur 100 s’y trouvent (1,96 × RMSE) ; ± est une erreur type de Monte-Carlo. Le bootstrap ne sait rien de la rumeur.',
    none: (width) =>
      `Aucun plan d’enquête de la grille n’atteint ±${width} : la ville est trop petite ou ses lieux trop inégaux.`,
    smallest: (width) => `Plus petits plans d’enquête dans ±${width}`,
    one: (share, met, visits, interviews) =>
      `visiter ${percent(share)} des lieux et interroger ${many(met, 'personne')} à chacun (${many(visits, 'visite')}, ${many(interviews, 'entretien')})`,
    width: (width, error, answer) => `±${width}, à ${error} près : ${answer}`,
  },
  explain: {
    total: (name, estimate, low, high) =>
      `${name} : ${estimate} personnes (${low} à ${high}, réponses extrêmes additionnées)`,
    formula: 'formule',
    row: 'ligne',
    where: 'où',
    ends: 'bas–haut',
    settled: 'retenu',
    contributes: 'apporte',
    smaller: (rows) => `${many(rows, 'ligne plus petite', 'lignes plus petites')} (--all les montre)`,
    all: 'total',
    steps: 'Étapes de la chaîne d’estimation et leurs variantes',
    methods: 'Autres méthodes d’estimation',
    issues: 'Problèmes des données',
    formats: 'Formats d’exportation',
    columns: 'Colonnes',
  },
};
