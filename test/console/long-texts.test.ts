import { initials } from "@hilo/bricks/initials";
import { namePrefixes } from "../../console/src/data/name-prefixes.ts";
import type { ThreadMessage } from "../../console/src/data/thread-merge.ts";
import { toldBy } from "../../console/src/pages/inbox/composer/writing/picked.ts";
import {
  showsRemote,
  withoutStyleSheets,
} from "../../console/src/pages/inbox/kinds/mail-document.ts";
import { othersOf } from "../../console/src/pages/inbox/mail/others-of.ts";
import { foundIn } from "../../console/src/pages/inbox/message/found-in.ts";
import { latestSubject, subjectOf } from "../../console/src/pages/inbox/message/subject-of.ts";
import { bare } from "../../console/src/pages/inbox/thread/messages/rows.ts";
import { addressesIn, withAddresses } from "../../console/src/text/address-list.ts";
import { isCode } from "../../console/src/text/code.ts";
import { fileName } from "../../console/src/text/file-name.ts";
import { plain } from "../../console/src/text/plain.ts";
import { partsOf } from "../../console/src/ui/rich-text-parts.ts";
import { between, over, takesInProportion, type Worst } from "../support/in-proportion.ts";

const marks = "\u0301\u0316";
const texts: Worst[] = [
  ...[
    "(",
    "[",
    ",",
    ".",
    "@",
    "@Ana",
    "*",
    "_",
    " ",
    "\n",
    "a ",
    "a",
    "1",
    marks,
    "http://",
    "www.",
    "\u200d",
  ].map(over),
  between("http://a", ")", " "),
  between("http://a", "(", ")".repeat(1000)),
  between("http://a", ",", " "),
  between("a", "@", " "),
  between("a", "_", "!"),
];
const subjects: Worst[] = [
  ...["re:", "re: ", "re [1] ", "[", " ", "re"].map(over),
  between("re", " ", "x"),
  between("re[", "1", "x"),
];
const addresses: Worst[] = [
  ...[",", "a,", "a\n", "a@b.cl,", "a@b.cl ", "<", '"', "<a>", '"\\', "+", "@"].map(over),
  between("a@b", "+", ""),
];
const pages: Worst[] = ["<a ", "<style", "<img src=", "</style ", " style=", "url( ", "<"].map(
  over,
);

const mailAbout = (subject: string) => [{ mail: { subject } } as ThreadMessage];
const mailTo = (to: string) => ({ mail: { to: [to], cc: [], subject: "", references: [] } });
const here = { conversationId: "c", address: "a@x.cl", own: ["b@x.cl"] };

const readers: [name: string, read: (text: string) => unknown, worst: Worst[]][] = [
  ["links and mentions", (text) => partsOf(text, ["Ana", "Ana María"]), texts],
  ["what is searched for", (text) => foundIn(text, "a b"), [over("a "), over("a"), over(marks)]],
  [
    "what is searched for at length",
    (text) => foundIn(text, text.slice(0, 1000)),
    texts.slice(0, 3),
  ],
  ["a text without accents", plain, texts],
  ["initials", initials, texts],
  ["a name that is looked up", namePrefixes, [over("a"), over(marks)]],
  ["what programs say", isCode, [...texts, over("a:"), over("A"), between("{", "[", "a")]],
  ["the name of a file", (text) => fileName(text, "image/png"), [over("."), over("a."), over(" ")]],
  ["a subject", bare, subjects],
  ["the latest subject", (text) => latestSubject(mailAbout(text)), subjects],
  ["the next subject", (text) => subjectOf(mailAbout(text)), subjects],
  ["addresses", addressesIn, addresses],
  ["addresses that are added", (text) => withAddresses([], text), addresses],
  [
    "everybody in a mail",
    (text) => othersOf(mailTo(text), here),
    [over("a@b.cl,"), over("+"), between("a@b", "+", "")],
  ],
  [
    "whom a note tells",
    (text) => toldBy(text, [], [{ id: "1", name: "Ana" }]),
    [over("@Ana "), over("@")],
  ],
  ["what a page fetches", showsRemote, pages],
  ["a page without its looks", withoutStyleSheets, pages],
];

describe("what anybody may write takes a time in proportion to its length on the screen", () => {
  for (const [name, read, worst] of readers) {
    for (const one of worst)
      it(`to be read: ${name}, of ${one.made}`, () => takesInProportion(read, one));
  }
});
