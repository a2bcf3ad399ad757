import assert from "node:assert/strict";
import { KeptUnread } from "../../../../../console/src/pages/inbox/thread/reading/kept-unread.ts";

/** Unread and ever come in, as one snapshot after the other tells them. */
type Told = [unread: number, inboundCount: number];

const rows: [name: string, told: Told[], kept: boolean][] = [
  ["opened with unread messages", [[3, 9]], false],
  [
    "opened before anything is known",
    [
      [-1, 0],
      [3, 9],
    ],
    false,
  ],
  [
    "a message comes in",
    [
      [0, 9],
      [1, 10],
    ],
    false,
  ],
  [
    "several come in at once",
    [
      [0, 9],
      [4, 13],
    ],
    false,
  ],
  [
    "one comes in while others are read",
    [
      [3, 9],
      [1, 10],
    ],
    false,
  ],
  [
    "read",
    [
      [3, 9],
      [0, 9],
    ],
    false,
  ],
  [
    "marked as unread elsewhere",
    [
      [0, 9],
      [1, 9],
    ],
    true,
  ],
  [
    "marked as unread, and then something comes in",
    [
      [0, 9],
      [1, 9],
      [2, 10],
    ],
    true,
  ],
  [
    "marked as unread where nobody ever wrote",
    [
      [0, 0],
      [1, 0],
    ],
    true,
  ],
  [
    "marked as unread, shown ahead of the server",
    [
      [0, 9],
      [1, 9],
      [0, 9],
      [1, 9],
    ],
    true,
  ],
  [
    "read, lost from sight, known again",
    [
      [0, 9],
      [-1, 0],
      [0, 9],
    ],
    false,
  ],
];

describe("what is kept unread while it is open", () => {
  for (const [name, told, kept] of rows)
    it(`${kept ? "is" : "is not"}: ${name}`, () => {
      const marked = new KeptUnread();
      for (const [unread, inboundCount] of told) marked.see({ unread, inboundCount });
      assert.equal(marked.kept, kept);
    });

  it("is what was marked here, whatever is told before the server knows", () => {
    const marked = new KeptUnread();
    marked.see({ unread: 2, inboundCount: 9 });
    marked.keep();
    marked.see({ unread: 0, inboundCount: 9 });
    marked.see({ unread: 1, inboundCount: 9 });
    assert.equal(marked.kept, true);
  });
});
