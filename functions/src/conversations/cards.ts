import { type ContactCard, mostCards } from "@hilo/schema";
import { textOf } from "../files/text-of.ts";

/** A card with more numbers, addresses or letters is shown as its file alone. */
const mostValues = 50;
const longestValue = 500;

/**
 * The people in a vCard file (RFC 6350, and the 3.0 phones send), `mostCards` at most; nothing for files of other types,
 * or where somebody has more of anything than can be shown.
 */
export function cardsIn(type: string, bytes: Buffer | undefined): ContactCard[] {
  if (!bytes || !/^text\/(x-)?vcard/.test(type)) return [];
  const unfolded = (textOf(bytes) ?? "").replace(/\r?\n[ \t]/g, "");
  const cards = unfolded
    .split(/^BEGIN:VCARD\r?$/im)
    .slice(1, mostCards + 1)
    .map(cardFrom);
  return cards.every(isShowable) ? cards : [];
}

function isShowable({ name, organization = "", phones, emails }: ContactCard): boolean {
  const isShort = [name, organization, ...phones, ...emails].every(
    ({ length }) => length <= longestValue,
  );
  return isShort && phones.length + emails.length <= mostValues;
}

function cardFrom(text: string): ContactCard {
  const lines = text.split(/\r?\n/);
  const all = (name: string) => valuesOf(lines, name);
  const organization = all("ORG")[0]?.split(";")[0];
  return {
    name: all("FN")[0] ?? all("N")[0]?.split(";").filter(Boolean).reverse().join(" ") ?? "",
    phones: all("TEL").map((phone) => phone.replace(/^tel:/, "")),
    emails: all("EMAIL"),
    ...(organization ? { organization } : {}),
  };
}

/** `item1.TEL;type=CELL:+56 9 …` → the part after the first colon. */
function valuesOf(lines: string[], name: string): string[] {
  const pattern = new RegExp(`^(?:[\\w-]+\\.)?${name}(?:;[^:]*)?:(.*)$`, "i");
  return lines
    .map((line) => pattern.exec(line)?.[1]?.trim() ?? "")
    .filter((value) => value !== "")
    .map((value) => value.replace(/\\([,;\\])/g, "$1").replace(/\\n/gi, " "));
}
