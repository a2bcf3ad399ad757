/**
 * How a tag is likely to be written, with other capitals: the database compares letter by letter. Four, since it takes
 * no more than thirty combinations with the states that are asked for.
 */
export function spellings(tag: string): string[] {
  const low = tag.toLocaleLowerCase();
  const first = low.charAt(0).toLocaleUpperCase() + low.slice(1);
  return [...new Set([tag, low, first, tag.toLocaleUpperCase()])];
}
