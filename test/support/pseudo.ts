/** Letters as no language of ours writes them, each read as the one it stands for. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, i) => [
    letter,
    [..."ạḅċḍẹḟġḥịjḳḷṃṇọṗqṛṣṭụṿẉẋỵẓẠḄĊḌẸḞĠḤỊJḲḶṂṆỌṖQṚṢṬỤṾẈẊỴẒ"][i] ?? letter,
  ]),
);

/** What is left as it is: addresses, and places that something is put into. */
const kept = /\{[^}]*\}|https?:\/\/\S+|\S+@\S+\.\w+/u;

/**
 * A text as a language would write it that needs more room: its letters changed, 40 % longer, in brackets, so that what
 * is cut or was never given to it is seen. What was put into it, and what already is so written, stays as it is.
 */
export function pseudo(text: string, values: readonly string[] = []): string {
  if (text.trim() === "") return text;
  const parts = [kept.source, "⟦.*⟧", ...values.filter((one) => one !== "").map(literally)];
  const pieces = text.split(new RegExp(`(${parts.join("|")})`, "su"));
  const own = pieces.filter((_, i) => i % 2 === 0).join("");
  const changed = pieces.map((piece, i) => (i % 2 === 0 ? accented(piece) : piece)).join("");
  return `⟦${changed}${padding(Math.ceil([...own].length * 0.4) - 2)}⟧`;
}

function accented(text: string): string {
  return [...text.normalize("NFD").replace(/\p{M}/gu, "")]
    .map((one) => letters[one] ?? one)
    .join("");
}

/** Words of up to six letters, so that they break as a text does. */
function padding(length: number): string {
  return Array.from({ length: Math.max(0, length) }, (_, i) =>
    i % 7 === 0 && i < length - 1 ? " " : "ẹ",
  ).join("");
}

function literally(value: string): string {
  return value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The same of a phrase that is made of values, of a table of phrases, and of whatever else holds texts. */
export function pseudoOf(said: unknown): unknown {
  if (typeof said === "string") return pseudo(said);
  if (typeof said === "function")
    return Object.defineProperty(
      (...values: unknown[]) => pseudo(String(said(...values)), values.flatMap(stringsIn)),
      "length",
      { value: said.length },
    );
  if (Array.isArray(said)) return said.map(pseudoOf);
  if (typeof said !== "object" || said === null) return said;
  return Object.fromEntries(Object.entries(said).map(([key, inner]) => [key, pseudoOf(inner)]));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
