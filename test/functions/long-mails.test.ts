import type { Account } from "../../functions/src/providers/adapter.ts";
import { readText } from "../../functions/src/providers/email/charset.ts";
import { dataPicturesIn } from "../../functions/src/providers/email/data-pictures.ts";
import { mendWords } from "../../functions/src/providers/email/encoded-words.ts";
import { unflowed } from "../../functions/src/providers/email/flowed.ts";
import { headersIn } from "../../functions/src/providers/email/headers.ts";
import { eventsOf } from "../../functions/src/providers/email/inbound.ts";
import { letterFrom } from "../../functions/src/providers/email/letter.ts";
import { mendNames } from "../../functions/src/providers/email/mend-names.ts";
import { readMime } from "../../functions/src/providers/email/mime.ts";
import { plainText } from "../../functions/src/providers/email/plain.ts";
import { splitQuoted } from "../../functions/src/providers/email/quote.ts";
import { blocksOf } from "../../functions/src/providers/email/report.ts";
import {
  conversationOf,
  messageIdsIn,
  plainAddress,
} from "../../functions/src/providers/email/thread.ts";
import { openTnef } from "../../functions/src/providers/email/tnef.ts";
import { decodeTransfer } from "../../functions/src/providers/email/transfer.ts";
import { uuencodedIn } from "../../functions/src/providers/email/uuencoded.ts";
import { before, between, over, takesInProportion, type Worst } from "../support/in-proportion.ts";
import { account } from "./providers/email/samples.ts";

type Read = (text: string) => unknown;

const bytes = (text: string) => Buffer.from(text);
const latin = (text: string) => Buffer.from(text, "latin1");
const own: Account = account;

/** A mail with some of its head, and its body, as a webhook reads it. */
async function mail(head: string, body = ""): Promise<unknown> {
  const usual = "From: Ana <ana@example.org>\r\nMessage-ID: <a@example.org>\r\n";
  return eventsOf(own, await readMime(bytes(`${usual}${head}\r\n\r\n${body}`), []));
}

const parts = (one: string) =>
  ["Content-Type: multipart/mixed; boundary=x", `--x\r\n${one}\r\n--x--`] as const;

/** The same fields as a service tells them, in JSON. */
async function told(fields: Record<string, string>, text = "", html = ""): Promise<unknown> {
  const headers = Object.entries({ from: "Ana <ana@example.org>", ...fields }).map(
    ([name, value]) => ({ name, value }),
  );
  return eventsOf(own, await letterFrom({ headers, text, html, files: [], envelope: [] }));
}

const folded = (text: string) => text.replace(/\r?\n/g, "\r\n ");

const lines: Worst[] = ["> ", ">\n", "> a\n", "\n", " \n", "a\n", "From: a\n"].map(over);
const heads: Worst[] = [
  ...[":", "a:b,", "a <a@x.cl> ", "@", "<", "(", '"', ",", "=?utf-8?q?", "=?x?q??", " "].map(over),
  between("a", "+", "\u2028@x.cl"),
];
const pages: Worst[] = [
  ...["<ul><li>", "<table><tr><td>", "<li><p>", '<b a="</b>">', "<", "<pre>\n"].map(over),
  before("<b>", "</i>"),
  before("<ul><li>", "a<br>"),
  before("<a href=x>", "a "),
];

const readers: [name: string, read: Read, worst: Worst[]][] = [
  ["HTML as text", plainText, pages],
  ["an HTML mail", (text) => mail("Content-Type: text/html", text), pages.slice(0, 1)],
  ["a text", (text) => mail("In-Reply-To: <b@x.cl>", text), lines],
  ["a text that flows", (text) => unflowed(text, true), lines],
  [
    "quotes",
    (text) => splitQuoted(text),
    [
      ...lines,
      ...["-----Mensaje original-----\n", "El 1/1/26 a <a@x.cl> ", "_".repeat(40)].map(over),
    ],
  ],
  ["parts", (text) => mail(parts("")[0], text), ["--x\n", "--x--\n", "--x\n\n", "--y\n"].map(over)],
  [
    "parts in parts",
    (text) => mail("X: y", text),
    [over("--b\nContent-Type: multipart/mixed; boundary=b\n\n")],
  ],
  [
    "a text and a page",
    (text) => mail(...parts(`\r\na\r\n--x\r\nContent-Type: text/html\r\n\r\n${text}`)),
    ["<a href=", '<a href="', "<li>\n", "<script>"].map(over),
  ],
  [
    "a file of many lines",
    (text) => mail(...parts(`Content-Type: application/x-a\r\n\r\n${text}`)),
    ["\n", "\r", "a\n", "=\n"].map(over),
  ],
  [
    "a report",
    (text) => mail(...parts(`Content-Type: message/delivery-status\r\n\r\n${text}`)),
    ["\n", "a: b\n", " \n", "5.1."].map(over),
  ],
  [
    "the name of a file",
    (text) => mail(...parts(`Content-Disposition: attachment; filename="${text}"\r\n\r\na`)),
    [".", "=?utf-8?q?", ";name*=", "a"].map(over),
  ],
  [
    "a boundary",
    (text) => mail(`Content-Type: multipart/mixed; boundary="${text}"`, text),
    ["a", "-"].map(over),
  ],
  ["whom a mail is from", (text) => mail(`From: ${folded(text)}\r\nReply-To: a@x.cl`), heads],
  ["whom a mail is to", (text) => mail(`To: ${folded(text)}\r\nCc: ${folded(text)}`), heads],
  [
    "a subject",
    (text) => mail(`Subject: ${folded(text)}`),
    [...heads, ...["re:", "[a]", "re [1] "].map(over)],
  ],
  ["a thread", (text) => mail(`References: ${folded(text)}`), ["<", "<a@b>", "a@ ", " "].map(over)],
  ["a head", (text) => mail(text), ["a: b\r\n", " ", "a", "a:", "\r\n "].map(over)],
  ["addresses told", (text) => told({ to: text, "reply-to": text }), heads.slice(0, 3)],
  ["a page told", (text) => told({}, "", text), pages.slice(1, 2)],
  [
    "verdicts and lists told",
    (text) => told({ "list-post": text, precedence: text, date: text }),
    heads,
  ],
  ["a block of heads", headersIn, ["a: b\n", "\n ", ":", "a"].map(over)],
  ["encoded words", mendWords, ["=?utf-8?q?", "=?x?q??", "=?utf-8?b?YQ==?= ", "=?"].map(over)],
  [
    "encoded names",
    (text) => mendNames(`a;${text}`),
    [";name*=", ";filename*0*=a", "%41", '"'].map(over),
  ],
  ["Message-IDs", messageIdsIn, ["<", "<a@b>", "a@ "].map(over)],
  ["an address without its plus", plainAddress, [between("", "+", "\u2028@x.cl"), over("+a")]],
  ["a token", (text) => conversationOf(own, `${text}@x.cl`, "a@x.cl"), ["+", "+a", "-"].map(over)],
  [
    "the blocks of a report",
    (text) => blocksOf({ name: "", type: "", bytes: bytes(text) }),
    ["\n", "\n ", "a: b\n\n"].map(over),
  ],
  ["uuencoded files", uuencodedIn, ["begin 644 a\n", "begin 644 a\n`\n", "`\n"].map(over)],
  [
    "winmail.dat",
    (text) => openTnef(latin(`x\u009f>"\0\0${text}`)),
    ["\0", "\u0001", "\u0002\u0003\u0090\u0006\0\u0004\0\0\0"].map(over),
  ],
  [
    "pictures in a page",
    (text) => dataPicturesIn(text, "a".repeat(12)),
    ['src="data:image/png;base64,', "src=", ' src = "data:image/a;a;'].map(over),
  ],
  [
    "a charset",
    (text) => readText(latin(text)),
    ["\u00e9", "a\u00e9", "\u0081\u0040", "\u00c3\u00a9\u00e9", "\u001b$B", "~{"].map(over),
  ],
  [
    "quoted-printable",
    (text) => decodeTransfer(bytes(text), "quoted-printable"),
    ["=", "= ", "=\n", "=41"].map(over),
  ],
  ["base64", (text) => decodeTransfer(bytes(text), "base64"), ["=", "a=", " ", "a "].map(over)],
];

describe("what anybody may write in a mail takes a time in proportion to its length", () => {
  for (const [name, read, worst] of readers) {
    for (const one of worst)
      it(`to be read: ${name}, of ${one.made}`, () => takesInProportion(read, one));
  }
});
