import assert from "node:assert/strict";
import type { Shown } from "../../../widget/src/chat/live.ts";
import { Receipts } from "../../../widget/src/chat/receipts.ts";
import { settled } from "../../support/wait.ts";

function shown(id: string, change: Partial<Shown> = {}): Shown {
  const author = { type: "member", id: "ana", name: "Ana" } as const;
  const content = { kind: "text", text: "Hola", attachments: [] } as const;
  return {
    id,
    direction: "outbound",
    ...content,
    attachments: [],
    statusRank: 3,
    externalId: id,
    author,
    providerAt: 1,
    ...change,
  };
}

describe("what a visitor's chat tells of messages", () => {
  let told: string[];
  let fails: boolean;
  let receipts: Receipts;
  beforeEach(() => {
    told = [];
    fails = false;
    receipts = new Receipts(async ({ type, messageIds }) => {
      told.push(`${type} ${messageIds.join(",")}`);
      if (fails) throw new TypeError("No network");
    });
  });

  it("is that they arrived while the chat is closed, and were read once it is seen, once each", () => {
    const thread = [shown("m1"), shown("m2")];
    receipts.note(thread, false);
    receipts.note(thread, false);
    assert.equal(receipts.unread(thread), 2);
    receipts.note(thread, true);
    receipts.note(thread, true);
    assert.deepEqual(told, ["delivered m1,m2", "read m1,m2"]);
    assert.equal(receipts.unread(thread), 0);
  });

  it("is nothing of what the visitor wrote, nor of what was told before", () => {
    const own = shown("m1", { direction: "inbound", statusRank: 0 });
    const thread = [own, shown("m2", { statusRank: 5 })];
    receipts.note(thread, true);
    assert.deepEqual(told, []);
    assert.equal(receipts.unread(thread), 0);
  });

  it("is told again when it could not be told", async () => {
    fails = true;
    receipts.note([shown("m1")], true);
    await settled();
    fails = false;
    receipts.note([shown("m1")], true);
    assert.deepEqual(told, ["read m1", "read m1"]);
  });

  it("counts no deleted message as unread", () => {
    assert.equal(receipts.unread([shown("m1", { deletedAt: 5 })]), 0);
  });
});
