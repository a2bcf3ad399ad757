/** Our own id of a message, out of what was given along to be given back: the last part of `conversation:message`. */
export function ownId(given: string | undefined): string | null {
  if (!given) return null;
  return given.split(/[\s:/|,]/).at(-1) || null;
}
