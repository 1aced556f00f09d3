/** A work a method comes from. */
export interface Source {
  readonly author: string;
  readonly year: number;
  /** Title, journal or DOI: what a reader needs to find it. */
  readonly work: string;
}

/** A value that a variant needs from the study, as it stands in study.yaml. */
export interface Parameter {
  readonly kind: 'share' | 'persons' | 'number' | 'text' | 'texts' | 'choice';
  readonly meaning: string;
  readonly choices?: readonly string[];
  readonly required?: true;
  readonly standard?: number | string;
}

/** What everybody should know of a method before using its number; `explain` and the manual print it. */
export interface Card {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it does. */
  readonly summary: string;
  readonly formula: string;
  readonly rightWhen: string;
  readonly misleads: string;
  readonly sources: readonly Source[];
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** A worked example that is run by the tests. */
  readonly example: { readonly given: string; readonly gives: number; readonly compute: () => number };
}

/** A named way to do a step of the estimation chain: its card and the pure function behind it. */
export interface Variant<Apply> extends Card {
  readonly apply: Apply;
}

/** Cards that answer one question in different ways: a step of the chain, or a family of sizing methods. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The card to use where nothing speaks for another. */
  readonly standard: string;
  readonly variants: readonly Card[];
}

/** One step of the estimation chain with the ways it can be done. */
export interface Step<Apply> extends Chapter {
  /** True for a step most studies do not need: its standard variant leaves no row in the trace. */
  readonly isQuiet?: true;
  readonly variants: readonly Variant<Apply>[];
}

/** The published sources several cards share. */
export const SOURCES = {
  emmanuel2019: {
    author: 'Emmanuel et al.',
    year: 2019,
    work: 'Programmatic mapping, JMIR Public Health Surveill 5(2):e12636, doi:10.2196/12636',
  },
  ikpeazu2014: {
    author: 'Ikpeazu et al.',
    year: 2014,
    work: 'PLoS ONE 9(8):e103619, doi:10.1371/journal.pone.0103619',
  },
  odek2014: {
    author: 'Odek et al.',
    year: 2014,
    work: 'PLoS ONE 9(3):e89180, doi:10.1371/journal.pone.0089180',
  },
  kosovo2019: {
    author: 'Gexha Bunjaku et al.',
    year: 2019,
    work: 'JMIR Public Health Surveill 5(1):e11194, doi:10.2196/11194',
  },
  khodadost2022: {
    author: 'Khodadost et al.',
    year: 2022,
    work: 'J Subst Use, doi:10.1080/14659891.2022.2077247',
  },
  khodadost2025: {
    author: 'Khodadost et al.',
    year: 2025,
    work: 'Med J Islam Repub Iran 39, doi:10.47176/mjiri.39.103',
  },
  vadivoo2008: {
    author: 'Vadivoo et al.',
    year: 2008,
    work: 'AIDS 22(S5), mapping and reverse tracking in India',
  },
  spotwise: { author: 'spotwise', year: 2026, work: 'docs/methods.md; no published source was found' },
} as const satisfies Record<string, Source>;
