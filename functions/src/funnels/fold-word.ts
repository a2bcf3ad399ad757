/** A word without case, accents and drawn-out letters: "¡Holaaa" → "hola". */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}'’`´]/gu, "")
    .replace(/(.)\1{2,}/gu, "$1");
}

/**
 * A plain word as it sounds to somebody who spells by ear, so that "bale", "vale" and "aser", "hacer" are one each. It is
 * made for Spanish and applied to every language alike, to texts as to phrases.
 */
export function byEar(plain: string): string {
  return plain
    .replace(/ch/g, "C")
    .replace(/h/g, "")
    .replace(/gu(?=[ei])/g, "G")
    .replace(/qu(?=[ei])|q/g, "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c/g, "k")
    .replace(/z/g, "s")
    .replace(/v/g, "b")
    .replace(/ll/g, "y")
    .replace(/g(?=[ei])/g, "j")
    .toLowerCase()
    .replace(/(.)\1/g, "$1");
}
