import { describe, expect, it } from 'vitest';
import { tellingWord, WORD_LANGUAGES } from '../../../src/share/check/words.js';
import { metadataIn } from '../../../src/share/check/metadata.js';

describe('the word list', () => {
  it('covers seven languages', () => {
    expect(WORD_LANGUAGES).toHaveLength(7);
  });

  it.each([
    'msm_by_town.csv',
    'FSW',
    'sex-workers 2026',
    'Brothels',
    'hotspots.geojson',
    'people who inject drugs',
    'လိင်အလုပ်သမားများ',
    'проститутке',
    'сексуални радници',
    'punëtore seksi',
    'наркоман',
    'секс-робітниці',
    'секс работники',
    'МСМ 2020',
  ])('finds the word in "%s"', (text) => {
    expect(tellingWord(text)).toBeDefined();
  });

  it.each([
    'municipalities.csv',
    'run-2026-01-15-bcdfgh',
    'Essex',
    'per_1000',
    'adult_men',
    'Sussex county',
    'Gora',
  ])('finds none in "%s"', (text) => {
    expect(tellingWord(text)).toBeUndefined();
  });
});

describe('metadata', () => {
  it.each([
    ['see /home/someone/data', 'path'],
    ['"C:\\Users\\someone"', 'path'],
    ['2026-01-15T10:30:00Z', 'time'],
    ['at 10:30:05', 'time'],
    ['{"at": 1768472000000}', 'time'],
    ['someone@example.org', 'address'],
    ['made by agron-k', 'person'],
  ])('is found in %s', (text, kind) => {
    expect(metadataIn(text, ['agron-k', 'root']).map((found) => found.kind)).toContain(kind);
  });

  it('is not found in counts, dates and hashes', () => {
    const text = `2026-01-15,440,0.25\n{"sha256":"${'1234567890'.repeat(6)}abcd"}`;
    expect(metadataIn(text, ['root', undefined, 'ab'])).toEqual([]);
  });
});
