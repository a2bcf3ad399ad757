import assert from "node:assert/strict";
import { createRequire } from "node:module";
import type { Behaviour } from "@hilo/simulator";
import { demoTwilio } from "../../../support/twilio.ts";
import {
  authorization,
  messagesPath,
  openWindow,
  type Pair,
  send,
  startPair,
} from "../../support/house.ts";

const { validateRequest } = createRequire(import.meta.url)("twilio/lib/webhooks/webhooks");

type Row = [name: string, behaviour: Behaviour, statuses: string[]];

const rows: Row[] = [
  ["usual", {}, ["sent", "delivered"]],
  ["read by itself", { read: "automatic", readAfter: 5 }, ["sent", "delivered", "read"]],
  ["doubled", { doubled: true }, ["sent", "sent", "delivered", "delivered"]],
  [
    "out of order",
    { disordered: true, read: "automatic", readAfter: 5 },
    ["read", "delivered", "sent"],
  ],
  ["dropped", { dropped: true }, []],
  ["failed by 63024", { failure: { code: 63024, at: "callback" } }, ["undelivered"]],
  ["failed before it left", { failure: { code: 30001, at: "callback" } }, ["failed"]],
  [
    "failed and doubled",
    { failure: { code: 63049, at: "callback" }, doubled: true },
    ["undelivered", "undelivered"],
  ],
];

describe("Twilio's reports", () => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await startPair();
    await openWindow(pair);
  });
  afterEach(() => pair.stop());

  for (const [name, behaviour, statuses] of rows) {
    it(`come ${name}`, async () => {
      pair.simulator.control.behave({ scope: "everybody", behaviour });
      assert.equal((await send(pair)).status, 201);
      await pair.simulator.control.settled();
      const got = behaviour.doubled ? pair.statuses().sort() : pair.statuses();
      assert.deepEqual(got, behaviour.doubled ? statuses.toSorted() : statuses);
    });
  }

  it("are signed as twilio's own validateRequest wants, over address and query", async () => {
    await send(pair);
    await pair.simulator.control.settled();
    assert.equal(pair.calls.length, 2);
    for (const { path, signature, form } of pair.calls) {
      assert.equal(path, "/webhooks/twilio/demo/twilio-whatsapp?conversation=c1&message=m1");
      const url = `${pair.target}${path}`;
      assert.ok(validateRequest(demoTwilio.authToken, signature, url, form));
      assert.ok(!validateRequest(demoTwilio.authToken, signature, url, { ...form, To: "x" }));
    }
  });

  it("carry the fields of WhatsApp, and the code of a failure", async () => {
    const failure = { code: 63016, at: "callback" } as const;
    pair.simulator.control.behave({ scope: "next", behaviour: { failure } });
    const { body } = await send(pair);
    await pair.simulator.control.settled();
    const form = pair.calls[0]?.form ?? {};
    assert.equal(form.MessageSid, body.sid);
    assert.equal(form.ErrorCode, "63016");
    assert.equal(form.EventType, "UNDELIVERED");
    assert.equal(form.ChannelPrefix, "whatsapp");
    assert.match(form.ExternalUserId ?? "", /^CL\./);
    const url = `${pair.simulator.url}${messagesPath}/${body.sid}.json`;
    const resource = await (await fetch(url, { headers: { authorization } })).json();
    assert.equal(resource.status, "undelivered");
    assert.equal(resource.error_code, 63016);
  });

  it("of SMS carry none of WhatsApp's fields, and never say read", async () => {
    pair.simulator.control.behave({ scope: "everybody", behaviour: { read: "automatic" } });
    await send(pair, { To: "+56981234567", From: "+15550100001" });
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses(), ["sent", "delivered"]);
    assert.equal(pair.calls[0]?.form.ChannelPrefix, undefined);
    assert.match(pair.calls[1]?.form.RawDlrDoneDate ?? "", /^\d{10}$/);
  });

  it("come late", async () => {
    pair.simulator.control.behave({ scope: "next", behaviour: { late: 120 } });
    const sent = Date.now();
    await send(pair);
    await pair.simulator.control.settled();
    assert.ok((pair.calls[0]?.at ?? 0) - sent >= 120);
    assert.deepEqual(pair.statuses(), ["sent", "delivered"]);
  });

  it("overtake the answer of the call itself", async () => {
    pair.simulator.control.behave({ scope: "next", behaviour: { early: true } });
    await send(pair);
    assert.equal(pair.statuses()[0], "sent");
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses(), ["sent", "delivered"]);
  });

  it("are tried again after 500 and given up after 400", async () => {
    pair.simulator.control.behave({ scope: "next", behaviour: { pace: 500 } });
    pair.answers.push(500, 503, 200, 400);
    await send(pair);
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses(), ["sent", "sent", "sent", "delivered"]);
  });

  it("say read once the phone shows the thread, before or after the delivery", async () => {
    const [thread] = pair.simulator.control.threads();
    const see = () => {
      const url = `${pair.simulator.url}/control/threads/${encodeURIComponent(thread?.id ?? "")}/seen`;
      return fetch(url, { method: "POST" });
    };
    await send(pair);
    await see();
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses(), ["sent", "delivered", "read"]);
    await send(pair);
    await pair.simulator.control.settled();
    await see();
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses().slice(3), ["sent", "delivered", "read"]);
  });

  it("tell 63016 where the 24-hour window is closed, and not where a template was sent", async () => {
    const to = { To: "whatsapp:+56962018374" };
    assert.equal((await send(pair, to)).status, 201);
    await pair.simulator.control.settled();
    assert.equal(pair.calls.at(-1)?.form.ErrorCode, "63016");
    await send(pair, {
      ...to,
      Body: null,
      ContentSid: "HX00000000000000000000000000000a01",
      ContentVariables: '{"1":"Ana","2":"martes"}',
    });
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses(), ["undelivered", "sent", "delivered"]);
  });

  it("spare a window that the house knows to be open", async () => {
    const known = [
      {
        channel: "whatsapp",
        from: { phone: "+56962018374" },
        lastInboundAt: Date.now() - 3_600_000,
      },
    ];
    const headers = { "content-type": "application/json" };
    const url = `${pair.simulator.url}/control/people`;
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(known) });
    assert.equal(response.status, 200);
    await send(pair, { To: "whatsapp:+56962018374" });
    await pair.simulator.control.settled();
    assert.deepEqual(pair.statuses(), ["sent", "delivered"]);
  });
});
