import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { type Message, noHealth } from "@hilo/schema";
import { forgetConnections, secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { deadLettersOf } from "../../functions/src/dead-letters/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash, seal } from "../../functions/src/platform/crypto.ts";
import { pageEvent } from "../functions/providers/meta/samples.ts";
import { during } from "../support/during.ts";
import { startAdministration } from "./administration.ts";
import { callbackOf, outboundMessage } from "./outbound.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

describe("whose word counts", () => {
  const administration = during(startAdministration);
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
  });

  describe("of what became of a message", () => {
    const conversationId = hash("twilio-whatsapp", "+56911110001");

    async function told(channelId: string, query: string, form: Record<string, string> = {}) {
      const path = `/webhooks/twilio/${workspaceId}/${channelId}${query}`;
      const status = { MessageSid: "SM1", MessageStatus: "read", ...form };
      assert.equal(await webhooks.post(path, status), 200);
      const message = await messageOf(workspaceId, conversationId, "ours").get();
      return message.get("status") as Message["status"];
    }

    beforeEach(async () => {
      const sent = { ...outboundMessage(), externalId: "SM1" };
      await messageOf(workspaceId, conversationId, "ours").set(sent);
    });

    it("is the channel's that sent it", async () => {
      const query = callbackOf({ workspaceId, conversationId, messageId: "ours" });
      assert.equal(await told("twilio-sms", query), "sending");
      assert.equal(await told("twilio-whatsapp", query), "read");
    });

    it("is nobody's who makes up a mark", async () => {
      const query = `?conversation=${conversationId}&message=ours&mark=${"0".repeat(20)}`;
      assert.equal(await told("twilio-whatsapp", query), "sending");
    });

    it("is told of messages from before there were marks by the provider's own id", async () => {
      const query = `?conversation=${conversationId}&message=ours`;
      const To = "whatsapp:+56911110001";
      assert.equal(await told("twilio-whatsapp", query, { To, MessageSid: "SM2" }), "sending");
      assert.equal(await told("twilio-sms", query, { To }), "sending");
      assert.equal(await told("twilio-whatsapp", query, { To }), "read");
    });
  });

  describe("of a dead letter", () => {
    async function connect(pageId: string, appSecret: string): Promise<void> {
      const id = `page-${pageId}`;
      const at = new Date();
      const about = { provider: "meta", platform: "messenger", name: id, enabled: true };
      const settings = { pageId };
      const times = { createdAt: at, updatedAt: at };
      await channelsOf(workspaceId)
        .doc(id)
        .set({ ...about, address: pageId, settings, health: noHealth, ...times });
      const credentials = { appSecret, verifyToken: "word", accessToken: "token" };
      const sealed = seal(credentials, secretContext(workspaceId, id));
      await secretOf(workspaceId, id).set({ sealed, updatedAt: at });
      forgetConnections();
    }

    /** A message to a page, signed with a secret. */
    async function post(pageId: string, secret: string): Promise<void> {
      const event = pageEvent({ message: { mid: `m_${newId()}`, text: "hola" } });
      const body = JSON.stringify({ ...event, entry: [{ ...event.entry[0], id: pageId }] });
      const digest = createHmac("sha256", secret).update(body).digest("hex");
      const answer = await fetch(`${process.env.PUBLIC_BASE_URL}/webhooks/meta/${workspaceId}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${digest}` },
        body,
      });
      assert.equal(answer.status, 200);
    }

    async function replayed(): Promise<unknown> {
      const { docs } = await deadLettersOf(workspaceId).get();
      assert.equal(docs.length, 1);
      const path = `/dead-letters/${docs[0]?.id}/replay`;
      return (await administration.ask("POST", path)).json.outcome;
    }

    const conversations = async () => (await conversationsOf(workspaceId).get()).size;

    beforeEach(() => connect("7788", "one app's secret"));

    it("is taken for an account that is connected since, of the same app", async () => {
      await post("9911", "one app's secret");
      assert.equal(await replayed(), "unreadable");
      await connect("9911", "one app's secret");
      assert.equal(await replayed(), "recorded");
      assert.equal(await conversations(), 1);
    });

    it("is not taken for another app's account", async () => {
      await connect("9911", "another app's secret");
      await post("9911", "one app's secret");
      assert.equal(await replayed(), "unreadable");
      assert.equal(await conversations(), 0);
    });

    it("is not taken for its own channel once that is another account with another secret", async () => {
      await post("9911", "one app's secret");
      await channelsOf(workspaceId).doc("page-7788").update({ "settings.pageId": "9911" });
      const credentials = { appSecret: "another", verifyToken: "word", accessToken: "token" };
      const sealed = seal(credentials, secretContext(workspaceId, "page-7788"));
      await secretOf(workspaceId, "page-7788").update({ sealed });
      assert.equal(await replayed(), "unreadable");
      assert.equal(await conversations(), 0);
    });
  });
});
