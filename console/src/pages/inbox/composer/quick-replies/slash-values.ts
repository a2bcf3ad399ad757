import { filledIn } from "@hilo/schema/template/template";
import { phone } from "../../../../text/address.ts";
import { plain } from "../../../../text/plain.ts";

/** What is known while an answer is written. */
export type Known = {
  /** As the customer is called. */
  name: string;
  /** Where they write from: a phone or an address. */
  address: string;
  agent: string;
  company: string;
  date: string;
};

/** Words that stand for the same in the languages of the console. */
const names: Record<string, string> = {
  nombre: "name",
  primer_nombre: "first_name",
  agente: "agent",
  empresa: "company",
  telefono: "phone",
  correo: "email",
  fecha: "date",
};

/** The values of a quick reply's variables, by name; what nobody knows is not there. */
export function valuesOf({ name, address, agent, company, date }: Known): Record<string, string> {
  const number = phone(address);
  const isNamed = /\p{L}/u.test(name) && name !== address;
  const known = {
    ...(isNamed ? { name, first_name: name.trim().split(/\s+/)[0] ?? name } : {}),
    ...(number ? { phone: number } : {}),
    ...(/^\S+@\S+\.\S+$/.test(address) ? { email: address } : {}),
    ...(agent ? { agent } : {}),
    ...(company ? { company } : {}),
    date,
  };
  const translated = Object.entries(names).flatMap(([word, own]) => {
    const value = (known as Record<string, string>)[own];
    return value === undefined ? [] : [[word, value] as const];
  });
  return { ...known, ...Object.fromEntries(translated) };
}

/** The slash being written: where it stands, and the words after it. */
export type Slash = { from: number; words: string };

/** The slash that ends at the caret: at the beginning, or after a space. */
export function slashAt(text: string, caret: number): Slash | undefined {
  const found = /(?:^|\s)\/([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)?)$/u.exec(text.slice(0, caret));
  const words = found?.[1];
  return words === undefined ? undefined : { from: caret - words.length - 1, words };
}

type Field = { text: string; caret: number };

/** The text with a slash in the place of what is selected, and what was put there: a space too, after a word. */
export function beginSlash(text: string, from: number, to: number): Field & { put: string } {
  const put = /\S$/.test(text.slice(0, from)) ? " /" : "/";
  return { text: text.slice(0, from) + put + text.slice(to), caret: from + put.length, put };
}

/** The text without the slash, the words behind it, and the space that was put before it. */
export function withoutSlash(text: string, caret: number, { from }: Slash, put: string): Field {
  const start = from + 1 - put.length;
  return { text: text.slice(0, start) + text.slice(caret), caret: start };
}

/** The text with a quick reply in the slash's place, and what is to be selected: its first blank, or its end. */
export function insert(
  written: string,
  caret: number,
  { from }: Slash,
  reply: string,
  values: Record<string, string>,
): { text: string; select: [number, number] } {
  const filled = filledIn(reply, values);
  const text = written.slice(0, from) + filled + written.slice(caret);
  const end = from + filled.length;
  return { text, select: blankIn(text, from, end) ?? [end, end] };
}

/** The first blank between two places. */
export function blankIn(text: string, from = 0, to = text.length): [number, number] | undefined {
  const found = /\{\{\s*[\w.]+\s*\}\}/.exec(text.slice(from, to));
  return found ? [from + found.index, from + found.index + found[0].length] : undefined;
}

/** Those whose name, category or text holds the words; names that begin with them first, accents aside. */
export function matching<T extends { name: string; category: string; text: string }>(
  replies: readonly T[],
  words: string,
): T[] {
  const searched = plain(words);
  if (searched === "") return [...replies];
  const rank = ({ name, category, text }: T) => {
    if (plain(name).startsWith(searched)) return 0;
    if (plain(name).includes(searched)) return 1;
    return plain(`${category} ${text}`).includes(searched) ? 2 : 3;
  };
  const ranked = replies.map((reply) => ({ reply, rank: rank(reply) }));
  return ranked
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ reply }) => reply);
}
