import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { InboundRequest } from "@hilo/simulator";
import { account } from "../../../../simulator/src/providers/x/account.ts";
import type { Call } from "../../support/house.ts";
import { standingPair } from "../../support/standing-pair.ts";

const them = "1629232141363792492";
const us = "1460000000000000001";

type Json = Record<string, unknown>;

describe("X", () => {
  const pair = standingPair();
  pair.stand();

  const act = (message: Partial<InboundRequest> = {}) =>
    pair.simulator.control.inbound({ channel: "x", from: { xId: them }, ...message }, "x");
  const ask = (path: string, body?: Json, token = "test_x_access_token") =>
    fetch(`${pair.simulator.url}/x/2/${path}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const send = (body: Json, to = them) => ask(`dm_conversations/with/${to}/messages`, body);
  const isSigned = ({ headers, raw }: Call) =>
    headers["x-twitter-webhooks-signature"] ===
    `sha256=${createHmac("sha256", "test_x_consumer_secret").update(raw).digest("base64")}`;
  const told = () =>
    pair.calls.map(({ raw }) => {
      const { data }: { data: { event_type: string; payload: Json } } = JSON.parse(raw.toString());
      return data;
    });
  const messageIn = (index: number) => {
    const events = told()[index]?.payload.direct_message_events;
    return [events].flat()[0] as { id: string; message_create: Json & { message_data: Json } };
  };

  it("tells of a message, signed, in the envelope of the Activity API", async () => {
    const { entry } = await act({ text: "hola ñ" });
    const [call] = pair.calls;
    assert.ok(call && isSigned(call));
    assert.equal(call.path, "/webhooks/x/demo/x");
    assert.equal(told()[0]?.event_type, "dm.received");
    const { id, message_create: message } = messageIn(0);
    assert.equal(id, entry.id);
    assert.match(id, /^\d{19}$/);
    assert.deepEqual([message.sender_id, message.target], [them, { recipient_id: us }]);
    assert.equal(message.message_data.text, "hola ñ");
    await act({ text: "x", signature: "wrong" });
    assert.ok(!isSigned(pair.calls.at(-1) ?? call));
  });

  it("tells of what the account writes in X's own app", async () => {
    await act({ text: "desde X", echo: true });
    assert.equal(told()[0]?.event_type, "dm.sent");
    assert.equal(messageIn(0).message_create.sender_id, us);
    assert.equal(messageIn(0).message_create.source_app_id, account.webAppId);
  });

  it("tells of an encrypted message that there is one, and not what it says", async () => {
    await act({ text: "secreto", encrypted: true });
    assert.equal(told()[0]?.event_type, "chat.received");
    assert.ok(!pair.calls[0]?.raw.toString().includes("secreto"));
  });

  it("serves pictures to who knows the token", async () => {
    await act({ kind: "image", text: "mira" });
    const { attachment, text } = messageIn(0).message_create.message_data;
    const { media } = attachment as { media: { media_url_https: string; url: string } };
    assert.equal(text, `mira ${media.url}`);
    assert.equal((await fetch(media.media_url_https)).status, 401);
    const headers = { authorization: "Bearer test_x_access_token" };
    const response = await fetch(media.media_url_https, { headers });
    assert.equal(response.headers.get("content-type"), "image/jpeg");
  });

  it("takes a message, tells of it as sent by the app, and of its being read", async () => {
    const response = await send({ text: "¡Hola!" });
    assert.equal(response.status, 201);
    const { data } = (await response.json()) as { data: Json };
    await pair.simulator.control.settled();
    assert.equal(messageIn(0).id, data.dm_event_id);
    assert.equal(messageIn(0).message_create.source_app_id, "29300201");
    const [thread] = pair.simulator.control.threads();
    await fetch(`${pair.simulator.url}/control/threads/${thread?.id}/seen`, { method: "POST" });
    await pair.simulator.control.settled();
    assert.equal(told()[1]?.event_type, "dm.read");
  });

  const refusals: [name: string, run: () => Promise<Response>, status: number][] = [
    ["nothing to say", () => send({}), 400],
    ["an empty text", () => send({ text: "" }), 400],
    ["10,001 characters", () => send({ text: "a".repeat(10_001) }), 400],
    ["an unknown parameter", () => send({ text: "x", txt: "y" }), 400],
    ["media nobody uploaded", () => send({ attachments: [{ media_id: "1" }] }), 400],
    ["two files", () => send({ attachments: [{ media_id: "1" }, { media_id: "2" }] }), 400],
    ["somebody who is not there", () => send({ text: "x" }, "nobody"), 404],
    ["another token", () => ask("users/me", undefined, "other"), 401],
    ["an endpoint that is not there", () => ask("tweets"), 404],
    [
      "a file of a type that messages do not carry",
      () =>
        ask("media/upload/initialize", {
          media_type: "application/pdf",
          total_bytes: 1,
          media_category: "dm_image",
        }),
      400,
    ],
  ];
  for (const [name, run, status] of refusals) {
    it(`refuses ${name} with a problem`, async () => {
      const response = await run();
      assert.equal(response.status, status);
      assert.match(response.headers.get("content-type") ?? "", /problem\+json/);
      assert.equal(((await response.json()) as Json).status, status);
    });
  }

  it("is blocked by who blocks, and says when a limit ends", async () => {
    await act({ kind: "block" });
    assert.equal((await send({ text: "x" })).status, 403);
    await act({ kind: "unblock" });
    const failure = { code: 429, at: "call", retryAfter: 30 } as const;
    pair.simulator.control.behave({ scope: "next", behaviour: { failure } });
    const limited = await send({ text: "x" });
    const reset = Number(limited.headers.get("x-rate-limit-reset"));
    assert.ok(Math.abs(reset - Date.now() / 1000 - 30) < 3);
  });

  it("carries neither voice nor documents, and says so", async () => {
    await assert.rejects(act({ kind: "audio" }), /X carries no audio/);
  });

  it("sends whatever body a test wants, signed", async () => {
    const body = { for_user_id: us, direct_message_events: [] };
    await act({ body });
    const [call] = pair.calls;
    assert.ok(call && isSigned(call));
    assert.deepEqual(JSON.parse(call.raw.toString()), body);
  });
});
