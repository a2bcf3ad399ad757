import assert from "node:assert/strict";
import { Conversation, Message } from "@hilo/schema";
import { connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf, messagesOf } from "../../functions/src/conversations/store.ts";
import { recordCall } from "../../functions/src/inbound/calls.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onMessageCreated } from "../../functions/src/triggers.ts";
import "./addresses.ts";
import { randomFrom, shuffled } from "./shuffle.ts";
import { freshWorkspace } from "./workspace.ts";

type State = "ringing" | "inProgress" | "completed" | "missed";

const at = 1_795_180_000_000;

function report(sequence: number, state: State) {
  return {
    type: "call" as const,
    externalId: "CA00000000000000000000000000000001",
    at,
    sender: { address: "+56911110009", phone: "+56911110009" },
    call: { direction: "inbound" as const, state, sequence },
  };
}

describe("a telephone call", () => {
  const courses: [what: string, states: State[], waits: boolean][] = [
    ["taken", ["ringing", "inProgress", "completed"], false],
    ["missed", ["ringing", "missed"], true],
  ];
  for (const [what, states, waits] of courses)
    for (const seed of [1, 2, 3])
      it(`${what} is one entry, whatever order its reports come in (${seed})`, async () => {
        const workspaceId = await freshWorkspace();
        const connection = (await connectionOf(workspaceId, "twilio-whatsapp")) ?? assert.fail();
        const reports = states.map((state, sequence) => report(sequence, state));
        const twice = [...reports, ...reports];
        for (const one of shuffled(twice, randomFrom(seed))) await recordCall(connection, one);
        await react(workspaceId);
        const { docs } = await conversationsOf(workspaceId).get();
        const conversation = read(Conversation, docs[0] ?? assert.fail());
        const messages = await messagesOf(workspaceId, docs[0]?.id ?? "").get();
        assert.equal(messages.size, 1);
        assert.equal(messages.docs[0]?.get("call.state"), states.at(-1));
        assert.equal(conversation?.waitingSince, waits ? at : null);
        assert.equal(conversation?.unread, waits ? 1 : 0);
      });

  it("ends the wait also when it is taken after the first report was reacted to", async () => {
    const workspaceId = await freshWorkspace();
    const connection = (await connectionOf(workspaceId, "twilio-whatsapp")) ?? assert.fail();
    await recordCall(connection, report(0, "ringing"));
    await react(workspaceId);
    await recordCall(connection, report(1, "completed"));
    const { docs } = await conversationsOf(workspaceId).get();
    assert.equal(docs[0]?.get("waitingSince"), null);
  });
});

async function react(workspaceId: string): Promise<void> {
  for (const { id: conversationId } of (await conversationsOf(workspaceId).get()).docs)
    for (const doc of (await messagesOf(workspaceId, conversationId).get()).docs) {
      assert.ok(read(Message, doc));
      const ids = { workspaceId, conversationId, messageId: doc.id };
      await onMessageCreated(ids, doc);
    }
}
