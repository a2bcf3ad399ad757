import assert from "node:assert/strict";
import { Conversation, Message } from "@hilo/schema";
import type { Doer } from "../../functions/src/audit/audit.ts";
import { setStatus } from "../../functions/src/conversations/desk.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { followFailure } from "../../functions/src/outbound/failure.ts";
import { retry } from "../../functions/src/outbound/retry.ts";
import { send } from "../../functions/src/outbound/send.ts";
import { sweep } from "../../functions/src/outbound/sweep.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { read } from "../../functions/src/platform/firestore.ts";
import { during } from "../support/during.ts";
import { formOf } from "./people.ts";
import { startProvider } from "./provider.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const conversationId = hash("twilio-whatsapp", "+56911110001");

describe("a customer who waits", () => {
  const webhooks = during(startWebhooks);
  const provider = during(() => startProvider({ behaviour: { pace: 0, readAfter: 0 } }));
  let workspaceId: string;
  beforeEach(async () => {
    provider.control.reset();
    workspaceId = await freshWorkspace();
    const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "¿siguen ahí?" });
    await webhooks.post(`/webhooks/twilio/${workspaceId}/twilio-whatsapp`, form);
  });

  async function answer(type: "member" | "apiKey"): Promise<string> {
    const messageId = newId();
    const doer: Doer = { type, id: "a", name: "A", workspaceId, requestId: "r", ip: "127.0.0.1" };
    await send(doer, conversationId, { messageId, kind: "text", text: "Sí" });
    await provider.control.settled();
    return messageId;
  }

  async function conversationNow(): Promise<Conversation> {
    const doc = await conversationsOf(workspaceId).doc(conversationId).get();
    const conversation = read(Conversation, doc);
    assert.ok(conversation);
    return conversation;
  }

  /** As when the provider reports the failure again. */
  function again(messageId: string): Promise<void> {
    return followFailure(messageOf(workspaceId, conversationId, messageId));
  }

  it("waits no more once a member has answered", async () => {
    await answer("member");
    const { waitingSince, unread, assigneeId } = await conversationNow();
    assert.deepEqual(
      { waitingSince, unread, assigneeId },
      {
        waitingSince: null,
        unread: 0,
        assigneeId: "a",
      },
    );
  });

  it("goes on waiting when another system sends something", async () => {
    const before = await conversationNow();
    await answer("apiKey");
    const { waitingSince, unread, assigneeId } = await conversationNow();
    assert.equal(waitingSince, before.waitingSince);
    assert.equal(unread, 1);
    assert.equal(assigneeId, "none");
  });

  for (const at of ["call", "callback"] as const) {
    it(`goes on waiting when the answer fails at the ${at}`, async () => {
      const before = await conversationNow();
      const behaviour = { failure: { code: 63024, at } };
      provider.control.behave({ scope: "next", times: 1, behaviour });
      await again(await answer("member"));
      assert.equal((await conversationNow()).waitingSince, before.waitingSince);
    });
  }

  it("waits no more when an answer after the failed one arrived", async () => {
    const behaviour = { failure: { code: 63024, at: "callback" as const } };
    provider.control.behave({ scope: "next", times: 1, behaviour });
    const failed = await answer("member");
    await answer("member");
    await again(failed);
    assert.equal((await conversationNow()).waitingSince, null);
  });

  /** Sends an answer that fails at the callback. */
  async function fails(): Promise<string> {
    const behaviour = { failure: { code: 63024, at: "callback" as const } };
    provider.control.behave({ scope: "next", times: 1, behaviour });
    return answer("member");
  }

  async function failedAt(): Promise<number> {
    return (await conversationNow()).failedAt ?? 0;
  }

  const member: Doer = {
    type: "member",
    id: "a",
    name: "A",
    workspaceId: "",
    requestId: "r",
    ip: "127.0.0.1",
  };

  it("shows a failed send until it is tried again, told once", async () => {
    const failed = await fails();
    assert.ok((await failedAt()) > 0, "told");
    await retry({ ...member, workspaceId }, conversationId, failed, newId());
    await provider.control.settled();
    assert.equal(await failedAt(), 0, "tried again");
    await again(failed);
    assert.equal(await failedAt(), 0, "not told again");
  });

  it("shows a failed send until the conversation is resolved, told once", async () => {
    const failed = await fails();
    await setStatus({ ...member, workspaceId }, conversationId, "resolved");
    assert.equal(await failedAt(), 0);
    await again(failed);
    assert.equal(await failedAt(), 0, "not told again");
  });

  it("shows a failed send although the next file was out already", async () => {
    await fails();
    await answer("member");
    assert.ok((await failedAt()) > 0);
  });

  it("shows no failed send that was answered after it was seen", async () => {
    await fails();
    const ref = conversationsOf(workspaceId).doc(conversationId);
    await ref.update({ failedAt: (await failedAt()) - 60_000 });
    await answer("member");
    assert.equal(await failedAt(), 0);
  });

  it("shows no failed send that arrived after all", async () => {
    const failed = await fails();
    const ref = messageOf(workspaceId, conversationId, failed);
    await ref.update({ status: "delivered", statusRank: 4 });
    await sweep();
    assert.equal(await failedAt(), 0);
  });

  it("shows a failed send although something earlier was told late", async () => {
    const failed = await fails();
    const ref = messageOf(workspaceId, conversationId, failed);
    await ref.update({ status: "sent", statusRank: 3 });
    await sweep();
    assert.ok((await failedAt()) > 0);
    assert.equal((await ref.get()).get("status"), "failed");
  });

  it("is written to again when the provider said, not sooner", async () => {
    const behaviour = { failure: { code: 20429, at: "call" as const, retryAfter: 77 } };
    provider.control.behave({ scope: "next", times: 1, behaviour });
    const start = Date.now();
    const messageId = await answer("member");
    const message = read(Message, await messageOf(workspaceId, conversationId, messageId).get());
    const later = (message?.dueAt?.getTime() ?? 0) - start;
    assert.ok(later >= 76_000 && later < 90_000, `due after ${later} ms`);
  });
});
