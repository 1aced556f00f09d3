import type { Audience } from '../../model/disclosure.js';
import type { Basis } from '../../model/range.js';
import type { Day } from '../../model/week.js';
import type { Words } from './english.js';
import { areaWord, numbersIn } from './number-style.js';

// Machine draft, needs native review.

const number = numbersIn({ group: '\u202f', decimal: ',' });
const percent = (share: number, decimals = 0, isFixed = false) =>
  `${number(100 * share, decimals, isFixed)}\u00a0%`;

function wholePercent(share: number): string {
  if (share > 0 && share < 0.01) return 'moins de 1\u00a0%';
  if (share < 1 && share > 0.99) return 'plus de 99\u00a0%';
  return percent(share);
}

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;
const hour = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;

function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** French counts nothing and one as one. */
export const many = (count: number, one: string, more = `${one}s`) =>
  `${number(count)} ${Math.abs(count) < 2 ? one : more}`;

const plural = areaWord({
  municipality: 'municipalités',
  township: 'cantons (townships)',
  county: 'comtés',
  district: 'districts',
  town: 'villes',
});
const singular = areaWord({
  municipality: 'municipalité',
  township: 'canton (township)',
  county: 'comté',
  district: 'district',
  town: 'ville',
});
const lieux = (count: number) => many(count, 'lieu', 'lieux');
const someOf = (known: number, all: number) =>
  known === all ? lieux(all) : `${number(known)} sur ${lieux(all)}`;

const DAY_NAMES: Readonly<Record<Day, string>> = {
  mon: 'lun.',
  tue: 'mar.',
  wed: 'mer.',
  thu: 'jeu.',
  fri: 'ven.',
  sat: 'sam.',
  sun: 'dim.',
};

const BASES: Readonly<Record<Basis, string>> = {
  extremes: 'réponses les plus basses et les plus hautes, additionnées',
  confidence: 'intervalle de confiance',
  credible: 'intervalle de crédibilité',
  spread: 'dispersion, sans niveau de confiance',
};

const AUDIENCES: Readonly<Record<Audience, { readonly name: string; readonly says: string }>> = {
  team: {
    name: 'Pour l’équipe seulement',
    says: 'Les lieux sont exacts. Gardez cette page sous clé : ce qu’elle montre peut mettre des personnes en danger.',
  },
  programme: {
    name: 'Pour le programme',
    says: 'Les lieux sont approximatifs, à environ 100 m ; aucun code de lieu ni d’intervenant ne figure ici. Ne pas diffuser.',
  },
  partner: {
    name: 'Pour les partenaires',
    says: 'Tableaux par zone et type de lieu ; les petits nombres sont masqués, les autres arrondis. Aucun lieu n’est montré.',
  },
  public: {
    name: 'Pour le public',
    says: 'Tableaux par zone ; les petits nombres sont masqués, les autres arrondis. Aucun lieu n’est montré.',
  },
};

/** The words of pages and sheets in French. */
export const FRENCH: Words = {
  tag: 'fr',
  number,
  percent,
  wholePercent,
  signed,
  hour,
  list,
  plural,
  singular,
  populations: {
    FSW: 'Travailleuses du sexe',
    MSM: 'Hommes ayant des rapports sexuels avec des hommes',
    PWID: 'Personnes qui s’injectent des drogues',
    TG: 'Personnes trans',
    MSW: 'Travailleurs du sexe',
  },
  days: DAY_NAMES,
  dayLetters: { mon: 'L', tue: 'M', wed: 'M', thu: 'J', fri: 'V', sat: 'S', sun: 'D' },
  dayList: (days) => list(days.map((day) => DAY_NAMES[day])),
  hourSpan: (from, to) => `${hour(from)}–${hour(to)}`,
  range: (low, high) => `${number(low)}–${number(high)}`,
  bases: BASES,
  basisShort: {
    extremes: 'déclarés',
    confidence: 'confiance',
    credible: 'crédibilité',
    spread: 'dispersion',
  },
  people: (count) => many(count, 'personne'),
  spots: lieux,
  spotsOf: someOf,
  denominator: (name) =>
    ({ adult_men: 'hommes adultes', adult_women: 'femmes adultes' })[name] ?? name.replaceAll('_', ' '),
  page: {
    skip: 'Aller aux réponses',
    contents: 'Sur cette page',
    dataTable: 'Les chiffres derrière l’image',
    allRows: (count, what) => `Toutes les lignes (${number(count)}) : ${what}`,
    filter: (what) => `Chercher : ${singular(what)}`,
    sortBy: (column) => `trier par ${column}`,
    missing: 'Inconnu',
    hidden: 'masqué',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    credits: 'Sources des contours et des dénominateurs',
    draft: 'Traduction automatique, pas encore relue par un locuteur natif.',
    footer: (version) =>
      `Fait par spotwise ${version}. La même étude, les mêmes options et la même graine donnent les mêmes octets.`,
    audiences: AUDIENCES,
  },
  answers: {
    title: 'En bref',
    howMany: 'Combien ?',
    whereMost: 'Où surtout ?',
    whenBusiest: 'Quand le plus ?',
    howSure: 'Avec quelle certitude ?',
    notCovered: 'Qui n’est pas couvert ?',
    per1000: (rate, of) => `${number(rate, 1)} pour 1\u202f000 ${of}`,
    people: 'personnes',
    top: (count, all, share, word) =>
      count >= all
        ? `dans ${number(all)} ${all === 1 ? singular(word) : plural(word)}`
        : `${percent(share)} dans ${number(count)} des ${number(all)} ${plural(word)}`,
    weekFlat: 'À peu près pareil chaque jour',
    weekUnknown: 'Les jours n’ont pas été notés',
    weekend: (days, percentMore) => `${signed(percentMore)}\u00a0% ${days}`,
    hours: (span) => `maximum ${span}`,
    hoursAllDay: 'aucune heure ne ressort',
    hoursUnknown: 'les heures n’ont pas été notées',
    ends: (less, more) => `${signed(less)}\u00a0% à ${signed(more)}\u00a0%`,
    endsSay: 'de la réponse la plus basse à la plus haute, pas un intervalle de confiance',
    noRange: 'Ni minimum ni maximum notés : il n’y a pas de fourchette.',
    rangeHead: 'Fourchette',
    withoutRange: (spots) => `${lieux(spots)} sans fourchette`,
    knownHead: 'Visité',
    evidence: (spots, validated, share) =>
      validated === 0
        ? `${lieux(spots)}, aucun validé`
        : validated === spots
          ? `${lieux(spots)}, tous validés`
          : `${number(validated)} sur ${lieux(spots)} validés, avec ${wholePercent(share)} des personnes`,
    remote: (places, remote) => `${number(places)} sur place, ${number(remote)} par téléphone ou sur le web`,
    notCountedHead: 'Non compté',
    unlisted: 'les personnes à des lieux que personne n’a listés',
    noSpot: 'les personnes qui ne viennent à aucun lieu',
    unvisited: (count, all, word) =>
      `celles de ${number(count)} des ${number(all)} ${plural(word)}, non visités`,
    uncoveredOf: (share, whole) => `${wholePercent(share)} de ${whole}`,
    everyone: 'Le plan couvre tout le monde.',
    mostly: (persons, reason) => `${number(persons)} ${reason}`,
    noPlan: 'Aucun plan n’a été fait.',
    notForAudience: 'Pas dans une page pour ce public.',
    hiddenTotal: 'Masqué : trop peu de personnes ou de lieux.',
  },
  where: {
    title: 'Où',
    lead: (word) =>
      `La couleur dit combien de personnes sont estimées par ${singular(word)} ; la surface d’un cercle, combien on en rencontre à un lieu. Les grandes zones paraissent plus importantes qu’elles ne sont : lisez aussi les nombres.`,
    leadPoints:
      'La surface d’un cercle dit combien de personnes on rencontre à un lieu. L’étude n’a pas de contours pour les y dessiner.',
    hiddenRows: (names) =>
      `Masqué, parce que petit ou pour protéger un petit nombre ; personne compte comme petit : ${names}.`,
    emptyRows: (names) =>
      `Aucun lieu n’est listé pour : ${names}. Cela ne veut pas dire qu’il n’y a personne.`,
    leadAggregated: (word) =>
      `La couleur dit combien de personnes sont estimées par ${singular(word)}. Les grandes zones paraissent plus importantes qu’elles ne sont : lisez aussi les nombres.`,
    mapTitle: (population) => `Carte : ${population}`,
    mapSays: (areas, spots, top) =>
      `${many(areas, 'zone')} et ${lieux(spots)} dessinés. Le plus de personnes : ${top}.`,
    caption: (what) =>
      `${what.population}${what.when}. Cercles : ${what.drawn === what.spots ? lieux(what.spots) : `${number(what.drawn)} sur ${lieux(what.spots)} (les autres sont sans coordonnées)`}, ${what.exact ? 'à l’endroit noté' : 'déplacés au plus proche 0,001°, environ 100 m'}. Les personnes rencontrées par téléphone ou sur le web n’ont pas de place sur la carte.`,
    captionAreas: (what) =>
      `${what.population}${what.when}. Zones seulement : aucun lieu n’est montré à ce public.`,
    captionNoPoints: (what) =>
      `${what.population}${what.when}, à partir de ${lieux(what.spots)}. L’étude n’a pas de coordonnées de lieux.`,
    merged: 'Les cercles qui se recouvriraient sont dessinés en un seul.',
    noSpot: 'aucun lieu listé (ce n’est pas la même chose que personne)',
    notVisited: 'non visité',
    hidden: 'masqué (petits nombres)',
    classPeople: 'personnes',
    circlePeople: 'personnes à un lieu',
    km: (km) => `${number(km, 2)} km`,
    noMap: 'Pas de carte : l’étude n’a ni contours ni coordonnées.',
    tableTitle: (word, population) => `${plural(word)} : ${population}`,
    share: 'part',
    spots: 'lieux',
    spotsAtLeast: 'lieux, au moins',
    estimate: 'estimation',
    range: 'fourchette',
    rangeHead: 'du plus bas au plus haut',
    per1000: 'pour 1\u202f000',
    barHead: (most) => `0 à ${number(most)}`,
  },
  sizes: {
    title: 'Combien, et avec quelle certitude',
    lead: 'Deux choses différentes sont dessinées à part. La bande large est la fourchette : toutes les réponses les plus basses additionnées, toutes les plus hautes additionnées. Le trait fin en dessous est calculé à partir d’une hypothèse énoncée sur les erreurs. Ni l’un ni l’autre n’est un intervalle de confiance, sauf si c’est écrit.',
    leadAggregated:
      'La bande est la fourchette : toutes les réponses les plus basses additionnées, toutes les plus hautes additionnées, arrondies. Ce n’est pas un intervalle de confiance.',
    range: (range) => `fourchette ${range} (réponses les plus basses et les plus hautes, additionnées)`,
    interval: (range, basis, method) => `calculé ${range} (${basis} ; ${method})`,
    noRange: 'pas de fourchette : ni minimum ni maximum notés',
    noInterval: 'pas d’intervalle calculé',
    figure: 'Estimations nationales et leurs fourchettes',
    says: (rows) => rows.join(' '),
    rowSays: (population, estimate, range) => `${population} : ${number(estimate)}, ${range}.`,
    caption: (when, spots) =>
      `Toutes les populations sur une même échelle de personnes${when}, à partir de ${lieux(spots)}.`,
    captionAggregated: (when) => `Toutes les populations sur une même échelle de personnes${when}.`,
    modes: (geo, phone, web) =>
      list([
        `${number(geo)} rencontrées sur place`,
        ...(phone > 0 ? [`${number(phone)} par téléphone`] : []),
        ...(web > 0 ? [`${number(web)} sur le web`] : []),
      ]),
  },
  week: {
    title: 'Quand',
    lead: 'Personnes attendues aux lieux ouverts, par jour et heure. Les heures après minuit appartiennent au soir précédent. Cela dit quand les lieux sont ouverts, pas combien de temps chacun reste.',
    heatTitle: (population) => `Semaine : ${population}`,
    heatSays: (day, span, people) =>
      `Maximum ${day} à ${span}, avec environ ${number(people)} personnes aux lieux ouverts.`,
    heatCaption: (what) =>
      `${what.population}${what.when}, à partir de ${someOf(what.known, what.spots)} dont les heures sont connues.${what.flat > 0 ? ` ${number(what.flat)} d’entre eux ne disent rien de leur semaine et comptent pareil chaque jour.` : ''} Les lieux sans heures sont laissés de côté, pas tenus pour fermés.`,
    clockTitle: (population) => `Heures chargées : ${population}`,
    clockSays: (span) =>
      span === undefined ? 'Aucune heure ne ressort.' : `Le plus de personnes aux lieux ouverts : ${span}.`,
    clockCaption:
      'Un jour moyen ; chaque pétale est une heure, sa longueur les personnes aux lieux ouverts. La nuit est ombrée.',
    stripTitle: (population) => `Jours : ${population}`,
    stripSays: (days) => (days === '' ? 'Aucun jour ne ressort.' : `Le plus : ${days}.`),
    stripCaption: (what) =>
      `${what.population}${what.when}, personnes par jour à ${someOf(what.known, what.spots)} dont la semaine est connue. Les heures n’ont pas été notées.`,
    unknown: (population) => `${population} : ni jours ni heures notés.`,
    atHour: (day, at, people) => `${day} ${at} : ${number(people)}`,
    day: 'jour',
    hour: 'heure',
    people: 'personnes',
    mean: 'moyenne',
    fullest: 'maximum',
    least: 'aucune',
    few: 'moins',
    most: 'plus',
  },
  kinds: {
    title: 'Types de lieux',
    lead: 'Personnes par type de lieu où elles sont comptées, avec la fourchette des réponses.',
    kind: 'type',
    modes: { geo: 'sur place', phone: 'par téléphone', web: 'sur le web' },
    unstated: 'non précisé',
    caption: (population, when, spots) => `${population}${when}, à partir de ${lieux(spots)}.`,
    captionAggregated: (population, when) => `${population}${when}.`,
  },
  concentration: {
    title: 'Une répartition inégale',
    lead: 'Les lieux sont rangés du plus petit au plus grand. Plus la courbe s’écarte sous la droite, plus les personnes sont à peu de lieux. Des lieux que personne n’a listés feraient baisser le Gini.',
    figure: (population) => `Courbe de Lorenz : ${population}`,
    says: (gini, half, spots) =>
      `Gini ${number(gini, 2)}. La moitié des personnes sont aux ${number(half)} plus grands de ${lieux(spots)} (${percent(half / spots)}).`,
    caption: (population, when, spots) =>
      `${population}${when}, ${lieux(spots)}, 0 = tous pareils, 1 = tout le monde à un seul.`,
    spotsAxis: 'lieux, les plus petits d’abord',
    peopleAxis: 'personnes',
    gini: 'Gini',
    shareSpots: 'part des lieux',
    sharePeople: 'part des personnes',
    even: 'tous pareils',
    tooFew: (population) => `${population} : trop peu de lieux pour une courbe.`,
  },
  plan: {
    title: 'Le plan',
    lead: (target) =>
      `Ce que le microplan fait de ces estimations ; il vise ${percent(target)} des personnes rencontrées aux lieux. Là où les estimations se trompent, le plan aussi.`,
    mapTitle: (population) => `Secteurs : ${population}`,
    mapSays: (catchments, gaps) =>
      `${many(catchments, 'secteur')} dessinés ; ${lieux(gaps)} sans visite prévue, en anneaux.`,
    mapCaption: (population, exact) =>
      `${population}. Chaque tache contient les lieux d’un intervenant, ${exact ? 'à 50 m autour d’eux' : 'à environ 300 m autour de lieux approximatifs'}. Anneaux : personnes à des lieux sans visite ; leur surface dit combien.`,
    legendCatchment: 'lieux d’un intervenant',
    legendGap: 'personnes sans visite',
    covered: 'couvertes',
    uncovered: 'non couvertes',
    facts: (what) =>
      `${many(what.workers, 'intervenant')}${what.isSlots ? ' à trouver' : ''}, ${lieux(what.spots)}, ${many(what.visits, 'visite')} en quatre semaines.${what.fromNeed}`,
    need: (low, estimate, high) =>
      ` D’après la formule, l’objectif demande ${number(estimate)} intervenants (${number(low)}–${number(high)} sur la fourchette).`,
    chance: (chance, target) =>
      `Chance de couvrir ${percent(target)} de tout le monde, rencontré aux lieux ou non : ${wholePercent(chance)}.`,
    conflict: 'Mode conflit : personne n’est envoyé là où la sécurité n’est pas notée.',
    coverTitle: 'Couverts et non couverts',
    coverSays: (covered, all) => `${number(covered)} sur ${number(all)}`,
    loadTitle: (population) => `Charge des intervenants : ${population}`,
    loadSays: (workers, mean, full) =>
      `${many(workers, 'intervenant')} ; en moyenne ${number(mean)} personnes chacun ; ${number(full)} à neuf dixièmes de leur maximum ou plus.`,
    loadCaption:
      'Une barre par intervenant, les plus chargés d’abord. Le trait est le maximum que sert un intervenant.',
    loadMost: (most) => `maximum : ${number(most)}`,
    worker: 'intervenant',
    workers: 'intervenants',
    people: 'personnes',
    mostHead: 'maximum',
    load: 'charge',
    noWorkers: (population) => `${population} : le plan ne donne de lieu à aucun intervenant.`,
    noMap: 'Pas de carte des secteurs : aucun lieu du plan n’a de coordonnées.',
  },
  uncovered: {
    title: 'Qui n’est pas couvert, et pourquoi',
    lead: 'Toutes les personnes que le plan n’atteint pas, chacune avec une raison et le plus petit changement qui aiderait la plupart.',
    nobody: (population) => `${population} : tout le monde est couvert.`,
    reason: 'raison',
    people: 'personnes',
    spots: 'lieux',
    change: 'ce qui aiderait',
    caption: (population, uncovered, all) =>
      `${population} : ${number(uncovered)} sur ${number(all)} personnes.`,
    reasons: {
      virtual_only: 'rencontrées seulement par téléphone ou sur le web',
      not_met_at_spots: 'jamais rencontrées à un lieu cartographié',
      nobody_expected: 'à des lieux où personne n’est attendu',
      security: 'à des lieux dont la sécurité n’est pas établie',
      incident: 'à des lieux proches d’un incident récent',
      no_worker_of_population: 'sans intervenant de leur population',
      no_shared_language: 'sans intervenant qui parle leur langue',
      no_pair: 'là où une visite se fait à deux et où aucune paire n’est possible',
      distance: 'trop loin de tout intervenant',
      hours: 'présentes seulement quand aucun intervenant n’est libre',
      curfew: 'présentes seulement pendant le couvre-feu',
      capacity: 'là où chaque intervenant possible est complet',
      road_closed: 'derrière une route fermée',
      money: 'faute d’argent',
    },
    changes: {
      online_task: 'une tâche en ligne : messagerie, téléphone ou lien vers un site',
      networks: 'les réseaux : les personnes rencontrées en amènent d’autres',
      new_count: 'compter à nouveau',
      after_incident: 'attendre, puis vérifier à nouveau la sécurité du lieu',
      security_check: 'vérifier à nouveau la sécurité du lieu',
      new_worker: 'plus d’intervenants',
      more_people: 'quelques personnes de plus pour un intervenant qui a de la place',
      go_farther: 'un intervenant qui va plus loin ou habite plus près',
      other_hours: 'd’autres heures de travail',
      meet_earlier: 'se voir avant le couvre-feu',
      open_road: 'une route ouverte, ou un intervenant de l’autre côté',
      more_money: 'plus d’argent',
    },
  },
  trace: {
    title: 'De la somme brute à l’estimation',
    lead: 'Chaque étape de la chaîne et ce qu’elle a fait au total, dans l’ordre. Rien d’autre n’a changé le nombre.',
    step: 'étape',
    method: 'méthode',
    change: 'changement',
    after: 'total après',
    rows: 'lieux',
    caption: (population, when) => `${population}${when}, personnes.`,
    steps: {
      settle: 'somme brute des lieux',
      level_1: 'niveau 1 corrigé',
      day: 'jour choisi',
      overlap: 'personnes vues deux fois',
      hidden: 'personnes à aucun lieu',
      profiles: 'des profils aux personnes',
      virtual: 'téléphone et web réunis',
    },
    unchanged: 'aucun changement',
  },
  forest: {
    title: 'À côté d’autres méthodes',
    lead: 'Estimations par différentes méthodes, chacune avec le sens de ses bornes. Les carrés sont des estimations seules, les losanges les réunissent. Le comptage de cette étude est montré pour comparaison ; il n’est réuni aux autres que s’il est lui-même une ligne du tableau.',
    figure: (population, place) =>
      place === '' ? `Estimations : ${population}` : `Estimations : ${population}, ${place}`,
    source: 'estimation par',
    persons: 'personnes',
    ends: 'de bas en haut',
    own: 'comptage de cette étude',
    joined: (name) => `réunies : ${name}`,
    leftOut: (name, persons, reason) => `Laissé de côté : ${name} (${number(persons)}), ${reason}.`,
    refusal: (reason) => `Non réunies : ${reason}.`,
    basis: (basis, level) => (level === undefined ? BASES[basis] : `${BASES[basis]} à ${percent(level)}`),
    noEnds: 'sans bornes',
    disagree: (factor) =>
      `La plus grande est ${number(factor, 1)} fois la plus petite. Aucune réunion ne fait disparaître cela.`,
    caption: (population, sources) => `${population} : ${many(sources, 'estimation')}, personnes.`,
  },
  choices: {
    title: 'Si nous avions choisi autrement',
    lead: 'Toutes les chaînes de choix défendables que les données permettent, rangées par total. Celle de cette étude est marquée. Elles ne sont pas également plausibles et partagent les mêmes données : ce n’est pas une distribution.',
    figure: (population) => `Totaux selon d’autres choix : ${population}`,
    says: (chains, low, high, own) =>
      `${many(chains, 'chaîne')} donnent ${number(low)} à ${number(high)} personnes${own === undefined ? '' : ` ; celle de cette étude ${number(own)}`}.`,
    caption: (population, drawn, all) =>
      `${population}. ${drawn === all ? '' : `${number(drawn)} chaînes sur ${number(all)} dessinées, prises à intervalles réguliers. `}Bande : réponses les plus basses et les plus hautes additionnées ; trait : estimation. Les marques en dessous disent quel choix fait chaque chaîne.`,
    effects: 'Un seul choix changé, les autres comme dans l’étude',
    choice: 'choix',
    estimate: 'total',
    change: 'changement',
    own: 'cette étude',
    single: (population) => `${population} : les données ne permettent qu’une chaîne.`,
  },
  issues: {
    title: 'Ce qui est douteux dans les données',
    none: 'Aucune erreur, aucun avertissement, aucune note.',
    counts: (errors, warnings, notes) =>
      `${list([many(errors, 'erreur'), many(warnings, 'avertissement'), many(notes, 'note')])}.`,
    severity: { error: 'erreur', warning: 'avertissement', note: 'note' },
    what: 'quoi',
    where: 'où',
    todo: 'à faire',
    times: (count) => `${number(count)} fois`,
    andMore: (count) => `et ${number(count)} de plus`,
  },
  methods: {
    title: 'Comment cela a été fait',
    lead: 'Les fiches ci-dessous (en anglais) sont celles qu’imprime `spotwise explain` : ce que fait chaque étape, quand elle convient, quand elle trompe, et d’où elle vient.',
    all: 'toutes les populations',
    set: 'Réglé sur',
  },
  protection: {
    title: 'Ce qui est masqué, et pourquoi',
    says: (shown, hidden) =>
      `${number(hidden)} cases sur ${number(shown + hidden)} sont masquées, parce qu’elles sont petites ou qu’elles en révéleraient une petite ; laquelle des deux n’est pas dit.`,
    rules: (rules) =>
      `Une case est montrée à partir de ${many(rules.people, 'personne')} à ${lieux(rules.spots)} ou plus, et pas plus de ${percent(rules.dominance)} à un seul lieu. Les personnes sont arrondies à ${number(rules.round_to)}, les bas vers le bas et les hauts vers le haut : les parties arrondies ne s’additionnent pas forcément.`,
  },
  run: {
    title: 'Ce calcul',
    lead: 'Ce qui est entré et ce qui est sorti, avec des empreintes (SHA-256), pour que chacun puisse vérifier qu’un fichier est bien celui d’ici.',
    made: (command, version) => `spotwise ${command}, version ${version}`,
    seed: 'graine',
    options: 'options',
    none: 'aucune',
    rows: 'lignes lues',
    inputs: 'Fichiers lus',
    outputs: 'Fichiers écrits à côté de cette page',
    file: 'fichier',
    hash: 'SHA-256',
  },
};
