/** Of this many a tab says 99+, and a place 999+, so that no more are counted: one read, however many there are. */
export const mostCounted = 100;
export const mostInPlace = 1000;

/** How many turns pass until what had reached that is counted again: so many seldom sink below from one to the next. */
const turnsOfMany = 6;

/** Whether what was so many is counted at this turn. */
export function isDue(turn: number, known = 0): boolean {
  return known < mostCounted || turn % turnsOfMany === 0;
}

/** A number that was counted no further than `most`, as it is said. */
export function upTo(most: number, count: number): string {
  return count < most ? String(count) : `${most - 1}+`;
}
