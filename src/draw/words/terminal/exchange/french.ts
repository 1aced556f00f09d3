import { FRENCH, many } from '../../french.js';
import type { ExchangeWords } from './english.js';

// Machine draft, needs native review.

const { number } = FRENCH;

/** What is said on the terminal of files read and outputs given away, in French. */
export const FRENCH_EXCHANGE: ExchangeWords = {
  files: (files, folder) => `${many(files, 'fichier')} dans ${folder}`,
  namesIn: (names, folder) => `${names} dans ${folder}`,
  nothingWritten: 'Rien n’a été écrit : ces résultats trahiraient quelque chose.',
  share: {
    audiences: {
      team: 'lieux exacts, pour l’équipe qui a compté ; toujours chiffrés.',
      programme: 'lieux approximatifs (environ 100 m), sans noms ni colonnes supplémentaires.',
      partner: 'tableaux par zone et par type de lieu, petites cases masquées.',
      public: 'tableaux par zone, petites cases masquées.',
    },
    cloud: 'Ce dossier semble copié tout seul vers un nuage ; choisissez-en un autre avec --out.',
    noEnd: 'Sans date de fin.',
    until: (day) => `Valable jusqu’au ${day}.`,
    cells: (shown, hidden) => `Cases montrées : ${number(shown)}, masquées : ${number(hidden)}.`,
    points: (shown, method, leftOut) =>
      `Points déplacés par ${method} : ${number(shown)}, laissés de côté : ${number(leftOut)}.`,
    moved: (least, median, mostly) =>
      `Déplacés d’au moins ${number(least, 2)} km, la moitié de plus de ${number(median, 2)} km, 95 sur 100 de moins de ${number(mostly, 2)} km.`,
    checked: (counts, folder) => `${counts} dans ${folder}.`,
    leaks: 'Cela ne doit pas être diffusé.',
    safe: 'Rien n’a été trouvé qui trahisse un lieu.',
    opened: (files, folder) => `${many(files, 'fichier')}, plus chiffrés, dans ${folder}`,
  },
  export: {
    audiences: {
      team: 'lieux tels que notés et toutes les colonnes',
      programme: 'lieux approximatifs (environ 100 m), sans noms ni colonnes supplémentaires',
      partner: 'zones et types de lieux, petites cases masquées, aucun point',
      public: 'zones, petites cases masquées, aucun point',
    },
    exact:
      'Ces fichiers contiennent des lieux exacts, lisibles par quiconque les a ; spotwise share chiffre.',
    leftOut: (lack) => `laissé de côté : ${lack}`,
    format: 'format',
    files: 'fichiers',
    forWhom: 'pour',
    written: (counts, folder) => `${counts}. Dans ${folder}`,
  },
  import: {
    recognised: (file, title, sure, why) => `${file} : ${title} (${sure}), parce que : ${why}`,
    sure: { certain: 'certain', likely: 'probable', 'a guess': 'supposition' },
    table: 'table',
    column: 'colonne',
    readFrom: 'lue dans',
    foundBy: 'trouvée par',
    inFile: 'fichier',
    how: { name: 'nom', alias: 'synonyme', 'field name': 'nom de champ', 'as told': 'indiquée' },
    leftOut: (file, headers) => `laissé de côté dans ${file} : ${headers}`,
    rows: (rows, table) => `${many(rows, 'ligne')} pour ${table}`,
    counted: (rows, issues) => `${rows} ; ${issues}.`,
    outlines: (outlines, file) =>
      `${many(outlines, 'contour')} dans ${file} : spotwise boundaries add les prend`,
    notYet: 'Rien n’est écrit ; --out FOLDER écrit les tables.',
    faulty: 'Rien n’est écrit tant qu’il y a une erreur.',
    next: (folder) => `Ensuite : spotwise check ${folder}`,
  },
  boundaries: {
    file: (file, outlines, property, sha256) =>
      `${file} : ${many(outlines, 'contour')}, nommés par « ${property} », SHA-256 ${sha256}`,
    byName: 'par le nom',
    byPosition: 'par la position',
    unassigned: 'non attribués',
    all: 'tous',
    matched: (label, name, rule) => `${label} est ${name} (${rule})`,
    rules: {
      name: 'nom',
      code: 'code',
      'folded name': 'nom simplifié',
      'known spelling': 'graphie connue',
      ending: 'terminaison',
    },
    rule: 'Un lieu appartient à la municipalité que nomme sa ligne ; sinon au contour où tombe sa position, le premier du fichier là où des contours se recouvrent ou se touchent ; sinon il n’est pas attribué.',
    unassignedSpots: (count) => `Lieux non attribués : ${number(count)}.`,
    written: (counts, names) => `${counts} ; écrit : ${names}`,
  },
  init: {
    next: (folder) => `Ensuite : remplir spots.csv, puis spotwise check ${folder}`,
    notReviewed: (languages) =>
      `Les textes en ${languages} n’ont pas été relus, et les formulaires le disent ; --reviewed les signe.`,
    afterwards: {
      kobo: 'Après l’enquête, exporter en XLS avec « XML values and headers » (un CSV perd les répétitions du niveau 1), puis spotwise import.',
      odk: 'Après l’enquête, exporter « all data and attachments » en .zip, puis spotwise import.',
    },
  },
};
