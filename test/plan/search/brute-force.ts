/** Calls `visit` with every way of giving each of `length` items one of `choices` values. */
export function everyAssignment(
  length: number,
  choices: number,
  visit: (assignment: readonly number[]) => void,
): void {
  const assignment = Array.from({ length }, () => 0);
  const place = (item: number): void => {
    if (item === length) {
      visit(assignment);
      return;
    }
    for (let choice = 0; choice < choices; choice += 1) {
      assignment[item] = choice;
      place(item + 1);
    }
  };
  place(0);
}

/** Calls `visit` with every set of items, as sorted lists. */
export function everySubset(items: number, visit: (subset: readonly number[]) => void): void {
  for (let bits = 0; bits < 2 ** items; bits += 1) {
    visit(Array.from({ length: items }, (_, item) => item).filter((item) => ((bits >> item) & 1) === 1));
  }
}
