import assert from "node:assert/strict";
import { startSimulator } from "@hilo/simulator";
import { ownPorts } from "../../../scripts/own-ports.ts";
import { eventually } from "../../support/wait.ts";
import { openWindow, type Pair, send, startPair } from "../support/house.ts";

describe("The simulator's faults", () => {
  let pair: Pair;
  let port: number | undefined;
  before(async () => {
    // The door is closed and opened again: nobody else may have taken it meanwhile.
    [port] = await ownPorts(1);
  });
  beforeEach(async () => {
    pair = await startPair({ ...(port && { port }) });
    await openWindow(pair);
  });
  afterEach(() => pair.stop());

  const sends = () => pair.simulator.control.sends()[0];

  it("refuses by a chosen code at the call, with Retry-After, and only the next message", async () => {
    const failure = { code: 20429, at: "call", retryAfter: 3 } as const;
    pair.simulator.control.behave({ scope: "next", behaviour: { failure } });
    const refused = await send(pair);
    assert.equal(refused.status, 429);
    assert.equal(refused.body.code, 20429);
    assert.equal((await send(pair)).status, 201);
    assert.deepEqual(
      { ...sends(), sids: sends()?.sids.length },
      { message: "m1", calls: 2, accepted: 1, sids: 1 },
    );
  });

  for (const accepted of [false, true]) {
    it(`never answers, and ${accepted ? "takes" : "loses"} the message`, async () => {
      pair.simulator.control.behave({ scope: "next", behaviour: { call: "hang", accepted } });
      const outcome = await Promise.race([
        send(pair).then(() => "answered"),
        new Promise((resolve) => setTimeout(() => resolve("silence"), 150)),
      ]);
      assert.equal(outcome, "silence");
      assert.equal(sends()?.calls, 1);
      assert.equal(sends()?.accepted, accepted ? 1 : 0);
      assert.deepEqual(pair.statuses(), accepted ? ["sent", "delivered"] : []);
    });
  }

  it("breaks the connection", async () => {
    pair.simulator.control.behave({ scope: "next", behaviour: { call: "reset" } });
    await assert.rejects(send(pair), TypeError);
    assert.equal(sends()?.accepted, 0);
  });

  it("answers 500 in Twilio's shape", async () => {
    pair.simulator.control.behave({ scope: "next", behaviour: { call: "error" } });
    const { status, body } = await send(pair);
    assert.equal(status, 500);
    assert.equal(body.code, 20500);
  });

  it("refuses connections for a while", async () => {
    const control = new URL("/control/refuse", pair.simulator.url);
    const headers = { "content-type": "application/json", connection: "close" };
    await fetch(control, { method: "POST", headers, body: JSON.stringify({ ms: 150 }) });
    const refused = (error: { cause?: { code?: string } }) => error.cause?.code === "ECONNREFUSED";
    await eventually(() => assert.rejects(send(pair), refused), { within: 140, every: 10 });
    await eventually(async () => assert.equal((await send(pair)).status, 201));
  });

  it("keeps behaviours of one person and of the next messages apart", async () => {
    const { behave } = pair.simulator.control;
    behave({
      scope: "person",
      personId: "+56981234567",
      behaviour: { failure: { code: 63024, at: "callback" } },
    });
    behave({ scope: "next", times: 2, behaviour: { failure: null } });
    for (let count = 0; count < 3; count += 1) {
      await send(pair);
      await pair.simulator.control.settled();
    }
    assert.deepEqual(pair.statuses(), ["sent", "delivered", "sent", "delivered", "undelivered"]);
    behave({ scope: "person", personId: "+56981234567", behaviour: {} });
    await send(pair);
    await pair.simulator.control.settled();
    assert.equal(pair.statuses().at(-1), "delivered");
  });

  it("forgets everything at a reset", async () => {
    pair.simulator.control.behave({ scope: "everybody", behaviour: { dropped: true } });
    await send(pair);
    pair.simulator.control.reset();
    assert.deepEqual(pair.simulator.control.sends(), []);
    assert.deepEqual(pair.simulator.control.threads(), []);
    assert.equal(
      pair.simulator.control.behave({ scope: "everybody", behaviour: {} }).everybody.dropped,
      false,
    );
  });

  for (const host of ["0.0.0.0", "::", "192.0.2.7", "example.com"]) {
    it(`does not listen on ${host}`, async () => {
      await assert.rejects(
        startSimulator({ port: 0, host, target: "http://127.0.0.1:5000" }),
        /development tool/,
      );
    });
  }

  it("answers no page of another site, nor another name", async () => {
    const url = `${pair.simulator.url}/control/threads`;
    assert.equal((await fetch(url)).status, 200);
    assert.equal((await fetch(url, { headers: { origin: "https://example.com" } })).status, 403);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request(url, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    assert.equal(status, 403);
  });
});
