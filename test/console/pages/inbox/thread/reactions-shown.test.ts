import assert from "node:assert/strict";
import type { ThreadMessage } from "../../../../../console/src/data/thread-merge.ts";
import { subjectOf } from "../../../../../console/src/pages/inbox/message/subject-of.ts";
import { bare, rowsOf } from "../../../../../console/src/pages/inbox/thread/messages/rows.ts";
import { noon, threadMessage } from "../../../thread-message.ts";

const message = (id: string, changes: Partial<ThreadMessage> = {}) =>
  threadMessage(id, { sender: { address: "rocio@chat" }, ...changes });

function ours(id: string, emoji: string, changes: Partial<ThreadMessage> = {}): ThreadMessage {
  return message(id, {
    direction: "outbound",
    kind: "reaction",
    text: emoji,
    replyTo: { id: "a" },
    author: { type: "member", id: "ana", name: "Ana" },
    providerAt: noon + 1000,
    ...changes,
  });
}

function hangingOn(id: string, messages: ThreadMessage[]) {
  const row = rowsOf(messages, null).find((one) => one.type === "message" && one.key === id);
  return row?.type === "message" ? row.reactions : undefined;
}

const types = (messages: ThreadMessage[]) => rowsOf(messages, null).map(({ type }) => type);

describe("reactions on a message", () => {
  it("are those it holds, with the names of who is known", () => {
    const reactions = {
      "rocio@chat": { emoji: "❤️", at: noon },
      stranger: { emoji: "❤️", at: noon },
      us: { emoji: "👍", at: noon },
    };
    assert.deepEqual(hangingOn("a", [message("a", { reactions })]), [
      { emoji: "❤️", names: ["Rocío", ""], ours: false },
      { emoji: "👍", names: [""], ours: true },
    ]);
  });

  it("leave out what was taken back", () => {
    const reactions = { us: { emoji: "", at: noon }, rocio: { emoji: "", at: noon } };
    assert.deepEqual(hangingOn("a", [message("a", { reactions })]), []);
  });

  it("show ours at once, in place of the one before, and with who gave it", () => {
    const held = message("a", { reactions: { us: { emoji: "👍", at: noon } } });
    const sending = ours("r", "🙏", { local: { state: "sending" } });
    assert.deepEqual(hangingOn("a", [held, sending]), [
      { emoji: "🙏", names: ["Ana"], ours: true },
    ]);
    assert.deepEqual(types([held, sending]), ["day", "message"]);
  });

  it("believe the message when it knows something newer", () => {
    const held = message("a", { reactions: { us: { emoji: "", at: noon + 5000 } } });
    assert.deepEqual(hangingOn("a", [held, ours("r", "🙏")]), []);
  });

  it("tell one of ours that failed instead of hanging it, until it was sent again", () => {
    const failed = ours("r", "👍", { status: "failed", statusAt: { failed: noon } });
    assert.deepEqual(hangingOn("a", [message("a"), failed]), []);
    assert.deepEqual(types([message("a"), failed]), ["day", "message", "system"]);
    assert.deepEqual(types([message("a"), { ...failed, retriedAs: "again" }]), ["day", "message"]);
  });
});

describe("albums", () => {
  const picture = { id: "f", name: "f.jpg", type: "image/jpeg", size: 1, state: "ready" } as const;
  const part = (id: string, changes: Partial<ThreadMessage> = {}) =>
    message(id, { kind: "image", text: "", album: "one", attachments: [picture], ...changes });
  const shape = (messages: ThreadMessage[], unread: string | null = null) =>
    rowsOf(messages, unread === null ? null : { id: unread, count: 1 }).flatMap((row) =>
      row.type === "message" ? [[row.key, row.album.length]] : [],
    );

  it("stand together as one entry", () => {
    assert.deepEqual(shape([part("a"), part("b"), part("c"), message("d")]), [
      ["a", 3],
      ["d", 0],
    ]);
  });

  const apart: [what: string, messages: ThreadMessage[], unread?: string][] = [
    ["another album", [part("a"), part("b", { album: "two" })]],
    ["another writer of the group", [part("a"), part("b", { writer: "Bruno" })]],
    ["something that was deleted", [part("a"), part("b", { deletedAt: noon })]],
    ["a message without a file", [part("a"), part("b", { attachments: [] })]],
    ["the mark of what is unread", [part("a"), part("b")], "b"],
  ];
  for (const [what, messages, unread] of apart) {
    it(`are parted by ${what}`, () => {
      assert.deepEqual(shape(messages, unread), [
        ["a", 0],
        ["b", 0],
      ]);
    });
  }
});

describe("members of a group", () => {
  it("begin a group of their own", () => {
    const rows = rowsOf([message("a", { writer: "Ana" }), message("b", { writer: "Bruno" })], null);
    const firsts = rows.flatMap((row) => (row.type === "message" ? [row.first] : []));
    assert.deepEqual(firsts, [true, true]);
  });
});

describe("subjects", () => {
  const mail = (id: string, subject: string) =>
    message(id, { mail: { subject, references: [], to: [], cc: [] } });

  it("are told where they change, whatever stands before them", () => {
    const rows = rowsOf(
      [
        mail("a", "Pedido 12"),
        mail("b", "RE: Pedido 12"),
        mail("c", "Fwd: Re: Factura"),
        mail("d", ""),
      ],
      null,
    );
    const told = rows.flatMap((row) => (row.type === "message" ? [row.subject] : []));
    assert.deepEqual(told, ["Pedido 12", "", "Fwd: Re: Factura", ""]);
  });

  const rows: [written: string, bare: string][] = [
    ["Re: RV: Pedido", "Pedido"],
    ["AW: [1] Pedido", "[1] Pedido"],
    ["Re[2]: Pedido", "Pedido"],
    ["Reclamo: Pedido", "Reclamo: Pedido"],
  ];
  for (const [written, expected] of rows) {
    it(`reads “${written}” as “${expected}”`, () => assert.equal(bare(written), expected));
  }

  it("go on with the last one of the thread", () => {
    assert.equal(subjectOf([mail("a", "Pedido"), message("b")]), "Re: Pedido");
    assert.equal(subjectOf([mail("a", "Re: Pedido")]), "Re: Pedido");
    assert.equal(subjectOf([message("a")]), "");
  });
});
