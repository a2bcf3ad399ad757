import assert from "node:assert/strict";
import { ChannelHealth, noHealth } from "@hilo/schema";
import { flush } from "../../functions/src/channels/health.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { newId, setClock } from "../../functions/src/platform/clock.ts";
import { during } from "../support/during.ts";
import { shoot } from "./nasty.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { documentsOf, freshWorkspace } from "./workspace.ts";

describe("a channel's health", () => {
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  let offset = 0;
  beforeEach(async () => {
    await flush();
    workspaceId = await freshWorkspace();
    offset = 0;
    setClock(() => Date.now() + offset);
  });
  afterEach(async () => {
    setClock();
    await flush();
  });

  const path = (channelId = "twilio-whatsapp") => `/webhooks/twilio/${workspaceId}/${channelId}`;
  const letter = () => formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" });

  async function forge(): Promise<void> {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": "AAAA",
    };
    const body = new URLSearchParams(letter()).toString();
    const base = process.env.PUBLIC_BASE_URL ?? "";
    const { status } = await shoot(base, { method: "POST", path: path(), headers, body });
    assert.equal(status, 401);
  }

  async function healthOf(channelId = "twilio-whatsapp"): Promise<ChannelHealth> {
    return ChannelHealth.parse((await channelsOf(workspaceId).doc(channelId).get()).get("health"));
  }

  it("counts what nobody signed, of which nothing else is kept", async () => {
    const before = await documentsOf(workspaceId);
    for (const _ of [1, 2, 3]) await forge();
    assert.deepEqual(await documentsOf(workspaceId), before);
    await flush();
    const health = await healthOf();
    assert.deepEqual({ ...health, lastRefusedAt: null }, { ...noHealth, refused: 3 });
    assert.ok(health.lastRefusedAt);
  });

  it("is written by the first request after a minute, and not before", async () => {
    await forge();
    assert.equal(await webhooks.post(path(), letter()), 200);
    assert.equal((await healthOf()).refused, 0);
    offset = 61_000;
    assert.equal(await webhooks.post(path("twilio-sms"), letter()), 200);
    const { refused, received } = await healthOf();
    assert.deepEqual([refused, received], [1, 1]);
    assert.equal((await healthOf("twilio-sms")).received, 1);
  });

  it("tells new, repeated and unusable apart", async () => {
    const form = letter();
    for (const _ of [1, 2, 3]) assert.equal(await webhooks.post(path(), form), 200);
    for (const _ of [1, 2]) assert.equal(await webhooks.post(path(), { Odd: "1" }), 200);
    await flush();
    const { received, duplicates, deadLetters, lastEventAt, lastRefusedAt } = await healthOf();
    assert.deepEqual([received, duplicates, deadLetters], [1, 2, 1]);
    assert.ok(lastEventAt);
    assert.equal(lastRefusedAt, null);
  });
});
