import assert from "node:assert/strict";
import { ChannelHealth, noHealth } from "@hilo/schema";
import { flush, showHealth } from "../../functions/src/channels/health.ts";
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
    await showHealth();
    workspaceId = await freshWorkspace();
    offset = 0;
    setClock(() => Date.now() + offset);
  });
  afterEach(async () => {
    setClock();
    await flush();
    await showHealth();
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
    await showHealth();
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
    await showHealth();
    const { refused, received } = await healthOf();
    assert.deepEqual([refused, received], [1, 1]);
    assert.equal((await healthOf("twilio-sms")).received, 1);
  });

  it("is counted apart from the channel, which a person may be changing", async () => {
    const place = channelsOf(workspaceId).doc("twilio-whatsapp");
    const before = await place.get();
    await forge();
    await flush();
    assert.deepEqual((await place.get()).updateTime, before.updateTime);
    await showHealth();
    assert.equal((await healthOf()).refused, 1);
    await showHealth();
    assert.deepEqual((await place.get()).get("updatedAt"), before.get("updatedAt"));
  });

  it("goes on from what the channel itself counted before", async () => {
    const place = channelsOf(workspaceId).doc("twilio-whatsapp");
    await place.update({ "health.refused": 5, "health.lastSentAt": 7 });
    for (const _ of [1, 2]) {
      await forge();
      await flush();
      await showHealth();
    }
    const { refused, lastSentAt } = await healthOf();
    assert.deepEqual([refused, lastSentAt], [7, 7]);
  });

  it("adds up when several count a channel for the first time at once", async () => {
    await Promise.all([forge().then(flush), forge().then(flush), forge().then(flush)]);
    await flush();
    await Promise.all([showHealth(), showHealth()]);
    await showHealth();
    assert.equal((await healthOf()).refused, 3);
  });

  it("tells new, repeated and unusable apart", async () => {
    const form = letter();
    for (const _ of [1, 2, 3]) assert.equal(await webhooks.post(path(), form), 200);
    for (const _ of [1, 2]) assert.equal(await webhooks.post(path(), { Odd: "1" }), 200);
    await flush();
    await showHealth();
    const { received, duplicates, deadLetters, lastEventAt, lastRefusedAt } = await healthOf();
    assert.deepEqual([received, duplicates, deadLetters], [1, 2, 1]);
    assert.ok(lastEventAt);
    assert.equal(lastRefusedAt, null);
  });
});
