import type { Audience } from '../../model/disclosure.js';
import type { Basis } from '../../model/range.js';
import type { Day } from '../../model/week.js';
import type { Words } from './english.js';
import { areaWord, numbersIn } from './number-style.js';
import { cyrillicScript, latinScript, type SerbianScript } from './serbian-script.js';
import { counted, type CountedForms } from './slavic-count.js';

// Machine draft, needs native review.

const number = numbersIn({ group: '.', decimal: ',' });
const percent = (share: number, decimals = 0, isFixed = false) =>
  `${number(100 * share, decimals, isFixed)}%`;
const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${number(Math.abs(value))}`;
const hour = (at: number) => `${String(at % 24).padStart(2, '0')}:00`;
const span = (low: number, high: number) => `${number(low)}–${number(high)}`;
export const many = (count: number, forms: CountedForms) => `${number(count)} ${counted(count, forms)}`;

/** The words of pages and sheets in Serbian, in the script given. */
function serbian(tag: string, w: SerbianScript): Words {
  function wholePercent(share: number): string {
    if (share > 0 && share < 0.01) return w`manje od 1%`;
    if (share < 1 && share > 0.99) return w`više od 99%`;
    return percent(share);
  }

  function list(items: readonly string[]): string {
    if (items.length < 2) return items.join('');
    return w`${items.slice(0, -1).join(', ')} i ${items.at(-1) ?? ''}`;
  }

  const singular = areaWord({
    municipality: w`opština`,
    township: w`opština`,
    county: w`županija`,
    district: w`okrug`,
    town: w`grad`,
  });
  const plural = areaWord({
    municipality: w`opštine`,
    township: w`opštine`,
    county: w`županije`,
    district: w`okruzi`,
    town: w`gradovi`,
  });
  /** After "u": in one, in several of few, in many. */
  const insideOne = areaWord({
    municipality: w`opštini`,
    township: w`opštini`,
    county: w`županiji`,
    district: w`okrugu`,
    town: w`gradu`,
  });
  const few = areaWord({
    municipality: w`opštine`,
    township: w`opštine`,
    county: w`županije`,
    district: w`okruga`,
    town: w`grada`,
  });
  const ofMany = areaWord({
    municipality: w`opština`,
    township: w`opština`,
    county: w`županija`,
    district: w`okruga`,
    town: w`gradova`,
  });

  const lokacije = (count: number) => many(count, [w`lokacija`, w`lokacije`, w`lokacija`]);
  /** After "iz", "od" and "sa", and inside "N od". */
  const odLokacija = (count: number) => many(count, [w`lokacije`, w`lokacije`, w`lokacija`]);
  const naLokacijama = (count: number) => many(count, [w`lokaciji`, w`lokacije`, w`lokacija`]);
  const someOf = (known: number, all: number) =>
    known === all ? lokacije(all) : w`${number(known)} od ${odLokacija(all)}`;
  /** Some of the spots, after "iz". */
  const fromSomeOf = (known: number, all: number) =>
    known === all ? odLokacija(all) : w`${number(known)} od ${odLokacija(all)}`;
  const osobe = (count: number) => many(count, [w`osoba`, w`osobe`, w`osoba`]);
  const odOsoba = (count: number) => many(count, [w`osobe`, w`osobe`, w`osoba`]);
  const radnici = (count: number) =>
    many(count, [w`terenski radnik`, w`terenska radnika`, w`terenskih radnika`]);
  const procene = (count: number) => many(count, [w`procena`, w`procene`, w`procena`]);

  const days: Readonly<Record<Day, string>> = {
    mon: w`pon`,
    tue: w`uto`,
    wed: w`sre`,
    thu: w`čet`,
    fri: w`pet`,
    sat: w`sub`,
    sun: w`ned`,
  };

  const bases: Readonly<Record<Basis, string>> = {
    extremes: w`zbir najnižih i zbir najviših odgovora`,
    confidence: w`interval poverenja`,
    credible: w`kredibilni interval`,
    spread: w`rasipanje, bez nivoa poverenja`,
  };

  const audiences: Readonly<Record<Audience, { readonly name: string; readonly says: string }>> = {
    team: {
      name: w`Samo za tim`,
      says: w`Mesta su tačna. Čuvajte ovu stranicu pod ključem: ono što je na njoj može ljude dovesti u opasnost.`,
    },
    programme: {
      name: w`Za program`,
      says: w`Mesta su približna, na oko 100 m; na ovoj stranici nema nijedne šifre lokacije ni radnika. Ne prosleđujte je.`,
    },
    partner: {
      name: w`Za partnere`,
      says: w`Tabele po područjima i vrstama lokacija; mali brojevi su skriveni, svi ostali zaokruženi. Nijedno mesto nije prikazano.`,
    },
    public: {
      name: w`Za javnost`,
      says: w`Tabele po područjima; mali brojevi su skriveni, svi ostali zaokruženi. Nijedno mesto nije prikazano.`,
    },
  };

  return {
    tag,
    number,
    percent,
    wholePercent,
    signed,
    hour,
    list,
    plural,
    singular,
    populations: {
      FSW: w`Seksualne radnice`,
      MSM: w`Muškarci koji imaju seks sa muškarcima`,
      PWID: w`Osobe koje injektiraju droge`,
      TG: w`Trans osobe`,
      MSW: w`Seksualni radnici`,
    },
    days,
    dayLetters: { mon: w`P`, tue: w`U`, wed: w`S`, thu: w`Č`, fri: w`P`, sat: w`S`, sun: w`N` },
    dayList: (of) => list(of.map((day) => days[day])),
    hourSpan: (from, to) => `${hour(from)}–${hour(to)}`,
    range: span,
    bases,
    basisShort: {
      extremes: w`prijavljeno`,
      confidence: w`poverenje`,
      credible: w`kredibilni`,
      spread: w`rasipanje`,
    },
    people: osobe,
    spots: lokacije,
    spotsOf: someOf,
    denominator: (name) =>
      ({ adult_men: w`odraslih muškaraca`, adult_women: w`odraslih žena` })[name] ??
      name.replaceAll('_', ' '),
    page: {
      skip: w`Pređi na odgovore`,
      contents: w`Na ovoj stranici`,
      dataTable: w`Brojevi iza slike`,
      allRows: (count, what) => w`Svi redovi (${number(count)}): ${what}`,
      filter: (what) => w`Traži: ${singular(what)}`,
      sortBy: (column) => w`sortiraj po: ${column}`,
      missing: w`Nije poznato`,
      hidden: w`skriveno`,
      zoomIn: w`Uvećaj`,
      zoomOut: w`Umanji`,
      credits: w`Izvori granica i imenilaca`,
      draft: w`Mašinski prevod, još ga nije pregledao izvorni govornik.`,
      footer: (version) =>
        w`Napravio spotwise ${version}. Ista studija, iste opcije i ista početna vrednost daju iste bajtove.`,
      audiences,
    },
    answers: {
      title: w`Ukratko`,
      howMany: w`Koliko?`,
      whereMost: w`Gde najviše?`,
      whenBusiest: w`Kada najviše?`,
      howSure: w`Koliko pouzdano?`,
      notCovered: w`Ko nije obuhvaćen?`,
      per1000: (rate, of) => w`${number(rate, 1)} na 1.000 ${of}`,
      people: w`osoba`,
      top: (count, all, share, word) =>
        count >= all
          ? w`u ${many(all, [insideOne(word), few(word), ofMany(word)])}`
          : w`${percent(share)} u ${number(count)} od ${many(all, [few(word), few(word), ofMany(word)])}`,
      weekFlat: w`Otprilike isto svakog dana`,
      weekUnknown: w`Dani nisu zabeleženi`,
      weekend: (of, percentMore) => `${of}: ${signed(percentMore)}%`,
      hours: (of) => w`najviše ${of}`,
      hoursAllDay: w`nijedan sat se ne izdvaja`,
      hoursUnknown: w`sati nisu zabeleženi`,
      ends: (less, more) => w`${signed(less)}% do ${signed(more)}%`,
      endsSay: w`od najnižih do najviših odgovora, a ne interval poverenja`,
      noRange: w`Najniži i najviši odgovori nisu zabeleženi, pa nema raspona.`,
      rangeHead: w`Raspon`,
      withoutRange: (spots) => w`bez raspona: ${number(spots)}`,
      knownHead: w`Posećeno`,
      evidence: (spots, validated, share) =>
        validated === 0
          ? w`${lokacije(spots)}, nijedna potvrđena`
          : validated === spots
            ? w`${lokacije(spots)}, sve potvrđene`
            : w`potvrđeno: ${number(validated)} od ${odLokacija(spots)}, tamo je ${wholePercent(share)} osoba`,
      remote: (places, remote) => w`${number(places)} na mestu, ${number(remote)} telefonom ili na internetu`,
      notCountedHead: w`Nije prebrojano`,
      unlisted: w`osobe na lokacijama koje niko nije popisao`,
      noSpot: w`osobe koje ne dolaze ni na jednu lokaciju`,
      unvisited: (count, all, word) =>
        w`osobe tamo gde niko nije bio: ${number(count)} od ${many(all, [few(word), few(word), ofMany(word)])}`,
      uncoveredOf: (share, whole) => w`${wholePercent(share)} od ${whole}`,
      everyone: w`Plan obuhvata sve.`,
      mostly: (persons, reason) => `${number(persons)}: ${reason}`,
      noPlan: w`Plan nije napravljen.`,
      notForAudience: w`Nije na stranici za ove čitaoce.`,
      hiddenTotal: w`Skriveno: premalo osoba ili lokacija.`,
    },
    where: {
      title: w`Gde`,
      lead: (word) =>
        w`Boja pokazuje koliki je procenjen broj osoba po području (${singular(word)}), a površina kruga koliko se osoba sreće na jednoj lokaciji. Velika područja izgledaju važnije nego što jesu: čitajte i brojeve.`,
      leadPoints: w`Površina kruga pokazuje koliko se osoba sreće na jednoj lokaciji. Studija nema granice područja na kojima bi krugovi bili nacrtani.`,
      hiddenRows: (names) =>
        w`Skriveno, jer je malo ili da bi se zaštitio mali broj; i „nijedna osoba“ se računa kao malo: ${names}.`,
      emptyRows: (names) =>
        w`Nijedna lokacija nije popisana u područjima: ${names}. To ne znači da tamo nema nikoga.`,
      leadAggregated: (word) =>
        w`Boja pokazuje koliki je procenjen broj osoba po području (${singular(word)}). Velika područja izgledaju važnije nego što jesu: čitajte i brojeve.`,
      mapTitle: (population) => w`Karta: ${population}`,
      mapSays: (areas, spots, top) =>
        w`Nacrtano: ${many(areas, [w`područje`, w`područja`, w`područja`])}, ${lokacije(spots)}. Najviše osoba: ${top}.`,
      caption: (what) =>
        w`${what.population}${what.when}. Krugovi: ${what.drawn === what.spots ? lokacije(what.spots) : w`${someOf(what.drawn, what.spots)} (ostale nemaju koordinate)`}, ${what.exact ? w`na zabeleženom mestu` : w`pomereni na najbližih 0,001°, oko 100 m`}. Osobe do kojih se dolazi telefonom ili preko interneta nemaju mesto na karti.`,
      captionAreas: (what) =>
        w`${what.population}${what.when}. Samo područja: ovim čitaocima se ne prikazuje nijedna lokacija.`,
      captionNoPoints: (what) =>
        w`${what.population}${what.when}, sa ${odLokacija(what.spots)}. Studija nema koordinate lokacija.`,
      merged: w`Krugovi koji bi ležali jedan preko drugog nacrtani su kao jedan.`,
      noSpot: w`nema popisane lokacije (to ne znači da nema nikoga)`,
      notVisited: w`nije posećeno`,
      hidden: w`skriveno (mali brojevi)`,
      classPeople: w`osobe`,
      circlePeople: w`osobe na lokaciji`,
      km: (km) => `${number(km, 2)} km`,
      noMap: w`Karte nema: studija nema ni granice ni koordinate.`,
      tableTitle: (word, population) => `${plural(word)}: ${population}`,
      share: w`udeo`,
      spots: w`lokacije`,
      spotsAtLeast: w`lokacije, najmanje`,
      estimate: w`procena`,
      range: w`raspon`,
      rangeHead: w`od najnižeg do najvišeg`,
      per1000: w`na 1.000`,
      barHead: (most) => w`0 do ${number(most)}`,
    },
    sizes: {
      title: w`Koliko, i koliko pouzdano`,
      lead: w`Dve različite stvari nacrtane su odvojeno. Široka traka je raspon: zbir svih najnižih odgovora i zbir svih najviših odgovora. Tanka linija ispod nje izračunata je iz navedene pretpostavke o greškama. Ni jedno ni drugo nije interval poverenja, osim ako tako piše.`,
      leadAggregated: w`Traka je raspon: zbir svih najnižih odgovora i zbir svih najviših odgovora, zaokruženo. To nije interval poverenja.`,
      range: (range) => w`raspon ${range} (zbir najnižih i zbir najviših odgovora)`,
      interval: (range, basis, method) => w`izračunato ${range} (${basis}; ${method})`,
      noRange: w`nema raspona: najniži i najviši odgovori nisu zabeleženi`,
      noInterval: w`nema izračunatog intervala`,
      figure: w`Nacionalne procene sa svojim rasponima`,
      says: (rows) => rows.join(' '),
      rowSays: (population, estimate, range) => `${population}: ${number(estimate)}, ${range}.`,
      caption: (when, spots) => w`Sve populacije na istoj skali broja osoba${when}, sa ${odLokacija(spots)}.`,
      captionAggregated: (when) => w`Sve populacije na istoj skali broja osoba${when}.`,
      modes: (geo, phone, web) =>
        list([
          w`${number(geo)} na mestima`,
          ...(phone > 0 ? [w`${number(phone)} telefonom`] : []),
          ...(web > 0 ? [w`${number(web)} na internetu`] : []),
        ]),
    },
    week: {
      title: w`Kada`,
      lead: w`Osobe koje se očekuju na otvorenim lokacijama, po danu i satu. Sati posle ponoći pripadaju prethodnoj večeri. Ovo pokazuje kada su lokacije otvorene, a ne koliko se ko zadržava.`,
      heatTitle: (population) => w`Nedelja: ${population}`,
      heatSays: (day, of, people) =>
        w`Najviše: ${day}, ${of}, približno ${osobe(people)} na otvorenim lokacijama.`,
      heatCaption: (what) =>
        w`${what.population}${what.when}, sa ${fromSomeOf(what.known, what.spots)} čiji su sati poznati.${what.flat > 0 ? w` Od toga bez podataka o nedelji: ${number(what.flat)}; takve lokacije se računaju jednako svakog dana.` : ''} Lokacije bez sati su izostavljene, ne smatraju se zatvorenim.`,
      clockTitle: (population) => w`Sati najveće posećenosti: ${population}`,
      clockSays: (of) =>
        of === undefined ? w`Nijedan sat se ne izdvaja.` : w`Najviše osoba na otvorenim lokacijama: ${of}.`,
      clockCaption: w`Prosečan dan; svaka latica je jedan sat, a njena dužina je broj osoba na otvorenim lokacijama. Noć je osenčena.`,
      stripTitle: (population) => w`Dani: ${population}`,
      stripSays: (of) => (of === '' ? w`Nijedan dan se ne izdvaja.` : w`Najviše: ${of}.`),
      stripCaption: (what) =>
        w`${what.population}${what.when}, osobe po danu sa ${fromSomeOf(what.known, what.spots)} čija je nedelja poznata. Sati nisu zabeleženi.`,
      unknown: (population) => w`${population}: ni dani ni sati nisu zabeleženi.`,
      atHour: (day, at, people) => `${day} ${at}: ${number(people)}`,
      day: w`dan`,
      hour: w`sat`,
      people: w`osobe`,
      mean: w`prosek`,
      fullest: w`najviše`,
      least: w`nijedna`,
      few: w`manje`,
      most: w`više`,
    },
    kinds: {
      title: w`Vrste lokacija`,
      lead: w`Osobe po vrsti lokacije na kojoj su izbrojane, sa rasponom odgovora.`,
      kind: w`vrsta`,
      modes: { geo: w`na mestu`, phone: w`telefonom`, web: w`na internetu` },
      unstated: w`nije navedeno`,
      caption: (population, when, spots) => w`${population}${when}, sa ${odLokacija(spots)}.`,
      captionAggregated: (population, when) => `${population}${when}.`,
    },
    concentration: {
      title: w`Koliko je raspodela nejednaka`,
      lead: w`Lokacije su poređane od najmanje do najveće. Što se kriva više spušta ispod prave linije, to je više osoba na malom broju lokacija. Lokacije koje niko nije popisao smanjile bi Gini.`,
      figure: (population) => w`Lorencova kriva: ${population}`,
      says: (gini, half, spots) =>
        w`Gini ${number(gini, 2)}. Polovina osoba je na najvećim lokacijama: ${number(half)} od ${number(spots)} (${percent(half / spots)}).`,
      caption: (population, when, spots) =>
        w`${population}${when}, ${lokacije(spots)}, 0 = sve lokacije jednake, 1 = svi na jednoj.`,
      spotsAxis: w`lokacije, najmanje prvo`,
      peopleAxis: w`osobe`,
      gini: 'Gini',
      shareSpots: w`udeo lokacija`,
      sharePeople: w`udeo osoba`,
      even: w`sve jednake`,
      tooFew: (population) => w`${population}: premalo lokacija za krivu.`,
    },
    plan: {
      title: w`Plan`,
      lead: (target) =>
        w`Šta mikroplan čini sa ovim procenama; cilj mu je ${percent(target)} osoba koje se sreću na lokacijama. Gde su procene pogrešne, pogrešan je i plan.`,
      mapTitle: (population) => w`Područja rada: ${population}`,
      mapSays: (catchments, gaps) =>
        w`Nacrtano: ${many(catchments, [w`područje rada`, w`područja rada`, w`područja rada`])}; lokacije bez planirane posete, prikazane kao prstenovi: ${number(gaps)}.`,
      mapCaption: (population, exact) =>
        w`${population}. Svaka površina obuhvata lokacije jednog radnika, ${exact ? w`nacrtana 50 m široko oko njih` : w`nacrtana oko 300 m široko oko približnih mesta`}. Prstenovi: osobe na lokacijama bez posete; površina prstena pokazuje koliko ih je.`,
      legendCatchment: w`lokacije jednog radnika`,
      legendGap: w`osobe bez posete`,
      covered: w`obuhvaćeno`,
      uncovered: w`nije obuhvaćeno`,
      facts: (what) =>
        w`${what.isSlots ? w`treba naći: ${radnici(what.workers)}` : radnici(what.workers)}, ${lokacije(what.spots)}, ${many(what.visits, [w`poseta`, w`posete`, w`poseta`])} za četiri nedelje.${what.fromNeed}`,
      need: (low, estimate, high) =>
        w` Prema formuli, broj terenskih radnika potrebnih za cilj: ${number(estimate)} (${span(low, high)} u celom rasponu).`,
      chance: (chance, target) =>
        w`Verovatnoća da se obuhvati ${percent(target)} svih osoba, bilo da se sreću na lokacijama ili ne: ${wholePercent(chance)}.`,
      conflict: w`Režim sukoba: niko se ne šalje tamo gde bezbednost nije zabeležena.`,
      coverTitle: w`Obuhvaćeni i neobuhvaćeni`,
      coverSays: (covered, all) => w`${number(covered)} od ${number(all)}`,
      loadTitle: (population) => w`Opterećenje terenskih radnika: ${population}`,
      loadSays: (workers, mean, full) =>
        w`${radnici(workers)}; u proseku ${osobe(mean)} po radniku; na devet desetina svog najvećeg broja ili iznad: ${number(full)}.`,
      loadCaption: w`Jedan stubac po radniku, najopterećeniji prvi. Linija je najveći broj osoba kojima jedan radnik pruža usluge.`,
      loadMost: (most) => w`najviše: ${number(most)}`,
      worker: w`radnik`,
      workers: w`radnika`,
      people: w`osobe`,
      mostHead: w`najviše`,
      load: w`opterećenje`,
      noWorkers: (population) => w`${population}: plan nijednom radniku ne dodeljuje lokaciju.`,
      noMap: w`Nema karte područja rada: nijedna lokacija u planu nema koordinate.`,
    },
    uncovered: {
      title: w`Ko nije obuhvaćen, i zašto`,
      lead: w`Sve osobe do kojih plan ne dopire, svaka sa jednim razlogom i najmanjom promenom koja bi pomogla većini njih.`,
      nobody: (population) => w`${population}: svi su obuhvaćeni.`,
      reason: w`razlog`,
      people: w`osobe`,
      spots: w`lokacije`,
      change: w`šta bi pomoglo`,
      caption: (population, uncovered, all) => w`${population}: ${number(uncovered)} od ${odOsoba(all)}.`,
      reasons: {
        virtual_only: w`dostupne samo telefonom ili na internetu`,
        not_met_at_spots: w`nikad sretnute na popisanoj lokaciji`,
        nobody_expected: w`na lokacijama gde se niko ne očekuje`,
        security: w`na lokacijama za koje se ne zna da su bezbedne za posetu`,
        incident: w`na lokacijama blizu nedavnog incidenta`,
        no_worker_of_population: w`bez radnika iz sopstvene populacije`,
        no_shared_language: w`bez radnika koji govori njihov jezik`,
        no_pair: w`gde su za posetu potrebna dva radnika, a par se ne može sastaviti`,
        distance: w`predaleko od svakog radnika`,
        hours: w`prisutne samo kada nijedan radnik nije slobodan`,
        curfew: w`prisutne samo za vreme policijskog časa`,
        capacity: w`gde svaki radnik koji bi mogao da ode već ima najveći broj osoba`,
        road_closed: w`iza zatvorenog puta`,
        money: w`zbog nedostatka novca`,
      },
      changes: {
        online_task: w`zadatak na internetu: poruke, telefon ili veza ka sajtu`,
        networks: w`mreže poznanika: osobe sretnute na lokacijama dovode druge`,
        new_count: w`ponovno brojanje`,
        after_incident: w`čekanje, pa nova provera koliko je lokacija bezbedna`,
        security_check: w`nova provera koliko je lokacija bezbedna`,
        new_worker: w`više radnika`,
        more_people: w`još nekoliko osoba za radnika koji ima prostora`,
        go_farther: w`radnik koji ide dalje ili živi bliže`,
        other_hours: w`drugo radno vreme`,
        meet_earlier: w`susret pre policijskog časa`,
        open_road: w`otvoren put, ili radnik sa druge strane`,
        more_money: w`više novca`,
      },
    },
    trace: {
      title: w`Od sirovog zbira do procene`,
      lead: w`Svaki korak lanca i šta je učinio sa ukupnim brojem, redom. Ništa drugo nije promenilo broj.`,
      step: w`korak`,
      method: w`metoda`,
      change: w`promena`,
      after: w`ukupno posle koraka`,
      rows: w`lokacije`,
      caption: (population, when) => w`${population}${when}, osobe.`,
      steps: {
        settle: w`sirovi zbir lokacija`,
        level_1: w`ispravljen nivo 1`,
        day: w`izabran dan`,
        overlap: w`osobe viđene dvaput`,
        hidden: w`osobe koje nisu ni na jednoj lokaciji`,
        profiles: w`od profila do osoba`,
        virtual: w`spojeni telefon i internet`,
      },
      unchanged: w`bez promene`,
    },
    forest: {
      title: w`Pored drugih metoda`,
      lead: w`Procene različitim metodama, svaka sa značenjem svojih granica. Kvadrati su pojedinačne procene, rombovi ih spajaju. Brojanje iz ove studije prikazano je radi poređenja; spojeno je samo ako je i ono jedan od redova tabele.`,
      figure: (population, place) =>
        place === '' ? w`Procene: ${population}` : w`Procene: ${population}, ${place}`,
      source: w`izvor procene`,
      persons: w`osobe`,
      ends: w`od najniže do najviše`,
      own: w`brojanje iz ove studije`,
      joined: (name) => w`spojeno: ${name}`,
      leftOut: (name, persons, reason) => w`Izostavljeno: ${name} (${number(persons)}), ${reason}.`,
      refusal: (reason) => w`Nije spojeno: ${reason}.`,
      basis: (basis, level) => (level === undefined ? bases[basis] : `${bases[basis]}, ${percent(level)}`),
      noEnds: w`granice nisu navedene`,
      disagree: (factor) =>
        w`Odnos najveće i najmanje procene: ${number(factor, 1)}. Nikakvo spajanje ne uklanja tu razliku.`,
      caption: (population, sources) => w`${population}: ${procene(sources)}, osobe.`,
    },
    choices: {
      title: w`Da smo izabrali drugačije`,
      lead: w`Svaki opravdan lanac izbora koji podaci dopuštaju, poređan po ukupnom broju. Lanac ove studije je označen. Lanci nisu jednako verovatni, a svi koriste iste podatke: ovo nije raspodela verovatnoće.`,
      figure: (population) => w`Ukupni brojevi pri drugim izborima: ${population}`,
      says: (chains, low, high, own) =>
        w`${many(chains, [w`lanac`, w`lanca`, w`lanaca`])}: od ${number(low)} do ${odOsoba(high)}${own === undefined ? '' : w`; lanac ove studije: ${number(own)}`}.`,
      caption: (population, drawn, all) =>
        w`${population}. ${drawn === all ? '' : w`Nacrtano ${number(drawn)} od ukupno ${many(all, [w`lanca`, w`lanca`, w`lanaca`])}, ravnomerno izabranih. `}Traka: zbir najnižih i zbir najviših odgovora; linija: procena. Oznake ispod kažu koji izbor čini svaki lanac.`,
      effects: w`Promenjen jedan izbor, svi ostali kao u studiji`,
      choice: w`izbor`,
      estimate: w`ukupno`,
      change: w`promena`,
      own: w`ova studija`,
      single: (population) => w`${population}: podaci dopuštaju samo jedan lanac.`,
    },
    issues: {
      title: w`Šta je sumnjivo u podacima`,
      none: w`Nema grešaka, upozorenja ni napomena.`,
      counts: (errors, warnings, notes) =>
        `${list([
          many(errors, [w`greška`, w`greške`, w`grešaka`]),
          many(warnings, [w`upozorenje`, w`upozorenja`, w`upozorenja`]),
          many(notes, [w`napomena`, w`napomene`, w`napomena`]),
        ])}.`,
      severity: { error: w`greška`, warning: w`upozorenje`, note: w`napomena` },
      what: w`šta`,
      where: w`gde`,
      todo: w`šta uraditi`,
      times: (count) => w`${number(count)} puta`,
      andMore: (count) => w`i još ${number(count)}`,
    },
    methods: {
      title: w`Kako je urađeno`,
      lead: w`Kartice ispod (na engleskom) iste su one koje ispisuje \`spotwise explain\`: šta svaki korak radi, kada je ispravan, kada vara i odakle potiče.`,
      all: w`sve populacije`,
      set: w`Podešeno na`,
    },
    protection: {
      title: w`Šta je skriveno, i zašto`,
      says: (shown, hidden) =>
        w`Skriveno je ${number(hidden)} od ukupno ${many(shown + hidden, [w`polja`, w`polja`, w`polja`])}, jer su mala ili jer bi odala neko malo; koji je od ta dva razloga, ne kaže se.`,
      rules: (rules) =>
        w`Polje se prikazuje ako ima najmanje ${osobe(rules.people)} na ${naLokacijama(rules.spots)} ili više i najviše ${percent(rules.dominance)} na jednoj lokaciji. Broj osoba se zaokružuje na ${number(rules.round_to)}, donje granice naniže, a gornje naviše, pa zbir zaokruženih delova ne mora da se slaže.`,
    },
    run: {
      title: w`Ovaj proračun`,
      lead: w`Šta je ušlo i šta je izašlo, sa otiscima (SHA-256), da svako može da proveri da je neka datoteka ista kao ona ovde korišćena.`,
      made: (command, version) => w`spotwise ${command}, verzija ${version}`,
      seed: w`početna vrednost`,
      options: w`opcije`,
      none: w`nema`,
      rows: w`pročitani redovi`,
      inputs: w`Pročitane datoteke`,
      outputs: w`Datoteke napisane pored ove stranice`,
      file: w`datoteka`,
      hash: 'SHA-256',
    },
  };
}

/** The words of pages and sheets in Serbian, in Latin letters. */
export const SERBIAN = serbian('sr-Latn', latinScript);

/** The same words in Cyrillic letters; what a study or an option names stays in its own letters. */
export const SERBIAN_CYRILLIC = serbian('sr-Cyrl', cyrillicScript);
