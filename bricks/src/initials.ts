/** The initials of a name: first letters of its first and last word; nothing for what is no name, such as a phone. */
export function initials(name: string): string {
  const words = person(name)
    .replace(/['’ʼ]/gu, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return `${initial(first)}${initial(last)}`;
}

/** A colour that stays the same for the same person, as a hue in degrees. */
export function hueOf(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return (sum * 47) % 360;
}

/** What is longer is no name, and is not searched to its end. */
const longestName = 300;

/** Of a mail address, what stands for the person; accents as one letter with theirs. */
function person(name: string): string {
  return name
    .slice(0, longestName)
    .normalize("NFC")
    .replace(/(?<=.)@\S+$/u, "");
}

function initial(word = ""): string {
  return ([...word][0] ?? "").toLocaleUpperCase();
}
