/** The three forms of a counted word: after 1, 21, 31…; after 2 to 4, 22 to 24…; after all other numbers. */
export type CountedForms = readonly [one: string, few: string, many: string];

/** The form a Serbian or Russian word takes after a whole number: 1 and 21, 2 and 22, or 5, 11 and 12. */
export function counted(count: number, [one, few, many]: CountedForms): string {
  const tens = Math.round(Math.abs(count)) % 100;
  const ones = tens % 10;
  if (tens > 10 && tens < 15) return many;
  if (ones === 1) return one;
  return ones > 1 && ones < 5 ? few : many;
}
