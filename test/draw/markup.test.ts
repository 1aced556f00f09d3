import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, markup, Markup } from '../../src/draw/markup.js';

/** Texts of any code units, tags and quotes among them more often than by chance. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x3c, 0x3e, 0x26, 0x22, 0x27)))
  .map((units) => String.fromCharCode(...units));

const signs = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', 'ё', ' ', 'က', 'ž') });

const read = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('markup', () => {
  it('lets no text become a tag, an attribute or an entity', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const made = markup`<p title="${text}">${text}</p>`.text;
        expect(made.match(/[<>]/g)).toHaveLength(4);
        expect(made.match(/"/g)).toHaveLength(2);
        expect(made.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&']/);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('gives the text back when the entities are read', () => {
    fc.assert(
      fc.property(signs, (text) => {
        expect(read(escapeText(text))).toBe(text);
      }),
      { seed: 1 },
    );
  });

  it('drops what turns the direction of text or controls a machine', () => {
    expect(escapeText('a\u202eb\u0000c\u2066d\ne')).toBe('abcd e');
  });

  it('keeps markup that was made by markup, and joins lists', () => {
    expect(markup`<ul>${['<', '>'].map((sign) => markup`<li>${sign}</li>`)}</ul>${undefined}${7}`.text).toBe(
      '<ul><li>&lt;</li><li>&gt;</li></ul>7',
    );
    expect(markup`${new Markup('<br>')}`.text).toBe('<br>');
  });
});
