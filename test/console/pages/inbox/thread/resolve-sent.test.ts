import assert from "node:assert/strict";
import { statusRank } from "@hilo/schema";
import type { ThreadMessage } from "../../../../../console/src/data/thread-merge.ts";
import { fateOf } from "../../../../../console/src/pages/inbox/message/fate.ts";
import { threadMessage } from "../../../thread-message.ts";

const ranks = new Map(Object.entries(statusRank));

const own = (id: string, status: ThreadMessage["status"], changes: Partial<ThreadMessage> = {}) =>
  threadMessage(id, {
    direction: "outbound",
    status,
    statusRank: ranks.get(status) ?? 1,
    ...changes,
  });

describe("what was sent to be resolved with", () => {
  const failed = { statusAt: { failed: 1 } };
  const rows: [what: string, messages: ThreadMessage[], fate: "left" | "lost" | undefined][] = [
    ["waits on this device", [own("a", "queued", { local: { state: "waiting" } })], undefined],
    ["is on its way to the API", [own("a", "queued", { local: { state: "sending" } })], undefined],
    ["was taken by the API alone", [own("a", "queued")], undefined],
    ["is on its way to the provider", [own("a", "sending")], undefined],
    ["was taken by the provider", [own("a", "sent")], "left"],
    ["is read already", [own("a", "read")], "left"],
    [
      "was refused by the API",
      [own("a", "queued", { local: { state: "refused", code: "windowClosed", detail: "" } })],
      "lost",
    ],
    ["was refused by the provider", [own("a", "failed", failed)], "lost"],
    ["may have left or not", [own("a", "unknown")], "lost"],
    ["was taken back", [threadMessage("x")], "lost"],
  ];
  for (const [what, messages, fate] of rows) {
    it(`${what}: ${fate ?? "not known yet"}`, () => {
      assert.equal(fateOf(messages, ["a"]), fate);
    });
  }

  it("has left when all of it has, and is lost with a part of it", () => {
    const [first, waiting] = [own("a", "delivered"), own("b", "queued")];
    assert.equal(fateOf([first, waiting], ["a", "b"]), undefined);
    assert.equal(fateOf([first, own("b", "sent")], ["a", "b"]), "left");
    assert.equal(fateOf([waiting, own("a", "failed", failed)], ["a", "b"]), "lost");
  });
});
