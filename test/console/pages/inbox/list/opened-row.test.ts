import assert from "node:assert/strict";
import type { ListedConversation } from "@hilo/schema";
import { OpenedRow } from "../../../../../console/src/pages/inbox/list/opened-row.ts";

type Moment = { opened?: string; list?: string; loading?: boolean; other?: boolean };

const of = (id: string) => ({ id }) as ListedConversation;

/** Which row stood before the list, moment by moment: its letter, or a dash. */
function told(moments: readonly Moment[]): string {
  const row = new OpenedRow();
  const shown = moments.map(({ opened, list = "", loading = false, other = false }) => {
    const items = [...list].map(of);
    return row.of({
      opened: opened ? of(opened) : undefined,
      items,
      isKnown: !loading,
      isOther: other,
    });
  });
  return shown.map((one) => one?.id ?? "-").join("");
}

describe("the open conversation's row", () => {
  const rows: [what: string, moments: Moment[], expected: string][] = [
    ["is none without one", [{}, { list: "ab" }], "--"],
    ["is the list's own where that holds it", [{ opened: "a", list: "ab" }], "-"],
    ["stands before a list that does not", [{ opened: "x", list: "ab" }], "x"],
    ["and before an empty one", [{ opened: "x" }], "x"],
    [
      "waits for the list",
      [
        { opened: "x", loading: true },
        { opened: "x", list: "ab" },
      ],
      "-x",
    ],
    ["is known after its list", [{ list: "ab" }, { opened: "x", list: "ab" }], "-x"],
    [
      "goes into the list when that comes to it",
      [
        { opened: "x", list: "a" },
        { opened: "x", list: "ax" },
      ],
      "x-",
    ],
    [
      "may leave the list",
      [
        { opened: "a", list: "ab" },
        { opened: "a", list: "b" },
      ],
      "--",
    ],
    [
      "is not asked for by who looks at another list",
      [
        { opened: "a", list: "a" },
        { opened: "a", list: "b", other: true },
      ],
      "--",
    ],
    [
      "is none of the one before",
      [
        { opened: "x", list: "a" },
        { opened: "a", list: "a" },
      ],
      "x-",
    ],
    [
      "is that of the next",
      [
        { opened: "a", list: "a" },
        { opened: "y", list: "a" },
      ],
      "-y",
    ],
    ["goes when it is closed", [{ opened: "x", list: "a" }, { list: "a" }], "x-"],
    [
      "comes back with it",
      [{ opened: "a", list: "a" }, { list: "b" }, { opened: "a", list: "b" }],
      "--a",
    ],
  ];
  for (const [what, moments, expected] of rows) {
    it(what, () => assert.equal(told(moments), expected));
  }
});
