/** A colour by day and by night. */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

/**
 * The colours of everything spotwise draws for a screen: ink on paper, one cool colour for people, one warm colour for
 * what is missing. The two differ in lightness too, so that they stay apart for the colour-blind and on a grey printer.
 */
export const PALETTE = {
  paper: { light: '#fdfcf9', dark: '#121716' },
  card: { light: '#f5f3ed', dark: '#1b2220' },
  ink: { light: '#1b2523', dark: '#e8eeeb' },
  faint: { light: '#55625f', dark: '#a5b5b0' },
  line: { light: '#dad7cc', dark: '#34403d' },
  cool: { light: '#0b665f', dark: '#62c9ba' },
  'cool-soft': { light: '#b9dcd5', dark: '#24564f' },
  warm: { light: '#a8401a', dark: '#f2a07c' },
  'warm-soft': { light: '#f0c7b3', dark: '#6b3a25' },
  'ramp-1': { light: '#dcece7', dark: '#1d3d38' },
  'ramp-2': { light: '#b2d6cd', dark: '#27584f' },
  'ramp-3': { light: '#7cb9ad', dark: '#33786c' },
  'ramp-4': { light: '#3f938a', dark: '#4da392' },
  'ramp-5': { light: '#0d6c64', dark: '#85d5c4' },
  empty: { light: '#ebe8e0', dark: '#262d2b' },
} as const satisfies Record<string, Tone>;

/** The colours as custom properties of CSS: `--paper`, `--ink` … */
export function paletteStyle(tone: keyof Tone): string {
  return Object.entries(PALETTE)
    .map(([name, tones]) => `--${name}:${tones[tone]}`)
    .join(';');
}

/** Type of the house: the fonts a computer has, with Noto for the scripts it may lack. */
export const TYPE = {
  text: 'system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans Myanmar","Myanmar Text",Arial,sans-serif',
  title: 'Georgia,"Noto Serif","Noto Sans Myanmar","Times New Roman",serif',
} as const;
