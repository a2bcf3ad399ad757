import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { Channel, Conversation, DeadLetter, Message, noHealth } from "@hilo/schema";
import { forgetConnections, secretContext } from "../../functions/src/channels/connections.ts";
import { channelsOf, secretOf } from "../../functions/src/channels/store.ts";
import { conversationsOf, messageOf } from "../../functions/src/conversations/store.ts";
import { hash, seal } from "../../functions/src/platform/crypto.ts";
import { read, workspace } from "../../functions/src/platform/firestore.ts";
import { tagOf } from "../../functions/src/providers/meta-tag.ts";
import { channelTable } from "../../scripts/seed/channel-table.ts";
import { change, fromMarta, pageEcho, pageEvent } from "../functions/providers/meta/samples.ts";
import { during } from "../support/during.ts";
import { outboundMessage } from "./outbound.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

const { credentials } = channelTable.whatsapp;
const channels = {
  whatsapp: { phoneNumberId: "4440001", accountId: "5550001" },
  messenger: { pageId: "7788" },
  instagram: { instagramId: "17849" },
};
type Platform = keyof typeof channels;

describe("Meta's one address", () => {
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    const at = new Date();
    for (const [platform, settings] of Object.entries(channels)) {
      const about = {
        provider: "meta",
        platform,
        name: platform,
        enabled: true,
        address: platform,
      };
      const times = { createdAt: at, updatedAt: at };
      await channelsOf(workspaceId)
        .doc(platform)
        .set({ ...about, settings, health: noHealth, ...times });
      const sealed = seal(credentials, secretContext(workspaceId, platform));
      await secretOf(workspaceId, platform).set({ sealed, updatedAt: at });
    }
    forgetConnections();
  });

  const address = () => `${process.env.PUBLIC_BASE_URL}/webhooks/meta/${workspaceId}`;

  async function post(content: object, secret: string = credentials.appSecret): Promise<number> {
    const body = JSON.stringify(content);
    const digest = createHmac("sha256", secret).update(body).digest("hex");
    const headers = {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${digest}`,
    };
    const response = await fetch(address(), { method: "POST", headers, body });
    await response.arrayBuffer();
    return response.status;
  }

  async function challenge(token: string): Promise<[status: number, body: string]> {
    const query = { "hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": "4711" };
    const response = await fetch(`${address()}?${new URLSearchParams(query)}`);
    return [response.status, await response.text()];
  }

  const conversation = async (platform: Platform, key: string) =>
    read(Conversation, await conversationsOf(workspaceId).doc(hash(platform, key)).get());
  const outbound = (platform: Platform, key: string) =>
    messageOf(workspaceId, hash(platform, key), "ours");
  const message = async (platform: Platform, key: string) =>
    read(Message, await outbound(platform, key).get());

  it("answers the challenge with the right word only", async () => {
    assert.deepEqual(await challenge(credentials.verifyToken), [200, "4711"]);
    assert.equal((await challenge("another word"))[0], 403);
  });

  it("is for the channel of the account, and nothing unsigned is for any", async () => {
    const bodies = [
      fromMarta({ type: "text", text: { body: "hola" } }),
      pageEvent({ message: { mid: "m_1", text: "hola" } }),
    ];
    for (const body of bodies) {
      assert.equal(await post(body, "another secret"), 401);
      assert.equal(await post(body), 200);
    }
    assert.equal((await conversation("whatsapp", "CL.777"))?.channelId, "whatsapp");
    assert.equal((await conversation("messenger", "3141"))?.channelId, "messenger");
  });

  it("keeps what is for an account that is not connected", async () => {
    const body = pageEvent({ message: { mid: "m_1", text: "hola" } }, "instagram");
    assert.equal(await post({ ...body, entry: [{ ...body.entry[0], id: "999" }] }), 200);
    const { docs } = await workspace(workspaceId).collection("deadLetters").get();
    const [letter] = docs.map((doc) => read(DeadLetter, doc));
    assert.match(letter?.reason ?? "", /not connected/);
  });

  it("tells administrators of the WhatsApp account at its channel", async () => {
    assert.equal(await post(change({ event: "ACCOUNT_RESTRICTION" }, "account_update")), 200);
    const told = async (platform: Platform) =>
      read(Channel, await channelsOf(workspaceId).doc(platform).get())?.notice;
    const notice = await told("whatsapp");
    assert.equal(notice?.code, "ACCOUNT_RESTRICTION");
    assert.match(notice?.words?.es ?? "", /restringió/);
    assert.equal(await told("instagram"), undefined);
  });

  it("tells up to when messages of a page were delivered and read", async () => {
    await post(pageEvent({ message: { mid: "m_1", text: "hola" } }));
    const at = Date.now();
    await outbound("messenger", "3141").set({ ...outboundMessage(), providerAt: at - 1000 });
    const conversationId = hash("messenger", "3141");
    const ours = { workspaceId, channelId: "messenger", conversationId, messageId: "ours" };
    await post(pageEcho({ mid: "m_o", text: "Hola", app_id: 1, metadata: tagOf(ours) }));
    assert.deepEqual(
      [
        (await message("messenger", "3141"))?.status,
        (await message("messenger", "3141"))?.externalId,
      ],
      ["sent", "m_o"],
    );
    await post(pageEvent({ delivery: { watermark: at } }));
    assert.equal((await message("messenger", "3141"))?.status, "delivered");
    await post(pageEvent({ read: { watermark: at - 2000 } }));
    assert.equal((await message("messenger", "3141"))?.status, "delivered");
    await post(pageEvent({ read: { watermark: at } }));
    assert.equal((await message("messenger", "3141"))?.status, "read");
  });

  it("shows what the page wrote elsewhere, once", async () => {
    await post(pageEvent({ message: { mid: "m_1", text: "hola" } }));
    const echo = pageEcho({ mid: "m_e", text: "desde la bandeja", app_id: 26390203743090 });
    for (const _ of [1, 2]) assert.equal(await post(echo), 200);
    const { docs } = await conversationsOf(workspaceId)
      .doc(hash("messenger", "3141"))
      .collection("messages")
      .get();
    const texts = docs.map((doc) => read(Message, doc)).map((one) => [one?.direction, one?.text]);
    assert.deepEqual(texts.sort(), [
      ["inbound", "hola"],
      ["outbound", "desde la bandeja"],
    ]);
  });

  it("leaves somebody who only stopped marketing free to be answered", async () => {
    await post(fromMarta({ type: "text", text: { body: "hola" } }));
    const wish = (value: string, timestamp: number) => {
      const metadata = { phone_number_id: "4440001" };
      const preference = { wa_id: "56987654321", user_id: "CL.777", value, timestamp };
      return change({ metadata, user_preferences: [preference] }, "user_preferences");
    };
    assert.equal(await post(wish("stop", 1_800_000_001)), 200);
    assert.notEqual((await conversation("whatsapp", "CL.777"))?.optedOut, true);
  });

  const unreadable: [what: string, body: object, platform: Platform][] = [
    [
      "a WhatsApp change of our number",
      change({ metadata: { phone_number_id: "4440001" } }, "odd"),
      "whatsapp",
    ],
    [
      "a WhatsApp change of an unknown number",
      fromStranger("whatsapp_business_account"),
      "whatsapp",
    ],
    ["an entry of no shape about pages", { object: "page", entry: [7] }, "messenger"],
    ["an event of our page", pageEvent({ odd: true }), "messenger"],
    ["an event of an unknown page", fromStranger("page"), "messenger"],
    ["an event of an unknown Instagram account", fromStranger("instagram"), "instagram"],
  ];
  for (const [what, body, platform] of unreadable) {
    it(`keeps ${what} as ${platform}'s, though one secret signs for all`, async () => {
      assert.equal(await post(body), 200);
      const { docs } = await workspace(workspaceId).collection("deadLetters").get();
      assert.deepEqual(
        docs.map((doc) => doc.get("channelId")),
        [platform],
      );
    });
  }
});

/** Something about an account that is not connected. */
function fromStranger(object: string): object {
  const metadata = { phone_number_id: "9990001" };
  const message = { sender: { id: "1" }, message: { mid: "m_9", text: "hola" } };
  const changes = [{ field: "odd", value: { metadata } }];
  return { object, entry: [{ id: "9990001", time: 1, messaging: [message], changes }] };
}
