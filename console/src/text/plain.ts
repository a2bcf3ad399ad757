/** More marks on one letter than anybody writes: putting them in order takes a time that grows with their square. */
const piled = /(\p{M}{9})\p{M}+/gu;

/** A text as it is searched for: without accents and capitals. */
export function plain(text: string): string {
  return text
    .replace(piled, "$1")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
