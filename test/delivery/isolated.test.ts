import assert from "node:assert/strict";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { followFailure } from "../../functions/src/outbound/failure.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { outboundMessage } from "./outbound.ts";
import { freshWorkspace } from "./workspace.ts";

describe("what follows when a message of ours fails", () => {
  it("follows, also beside what a conversation that cannot be read keeps from it", async () => {
    const workspaceId = await freshWorkspace();
    const conversationId = "odd";
    await conversationsOf(workspaceId).doc(conversationId).set({ status: "of another time" });
    const target = messageOf(workspaceId, conversationId, "target");
    const reaction = messageOf(workspaceId, conversationId, newId());
    const at = Date.now() - 1000;
    await target.set({
      ...outboundMessage(),
      direction: "inbound",
      reactions: { us: { emoji: "👍", at } },
    });
    await reaction.set({
      ...outboundMessage(),
      kind: "reaction",
      text: "👍",
      status: "failed",
      statusAt: { failed: at },
      error: { code: "63016", reason: "windowClosed", message: "Closed" },
      providerAt: at,
      replyTo: { id: "target" },
    });
    await followFailure(reaction);
    assert.equal((await target.get()).get("reactions.us"), undefined);
  });
});
