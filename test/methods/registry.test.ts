import { describe, expect, it } from 'vitest';
import { findTopics } from '../../src/explain/topics.js';
import { METHOD_FAMILIES } from '../../src/methods/registry.js';

const cards = METHOD_FAMILIES.flatMap((family) =>
  family.variants.map((card) => ({ name: `${family.id}.${card.id}`, card })),
);

describe('every sizing method', () => {
  it.each(cards)('$name has a complete card and a true example', ({ card }) => {
    for (const part of [card.title, card.summary, card.formula, card.rightWhen, card.misleads]) {
      expect(part.length).toBeGreaterThan(3);
    }
    expect(card.sources.length).toBeGreaterThan(0);
    expect(card.example.compute()).toBeCloseTo(card.example.gives, 2);
  });

  it.each(cards)('$name is found by explain', ({ name }) => {
    expect(findTopics(name).map((topic) => topic.kind)).toEqual(['variant']);
  });

  it.each(METHOD_FAMILIES)('$id has its standard among its methods and no name twice', (family) => {
    const ids = family.variants.map((card) => card.id);
    expect(ids).toContain(family.standard);
    expect(new Set(ids).size).toBe(ids.length);
    expect(findTopics(family.id).some((topic) => topic.kind === 'family')).toBe(true);
  });
});
