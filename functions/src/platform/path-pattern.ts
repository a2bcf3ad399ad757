/** A path with its parameters in braces, as Express matches it. */
export function patternOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}
