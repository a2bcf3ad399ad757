import assert from "node:assert/strict";
import { Conversation } from "@hilo/schema";
import { connectionOf } from "../../functions/src/channels/connections.ts";
import { conversationsOf } from "../../functions/src/conversations/store.ts";
import { recordChange } from "../../functions/src/inbound/changes.ts";
import { receive } from "../../functions/src/inbound/receive.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { onPlaceTaken } from "../../functions/src/triggers.ts";
import { contactIn } from "../support/known-person.ts";
import { queued } from "./addresses.ts";
import { connected } from "./voices/connected.ts";
import { telegram } from "./voices/telegram.ts";
import { firstAt } from "./voices/voice.ts";

const { channelId } = telegram;

describe("a message that takes the place which an edit of it had kept", () => {
  it("is reacted to by a task, once it is there", async () => {
    const workspaceId = await connected(telegram);
    const connection = (await connectionOf(workspaceId, channelId)) ?? assert.fail();
    const sender = { address: "7", name: "Ana Rojas" };
    const change = { kind: "edit", text: "corregido" } as const;
    const edit = { type: "change", externalId: "e", at: firstAt + 2000, target: "7:1" } as const;
    await recordChange(connection, { ...edit, sender, change });
    const told = { type: "message", externalId: "7:1", at: firstAt, sender } as const;
    const message = { ...told, kind: "text", text: "hola", files: [] } as const;
    const before = queued.length;
    const first = await receive(connection, { ...message, files: [] });
    const again = await receive(connection, { ...message, files: [] });
    assert.deepEqual([first, again], ["recorded", "duplicate"]);
    const [task, ...others] = queued.slice(before);
    assert.match(task ?? "", /placeTaken/);
    assert.deepEqual(others, []);
    const conversationId = hash(channelId, "7");
    await onPlaceTaken({ workspaceId, conversationId, messageId: hash(channelId, "7:1") });
    const conversation = read(
      Conversation,
      await conversationsOf(workspaceId).doc(conversationId).get(),
    );
    const contact = await contactIn(workspaceId, conversationId);
    assert.equal(contact?.name, "Ana Rojas");
    assert.notEqual(conversation?.leadId, null);
  });
});
