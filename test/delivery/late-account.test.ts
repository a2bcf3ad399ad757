import assert from "node:assert/strict";
import type { RequestOf } from "@hilo/schema";
import { account } from "../../simulator/src/providers/meta/account.ts";
import { fromMarta, pageEvent } from "../functions/providers/meta/samples.ts";
import { during } from "../support/during.ts";
import { type Json, startAdministration } from "./administration.ts";
import { post } from "./meta-account.ts";
import { startWebhooks } from "./server.ts";
import { documentsOf, freshWorkspace } from "./workspace.ts";

const { appSecret, verifyToken, accessToken } = account;
const credentials = { appSecret, verifyToken, accessToken };

const number: RequestOf<"addChannel"> = {
  provider: "meta",
  platform: "whatsapp",
  name: "WhatsApp",
  address: "+56 2 2765 4321",
  settings: { phoneNumberId: "4440001", accountId: "5550001" },
  credentials,
};
const page: RequestOf<"addChannel"> = {
  provider: "meta",
  platform: "messenger",
  name: "Página",
  address: "77881",
  settings: { appId: "123456" },
  credentials,
};

describe("an account that is connected after its customers have written", () => {
  const administration = during(startAdministration);
  during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
  });

  async function added(channel: RequestOf<"addChannel">): Promise<string> {
    const { status, json } = await administration.ask("POST", "/channels", channel);
    assert.equal(status, 201, JSON.stringify(json));
    return String(json.id);
  }

  const lettersOf = async (channelId: string) =>
    (await administration.ask("GET", `/channels/${channelId}/dead-letters`)).json.letters as Json[];

  it("gets every message of a batch once, when the batch is replayed", async () => {
    const whatsapp = await added(number);
    const mixed = pageEvent({ message: { mid: "m_late", text: "¿hay alguien?" } });
    const body = JSON.stringify({
      ...mixed,
      entry: mixed.entry.map((one) => ({
        ...one,
        id: "77881",
        messaging: one.messaging.map((it) => ({ ...it, recipient: { id: "77881" } })),
      })),
    });
    assert.equal(await post(workspaceId, body), 200);
    const [letter] = await lettersOf(whatsapp);
    assert.match(String(letter?.reason), /not connected/);
    await added(page);
    const replayed = await administration.ask("POST", `/dead-letters/${letter?.id}/replay`);
    assert.deepEqual(replayed.json, { outcome: "recorded" });
    assert.deepEqual(await lettersOf(whatsapp), []);
    assert.equal(await post(workspaceId, body), 200);
    const messages = Object.keys(await documentsOf(workspaceId)).filter((it) =>
      it.includes("/messages/"),
    );
    assert.equal(messages.length, 1);
  });

  it("has the one address of its provider, and is told by its own id only", async () => {
    const { json } = await administration.ask("POST", "/channels", number);
    assert.match(String(json.webhook), new RegExp(`/webhooks/meta/${workspaceId}$`));
    const same = { ...number, name: "Otro", address: "+56 2 2999 9999" };
    assert.equal((await administration.ask("POST", "/channels", same)).json.code, "conflict");
    const body = JSON.stringify(fromMarta({ type: "text", text: { body: "hola" } }));
    assert.equal(await post(workspaceId, body), 200);
    assert.deepEqual(await lettersOf(String(json.id)), []);
  });
});
