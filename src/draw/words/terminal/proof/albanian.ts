import { ALBANIAN, many } from '../../albanian.js';
import type { ProofWords } from './english.js';

// Machine draft, needs native review.

const { number, percent } = ALBANIAN;
const towns = (count: number) => many(count, 'qytet i shpikur', 'qytete të shpikura');
const rows = (count: number) => many(count, 'rresht', 'rreshta');

/** What is said on the terminal of numbers recomputed, audited and tried, in Albanian. */
export const ALBANIAN_PROOF: ProofWords = {
  reproduce: {
    number: 'numri',
    published: 'i botuar',
    recomputed: 'i rillogaritur',
    status: {
      matched: 'përputhet',
      'known-deviation': 'shmangie e njohur',
      mismatch: 'NDRYSHON',
      missing: 'MUNGON',
    },
    count: (count, status) => `${status}: ${number(count)}`,
    counts: (all, statuses) => `${many(all, 'numër i botuar', 'numra të botuar')}: ${statuses}`,
  },
  audit: {
    leftOut: (cells) => `Lënë jashtë, pa numra të shtypur: ${cells}`,
    line: (line) => `rreshti ${line}`,
    checked: 'kontrolluar',
    times: 'herë',
    held: 'mbajti',
    found: (errors, warnings) =>
      [many(errors, 'gabim', 'gabime'), many(warnings, 'paralajmërim', 'paralajmërime')].join(', '),
    counts: (counts, count) => `${counts} në ${rows(count)}`,
    rule: (rule, held, count, verdict) => `${rule}: mbajti në ${number(held)} nga ${rows(count)}, ${verdict}`,
    inForce: 'merret si rregull',
    notInForce: 'nuk merret si rregull',
    repair: 'ndreqja e propozuar',
    cell: 'qeliza',
    printed: 'e shtypur',
    proposed: 'e propozuar',
    howSure: 'siguria',
    restores: 'rivendos',
    confidence: { high: 'e lartë', medium: 'mesatare', low: 'e ulët' },
  },
  simulate: {
    invented: (scenario, seed) => `Studim I SHPIKUR, skenari ${scenario}, fara ${seed}`,
    next: (folder) =>
      `Më tej: spotwise check ${folder}, pastaj spotwise estimate ${folder}, dhe krahasoni me truth.csv`,
    trial: (count, seed, replicates) =>
      `${towns(count)}, fara nga ${seed}, ${many(replicates, 'përsëritje', 'përsëritje')}`,
    chain: 'zinxhiri',
    isOf: 'i përket',
    bias: 'animi',
    rmse: 'RMSE',
    interval: 'intervali',
    claims: 'premton',
    noLevel: 'pa nivel',
    holds: 'mban',
    width: 'gjerësia',
    givesNone: 'nuk jep',
    tooNarrow: 'tepër i ngushtë',
    aLittleNarrow: 'pak i ngushtë',
    note: '± është një gabim standard Monte Carlo; animi, RMSE dhe gjerësia janë pjesë të së vërtetës',
  },
  design: {
    trial: (count, seed) => `${towns(count)} për skemë, fara nga ${seed}`,
    visited: 'vende të vizituara',
    met: 'takuar për vend',
    visits: 'vizita',
    interviews: 'intervista',
    needed: 'gjysmëgjerësia e nevojshme',
    bootstrap: 'bootstrap thotë',
    holds: 'dhe mban',
    within: (width) => `brenda ${width}`,
    reaches: { yes: 'po', perhaps: 'ndoshta', no: 'jo' },
    note: 'gjysmëgjerësia e nevojshme: rreth 95 nga 100 qytete janë brenda saj (1,96 × RMSE); ± është një gabim standard Monte Carlo. Bootstrap nuk di për thashethemet.',
    none: (width) =>
      `Asnjë skemë e rrjetës nuk e arrin ±${width}: qyteti është tepër i vogël ose vendet tepër të pabarabarta.`,
    smallest: (width) => `Skemat më të vogla brenda ±${width}`,
    one: (share, met, visits, interviews) =>
      `vizitoni ${percent(share)} të vendeve dhe takoni ${number(met)} në secilin (${many(visits, 'vizitë', 'vizita')}, ${many(interviews, 'intervistë', 'intervista')})`,
    width: (width, error, answer) => `±${width}, me gabim ${error}: ${answer}`,
  },
  explain: {
    total: (name, estimate, low, high) =>
      `${name}: ${estimate} persona (${low} deri ${high}, përgjigjet skajore të mbledhura)`,
    formula: 'formula',
    row: 'rreshti',
    where: 'ku',
    ends: 'ulët–lartë',
    settled: 'i vendosur',
    contributes: 'jep',
    smaller: (count) => `${many(count, 'rresht më i vogël', 'rreshta më të vegjël')} (--all i tregon)`,
    all: 'gjithsej',
    steps: 'Hapat e zinxhirit të vlerësimit dhe variantet e tyre',
    methods: 'Metoda të tjera të vlerësimit',
    issues: 'Problemet e të dhënave',
    formats: 'Formatet e eksportit',
    columns: 'Kolonat',
  },
};
