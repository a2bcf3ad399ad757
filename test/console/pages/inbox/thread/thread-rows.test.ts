import assert from "node:assert/strict";
import type { ThreadMessage } from "../../../../../console/src/data/thread-merge.ts";
import type { Row } from "../../../../../console/src/pages/inbox/message/row.ts";
import {
  firstUnread,
  quotedOf,
  rowsOf,
} from "../../../../../console/src/pages/inbox/thread/messages/rows.ts";
import { noon, threadMessage } from "../../../thread-message.ts";

const minute = 60_000;

const shape = (rows: Row[]) =>
  rows.map((row) =>
    row.type === "message" ? `${row.key}${row.first ? "<" : ""}${row.last ? ">" : ""}` : row.type,
  );

describe("rows of a thread", () => {
  it("groups one author within five minutes", () => {
    const rows = rowsOf(
      [
        threadMessage("a"),
        threadMessage("b", { providerAt: noon + 5 * minute }),
        threadMessage("c", { providerAt: noon + 10 * minute + 1 }),
      ],
      null,
    );
    assert.deepEqual(shape(rows), ["day", "a<", "b>", "c<>"]);
  });

  it("parts authors, directions and what a system line stands between", () => {
    const rows = rowsOf(
      [
        threadMessage("a"),
        threadMessage("s", { direction: "system", kind: "event" }),
        threadMessage("b"),
        threadMessage("n", {
          direction: "note",
          author: { type: "member", id: "ana", name: "Ana" },
        }),
        threadMessage("o", {
          direction: "outbound",
          author: { type: "member", id: "ana", name: "Ana" },
        }),
      ],
      null,
    );
    assert.deepEqual(shape(rows), ["day", "a<>", "system", "b<>", "n<>", "o<>"]);
  });

  it("begins each day with its own line and group", () => {
    const midnight = new Date(2026, 10, 21).getTime();
    const rows = rowsOf(
      [
        threadMessage("a", { providerAt: midnight - minute }),
        threadMessage("b", { providerAt: midnight }),
      ],
      null,
    );
    assert.deepEqual(shape(rows), ["day", "a<>", "day", "b<>"]);
  });

  it("sets the unread mark before the first unread, and parts the group there", () => {
    const messages = [threadMessage("a"), threadMessage("b"), threadMessage("c")];
    const rows = rowsOf(messages, firstUnread(messages, 2));
    assert.deepEqual(shape(rows), ["day", "a<>", "unread", "b<", "c>"]);
  });

  it("hangs a reaction on its message, the last one of each person", () => {
    const rows = rowsOf(
      [
        threadMessage("a"),
        threadMessage("r1", { kind: "reaction", text: "❤️", replyTo: { externalId: "x-a" } }),
        threadMessage("r2", { kind: "reaction", text: "👍", replyTo: { externalId: "x-a" } }),
      ],
      null,
    );
    assert.deepEqual(shape(rows), ["day", "a<>"]);
    const row = rows[1];
    assert.deepEqual(row?.type === "message" && row.reactions, [
      { emoji: "👍", names: ["Rocío"], ours: false },
    ]);
  });

  it("tells a reaction to a message it does not hold as a line", () => {
    const rows = rowsOf([threadMessage("r", { kind: "reaction", replyTo: { id: "gone" } })], null);
    assert.deepEqual(shape(rows), ["day", "system"]);
  });
});

describe("first unread", () => {
  it("counts the customer's messages only, from the end", () => {
    const messages = [
      threadMessage("a"),
      threadMessage("b"),
      threadMessage("n", { direction: "note" }),
      threadMessage("c"),
    ];
    assert.deepEqual(firstUnread(messages, 2), { id: "b", count: 2 });
  });

  it("is the oldest one held when more are unread than are held", () => {
    assert.deepEqual(firstUnread([threadMessage("a")], 7), { id: "a", count: 1 });
  });

  it("is none when everything is read", () => {
    assert.equal(firstUnread([threadMessage("a")], 0), null);
  });
});

describe("quoted message", () => {
  const among = [threadMessage("a"), threadMessage("b", { externalId: null })];
  const rows: [name: string, replyTo: ThreadMessage["replyTo"], found: string | undefined][] = [
    ["by our id", { id: "a" }, "a"],
    ["by the provider's id", { externalId: "x-a" }, "a"],
    ["not one without an id of either kind", {}, undefined],
    ["not one that is not held", { id: "z", externalId: "x-z" }, undefined],
  ];
  for (const [name, replyTo, found] of rows) {
    it(name, () => {
      const quoting = replyTo ? { replyTo } : {};
      assert.equal(quotedOf(quoting, among)?.id, found);
    });
  }
});
