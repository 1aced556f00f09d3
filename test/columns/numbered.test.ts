import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../src/columns/dictionary.js';
import { makeRandom } from '../../src/stats/random.js';

const dictionaryOf = (texts: readonly string[]): Dictionary => {
  const dictionary = new Dictionary();
  for (const text of texts) dictionary.codeOfText(text);
  return dictionary;
};

describe('texts whose second byte is a digit', () => {
  it('are told from others, in any order and in a rising one', () => {
    const random = makeRandom(3);
    const signs = ['S', 'T', '0', '5', '9', 'x', ' ', 'é'];
    const some = () =>
      Array.from({ length: 1 + random.integer(4) }, () => signs[random.integer(signs.length)] ?? '').join('');
    let [numbered, rising] = [0, 0];
    for (let round = 0; round < 8000; round += 1) {
      const first = random.integer(2) === 0 ? '' : 'S';
      const texts = Array.from({ length: 1 + random.integer(4) }, () => first + some());
      if (random.integer(2) === 0) texts.sort();
      const dictionary = dictionaryOf(texts);
      const isNumbered = texts.every((text) => /^.\d/s.test(Buffer.from(text).toString('latin1')));
      expect({ texts, isNumbered: dictionary.isNumbered }).toEqual({ texts, isNumbered });
      numbered += Number(isNumbered);
      rising += Number(isNumbered && dictionary.isRising && dictionary.size > 1);
    }
    expect(numbered).toBeGreaterThan(200);
    expect(rising).toBeGreaterThan(100);
    expect(dictionaryOf([]).isNumbered).toBe(true);
  });
});
