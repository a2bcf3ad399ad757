import assert from "node:assert/strict";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { followFailure } from "../../functions/src/outbound/failure.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { during } from "../support/during.ts";
import { formOf } from "./people.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const conversationId = hash("twilio-whatsapp", "+56911110001");

describe("a reply window that is closed at the provider", () => {
  const webhooks = during(startWebhooks);
  const provider = during(() => startProvider({ behaviour: { pace: 0 } }));
  let workspaceId: string;

  beforeEach(async () => {
    provider.control.reset();
    workspaceId = await freshWorkspace();
    await writes();
  });

  async function writes(): Promise<void> {
    const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "¿siguen ahí?" });
    await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  }

  async function refused(code: number): Promise<string> {
    const behaviour = { failure: { code, at: "callback" as const } };
    provider.control.behave({ scope: "next", times: 1, behaviour });
    const doer: Doer = {
      ...{ type: "member", id: "a", name: "A" },
      ...{ workspaceId, requestId: "r", ip: "127.0.0.1" },
    };
    const messageId = newId();
    await send(doer, conversationId, { messageId, kind: "text", text: "Sí" });
    await provider.control.settled();
    return messageId;
  }

  /** As when the provider reports the failure again. */
  function again(messageId: string): Promise<void> {
    return followFailure(messageOf(workspaceId, conversationId, messageId));
  }

  async function replyUntil(): Promise<number> {
    return (await conversationsOf(workspaceId).doc(conversationId).get()).get("replyUntil");
  }

  it("is closed here, too, and opens with the customer's next message", async () => {
    assert.ok((await replyUntil()) > Date.now());
    const messageId = await refused(63016);
    assert.ok((await replyUntil()) <= Date.now());
    await again(messageId);
    assert.ok((await replyUntil()) <= Date.now());
    await writes();
    await again(messageId);
    assert.ok((await replyUntil()) > Date.now());
  });

  it("stays open when the customer has written since, and after any other failure", async () => {
    const messageId = await refused(63016);
    await writes();
    await again(messageId);
    await refused(63024);
    assert.ok((await replyUntil()) > Date.now());
  });
});
