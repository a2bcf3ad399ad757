import { cut, hasInk, isMailAddress, oneForm, publicName, visibleName } from "@hilo/schema";
import { readPhone } from "../../functions/src/contacts/phone.ts";
import { cardsIn } from "../../functions/src/conversations/cards.ts";
import { plainName } from "../../functions/src/files/file-name.ts";
import { recognize } from "../../functions/src/files/recognize.ts";
import { flatHtml } from "../../functions/src/platform/flat-html.ts";
import { textAsHtml } from "../../functions/src/platform/html-text.ts";
import { cleanText } from "../../functions/src/platform/redact.ts";
import { passedOn, picturesIn, safeHtml } from "../../functions/src/platform/safe-html.ts";
import { whatsappAt } from "../../functions/src/providers/addresses.ts";
import { before, between, over, takesInProportion, type Worst } from "../support/in-proportion.ts";

type Read = (text: string) => unknown;

const bytes = (text: string) => Buffer.from(text);
const marks = "\u0301\u0316";
const names: Worst[] = [
  ...["a", ".", " ", "@", "1", marks, "\u202e", "\u200d", "\u{1f469}\u200d"].map(over),
  between("a", ".", "b"),
  between("a", ". ", "b"),
  between("a", " ", "b"),
];
const markup: Worst[] = ["<", "<a ", "<!--", "<![CDATA[", " on", "&", "data:", 'href="', "<b>"].map(
  over,
);

const readers: [name: string, read: Read, worst: Worst[]][] = [
  ["the name of a file", plainName, names],
  ["a file", (text) => recognize(bytes(text), "a.txt", "text/plain"), [...markup, over("\n")]],
  ["a page", (text) => recognize(bytes(`<html>${text}`), "a.html", "text/html"), markup],
  ["a drawing", (text) => recognize(bytes(`<svg ${text}`), "a.svg", "image/svg+xml"), markup],
  [
    "an archive",
    (text) => recognize(bytes(`PK\u0003\u0004${text}`), "a.zip"),
    ["PK\u0003\u0004", "\0", "a"].map(over),
  ],
  ["a file by its name", (text) => recognize(bytes("a"), text, text), names],
  [
    "a card",
    (text) => cardsIn("text/vcard", bytes(text)),
    ["BEGIN:VCARD\n", "BEGIN:VCARD\nTEL:1\n", "\n ", "BEGIN:VCARD"].map(over),
  ],
  [
    "the lines of a card",
    (text) => cardsIn("text/vcard", bytes(`BEGIN:VCARD\n${text}`)),
    ["TEL;", "TEL:1\n", "a.TEL", "-", "FN:\\,", "N:;;;\n"].map(over),
  ],
  ["a name", visibleName, names],
  ["the first of somebody's names", publicName, names],
  ["ink", hasInk, names],
  ["the beginning of a text", (text) => cut(text, text.length / 2), names],
  ["a phone", readPhone, ["1", "+1", "(", "+", ";ext="].map(over)],
  ["a phone in one form", oneForm, ["1", "+1"].map(over)],
  ["whom to write to", whatsappAt, ["1", "a", "-", "a:"].map(over)],
  ["an e-mail address", isMailAddress, ["@", "a@", "a."].map(over)],
  ["a line of the log", cleanText, ["@", "+1", "a@b.", "Basic "].map(over)],
  ["a text as HTML", textAsHtml, ["\n", "&", "\r", "a\n\n"].map(over)],
  ["nesting", (text) => flatHtml(text), [...markup, before("<b>", "</i>"), over("<li><p>")]],
  [
    "what is passed on",
    (text) => safeHtml(text, passedOn, (_, attributes) => ({ ...attributes })),
    [over("<a "), over("<li><p>"), before("<b>", "</i>"), before("<div>", "a ")],
  ],
  ["pictures of a mail", picturesIn, ["<img ", '<img src="cid:', "<img"].map(over)],
];

describe("what anybody may write takes a time in proportion to its length", () => {
  for (const [name, read, worst] of readers) {
    for (const one of worst)
      it(`to be read: ${name}, of ${one.made}`, () => takesInProportion(read, one));
  }
});
