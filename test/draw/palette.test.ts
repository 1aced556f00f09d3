import { describe, expect, it } from 'vitest';
import { PALETTE, type Tone } from '../../src/draw/palette.js';
import { TEXT_ON } from '../../src/report/style.js';

type Name = keyof typeof PALETTE;

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The colour as somebody without red (protan), green (deutan) or blue (tritan) cones sees it: Viénot et al. 1999; Brettel et al. 1997, one half-plane. */
const SIGHTS = {
  protan: [0.152, 1.053, -0.205, 0.115, 0.786, 0.099, -0.004, -0.048, 1.052],
  deutan: [0.367, 0.861, -0.228, 0.28, 0.673, 0.047, -0.012, 0.043, 0.969],
  tritan: [1.256, -0.077, -0.179, -0.078, 0.931, 0.148, 0.005, 0.691, 0.304],
} as const;

function distance(one: string, other: string, sight: readonly number[]): number {
  const seen = (colour: string) => {
    const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    return [0, 3, 6].map((row) => rgb.reduce((sum, value, at) => sum + value * (sight[row + at] ?? 0), 0));
  };
  const [a, b] = [seen(one), seen(other)];
  return Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)));
}

const TONES: readonly (keyof Tone)[] = ['light', 'dark'];

describe('the palette', () => {
  it('reads the contrast of known pairs right', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(TONES)('has text that can be read, %s', (tone) => {
    for (const [text, ground] of TEXT_ON) {
      expect(contrast(PALETTE[text][tone], PALETTE[ground][tone]), `${text} on ${ground}`).toBeGreaterThan(
        4.5,
      );
    }
  });

  it.each(TONES)('has a ramp that rises in even steps of lightness away from the paper, %s', (tone) => {
    const names: Name[] = ['ramp-1', 'ramp-2', 'ramp-3', 'ramp-4', 'ramp-5'];
    const steps = names.map((name) => contrast(PALETTE[name][tone], PALETTE.paper[tone]));
    for (const [at, step] of steps.entries())
      if (at > 0) expect(step / (steps[at - 1] ?? 1)).toBeGreaterThan(1.2);
    expect(steps.at(-1)).toBeGreaterThan(4.5);
  });

  it.each(TONES)('keeps covered and uncovered apart for every kind of sight, %s', (tone) => {
    for (const [name, sight] of Object.entries(SIGHTS)) {
      expect(distance(PALETTE.cool[tone], PALETTE.warm[tone], sight), name).toBeGreaterThan(60);
    }
  });
});
