import assert from "node:assert/strict";
import { ChannelHealth } from "@hilo/schema";
import { connectionOf } from "../../functions/src/channels/connections.ts";
import { flush, showHealth } from "../../functions/src/channels/health.ts";
import { channelsOf } from "../../functions/src/channels/store.ts";
import { keepDeadLetter } from "../../functions/src/dead-letters/keep.ts";
import { letterAt, requestIn } from "../../functions/src/dead-letters/letters.ts";
import { wholeBody } from "../../functions/src/dead-letters/parts.ts";
import { deadLettersOf } from "../../functions/src/dead-letters/store.ts";
import { newId } from "../../functions/src/platform/clock.ts";
import { hash } from "../../functions/src/platform/crypto.ts";
import { workspace } from "../../functions/src/platform/firestore.ts";
import type { RawRequest } from "../../functions/src/providers/adapter.ts";
import { during } from "../support/during.ts";
import { demoTwilio } from "../support/twilio.ts";
import { type Administration, type Json, startAdministration } from "./administration.ts";
import { formOf } from "./people.ts";
import { startWebhooks } from "./server.ts";
import { freshWorkspace } from "./workspace.ts";

describe("dead letters", () => {
  const administration = during(startAdministration);
  const webhooks = during(startWebhooks);
  let workspaceId: string;
  beforeEach(async () => {
    await flush();
    await showHealth();
    workspaceId = await freshWorkspace();
    await administration.enter(workspaceId);
  });

  const ask: Administration["ask"] = (...call) => administration.ask(...call);
  const path = () => `/webhooks/twilio/${workspaceId}/twilio-sms`;
  const letters = "/channels/twilio-sms/dead-letters";

  async function listed(): Promise<Json[]> {
    return (await ask("GET", letters)).json.letters as Json[];
  }

  /** A message that Hilo could not read when it came, and can now. */
  async function buriedMessage(sid: string): Promise<string> {
    const form = formOf({ person: 0, way: 0, sid, text: "hola" });
    const id = hash("twilio-sms", sid);
    await deadLettersOf(workspaceId)
      .doc(id)
      .set({
        channelId: "twilio-sms",
        provider: "twilio",
        reason: "The body could not be read",
        contentType: "application/x-www-form-urlencoded",
        body: new URLSearchParams(form).toString(),
        query: {},
        receivedAt: new Date(),
      });
    return id;
  }

  it("are kept once each, and listed by pages, newest first", async () => {
    for (const odd of ["1", "2", "3", "3"]) await webhooks.post(path(), { Odd: odd });
    const first = await ask("GET", `${letters}?limit=2`);
    assert.equal((first.json.letters as Json[]).length, 2);
    const second = await ask("GET", `${letters}?limit=2&cursor=${first.json.next}`);
    assert.deepEqual([(second.json.letters as Json[]).length, second.json.next], [1, null]);
    const bodies = await Promise.all(
      [first, second]
        .flatMap(({ json }) => json.letters as Json[])
        .map(async ({ id }) => (await ask("GET", `/dead-letters/${id}`)).json.body),
    );
    assert.deepEqual(bodies, ["Odd=3", "Odd=2", "Odd=1"]);
  });

  const betweenPages: [string, (last: string) => Promise<unknown>][] = [
    [
      "comes again",
      (last) => deadLettersOf(workspaceId).doc(last).update({ receivedAt: new Date() }),
    ],
    ["is deleted", (last) => deadLettersOf(workspaceId).doc(last).delete()],
    ["stays", () => Promise.resolve()],
  ];
  for (const [what, happens] of betweenPages) {
    it(`go on in the next page where one ended whose last letter ${what}`, async () => {
      const at = new Date(Date.now() - 60_000);
      const ids = await Promise.all(["SM1", "SM2", "SM3", "SM4", "SM5"].map(buriedMessage));
      await Promise.all(
        ids.map((id) => deadLettersOf(workspaceId).doc(id).update({ receivedAt: at })),
      );
      const first = await ask("GET", `${letters}?limit=2`);
      const shown = (first.json.letters as Json[]).map(({ id }) => String(id));
      await happens(shown.at(-1) ?? "");
      const second = await ask("GET", `${letters}?limit=9&cursor=${first.json.next}`);
      const rest = (second.json.letters as Json[]).map(({ id }) => String(id));
      assert.deepEqual([...shown, ...rest].sort(), [...ids].sort());
    });
  }

  it("keep bytes as they came, and no secret", async () => {
    const connection = await connectionOf(workspaceId, "twilio-sms");
    assert.ok(connection);
    const rawBody = Buffer.from("ff00fe80", "hex");
    const raw: RawRequest = {
      method: "POST",
      url: `https://hilo.test/webhooks/x/${demoTwilio.authToken}?token=${demoTwilio.authToken}`,
      headers: {
        "content-type": "multipart/form-data; boundary=b",
        "x-event": "new",
        "x-hub-signature": "sig-4711",
        authorization: "Basic 4711",
        cookie: "c=4711",
      },
      query: { token: demoTwilio.authToken, __x__: "1" },
      rawBody,
      rest: ["in", demoTwilio.authToken],
    };
    for (const _ of [1, 2]) await keepDeadLetter(connection, raw, "Odd");
    const [{ id } = {}] = await listed();
    const kept = await letterAt(workspaceId, String(id));
    assert.ok(!JSON.stringify(kept).includes(demoTwilio.authToken));
    assert.ok(!JSON.stringify(kept).includes("4711"));
    const again = requestIn(kept, Buffer.from(kept.body, kept.encoding));
    assert.deepEqual(again.rawBody, rawBody);
    assert.deepEqual(again.headers, {
      "content-type": raw.headers["content-type"],
      "x-event": "new",
    });
    assert.deepEqual([again.rest, again.query], [["in", "…"], { token: "…" }]);
    await keepDeadLetter(connection, again, "Odd still");
    assert.equal((await listed()).length, 1);
  });

  it("of messages that are not ours are kept as one, with their number", async () => {
    const status = () => ({ MessageSid: `SM${newId()}`, MessageStatus: "sent" });
    for (const _ of [1, 2, 3]) assert.equal(await webhooks.post(path(), status()), 200);
    assert.equal((await listed()).length, 1);
    await flush();
    await showHealth();
    const health = (await channelsOf(workspaceId).doc("twilio-sms").get()).get("health");
    assert.equal(ChannelHealth.parse(health).deadLetters, 3);
  });

  it("are recorded when they are replayed, and count once however often", async () => {
    const sid = `SM${newId()}`;
    const id = await buriedMessage(sid);
    const first = await ask("POST", `/dead-letters/${id}/replay`);
    assert.deepEqual(first.json, { outcome: "recorded" });
    assert.deepEqual(await listed(), []);
    const again = await ask("POST", `/dead-letters/${await buriedMessage(sid)}/replay`);
    assert.deepEqual(again.json, { outcome: "duplicate" });
    await flush();
    await showHealth();
    const health = (await channelsOf(workspaceId).doc("twilio-sms").get()).get("health");
    const { received, duplicates } = ChannelHealth.parse(health);
    assert.deepEqual([received, duplicates], [1, 1]);
    const gone = await ask("POST", `/dead-letters/${id}/replay`);
    assert.equal(gone.status, 404);
  });

  it("stay with their reason when they cannot be read either", async () => {
    await webhooks.post(path(), { Odd: "1" });
    const [letter] = await listed();
    const { json } = await ask("POST", `/dead-letters/${letter?.id}/replay`);
    assert.equal(json.outcome, "unreadable");
    assert.match(String(json.reason), /MessageSid/);
    assert.deepEqual(
      (await listed()).map(({ id }) => id),
      [letter?.id],
    );
  });

  it("are replayed all at once, page by page", async () => {
    for (let i = 0; i < 30; i += 1) await buriedMessage(`SM${newId()}`);
    await webhooks.post(path(), { Odd: "1" });
    const totals = { recorded: 0, unreadable: 0 };
    let cursor: unknown;
    do {
      const { json } = await ask("POST", `${letters}/replay`, cursor ? { cursor } : {});
      totals.recorded += Number(json.recorded);
      totals.unreadable += Number(json.unreadable);
      cursor = json.next;
    } while (cursor);
    assert.deepEqual(totals, { recorded: 30, unreadable: 1 });
  });

  it("are replayed by two people at once without either being kept from it", async () => {
    for (let i = 0; i < 10; i += 1) await buriedMessage(`SM${newId()}`);
    const both = await Promise.all([1, 2].map(() => ask("POST", `${letters}/replay`, {})));
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.deepEqual(await listed(), []);
  });

  /** A signed form of more than a document holds, that nobody can read. */
  async function buriedLarge(end: string): Promise<string> {
    assert.equal(await webhooks.post(path(), { Odd: "x".repeat(2_000_000) + end }), 200);
    const [letter] = await listed();
    return String(letter?.id);
  }
  const partsOf = async () => (await workspace(workspaceId).collection("letterParts").get()).docs;

  it("of a body larger than a document are kept whole, once each, and shown by its beginning", async () => {
    const first = await buriedLarge("a");
    assert.equal(await buriedLarge("a"), first);
    const second = await buriedLarge("b");
    assert.notEqual(second, first);
    assert.equal((await listed()).length, 2);
    assert.equal((await partsOf()).length, 6);
    const { json } = await ask("GET", `/dead-letters/${first}`);
    assert.equal(json.cut, true);
    assert.ok(String(json.body).startsWith("Odd=xxx"));
    const letter = await letterAt(workspaceId, first);
    const whole = await wholeBody(workspaceId, first, letter);
    assert.equal(whole?.toString(), `Odd=${"x".repeat(2_000_000)}a`);
    const { json: replayed } = await ask("POST", `/dead-letters/${first}/replay`);
    assert.match(String(replayed.reason), /MessageSid/);
    await ask("DELETE", `/dead-letters/${first}`);
    assert.deepEqual(
      (await partsOf()).map(({ id }) => id.split("-")[0]),
      [second, second, second],
    );
  });

  it("of a large message are recorded from all their parts when they are replayed", async () => {
    const connection = await connectionOf(workspaceId, "twilio-sms");
    assert.ok(connection);
    const form = formOf({ person: 0, way: 0, sid: `SM${newId()}`, text: "hola" });
    const rawBody = Buffer.from(
      new URLSearchParams({ Odd: "x".repeat(1_000_000), ...form }).toString(),
    );
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const url = `https://hilo.test${path()}`;
    await keepDeadLetter(
      connection,
      { method: "POST", url, headers, query: {}, rawBody, rest: [] },
      "Odd",
    );
    const [letter] = await listed();
    const { json } = await ask("POST", `/dead-letters/${letter?.id}/replay`);
    assert.deepEqual(json, { outcome: "recorded" });
    assert.deepEqual([await listed(), await partsOf()], [[], []]);
  });

  it("are deleted for ever, which is written down", async () => {
    const id = await buriedMessage(`SM${newId()}`);
    assert.equal((await ask("DELETE", `/dead-letters/${id}`)).status, 200);
    assert.deepEqual(await listed(), []);
    const { docs } = await workspace(workspaceId).collection("audit").get();
    const entry = docs.map((doc) => doc.data()).find(({ target }) => target.endsWith(id));
    assert.equal(entry?.action, "deadLetters.delete");
  });
});
