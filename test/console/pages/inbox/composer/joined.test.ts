import assert from "node:assert/strict";
import type { Draft } from "../../../../../console/src/data/draft-store.ts";
import { joined } from "../../../../../console/src/pages/inbox/composer/writing/joined.ts";

describe("an answer that was taken back", () => {
  const rows: [what: string, back: Draft, meanwhile: Draft, after: Draft][] = [
    ["stands in the empty field", { text: "Hola" }, { text: "" }, { text: "Hola" }],
    ["stands above what was written meanwhile", { text: "a" }, { text: "b" }, { text: "a\nb" }],
    [
      "quotes what it quoted",
      { text: "a", replyTo: "m" },
      { text: "" },
      { text: "a", replyTo: "m" },
    ],
    [
      "has its subject",
      { text: "a", subject: "s" },
      { text: "b", subject: "t" },
      { text: "a\nb", subject: "s" },
    ],
    [
      "was a file without words",
      { text: "" },
      { text: "b", replyTo: "m" },
      { text: "b", replyTo: "m" },
    ],
    [
      "has its files before those added meanwhile",
      { text: "a", files: [{ id: "1", caption: "x" }] },
      { text: "", files: [{ id: "2", caption: "" }] },
      {
        text: "a",
        files: [
          { id: "1", caption: "x" },
          { id: "2", caption: "" },
        ],
      },
    ],
    ["leaves spaces out", { text: "a" }, { text: "  " }, { text: "a" }],
  ];
  for (const [what, back, meanwhile, after] of rows)
    it(what, () => assert.deepEqual(joined(back, meanwhile), after));
});
