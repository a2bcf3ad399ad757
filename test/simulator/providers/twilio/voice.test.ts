import assert from "node:assert/strict";
import type { CallEvent } from "@hilo/schema";
import type { InboundRequest } from "@hilo/simulator";
import type { Account } from "../../../../functions/src/providers/adapter.ts";
import { twilio } from "../../../../functions/src/providers/twilio/index.ts";
import { answer } from "../../../../functions/src/providers/twilio/voice-answer.ts";
import { requestOf, standingPair } from "../../support/standing-pair.ts";

const credentials = {
  accountSid: "AC000000000000000000000000000000a1",
  authToken: "test_twilio_auth_token_0000000001",
};
const phone = "+56981000101";

describe("simulated telephone calls", () => {
  let account: Account;
  const pair = standingPair({
    reply: (call) => answer(requestOf(call, pair.target), account)?.body ?? "",
  });
  pair.stand();
  before(() => {
    account = {
      workspaceId: "demo",
      channelId: "twilio-voice",
      platform: "voice",
      address: "+15550100001",
      settings: { forwardTo: "+56222223333" },
      webhook: `${pair.target}/webhooks/twilio/demo/twilio-voice`,
    };
  });

  async function called(call: InboundRequest["call"] = {}): Promise<CallEvent[]> {
    const { answers } = await pair.simulator.control.inbound(
      { channel: "voice", from: { phone }, call },
      "twilio",
    );
    if (call.direction !== "outbound") assert.match(answers[0]?.body ?? "", /<Dial /);
    await pair.simulator.control.settled();
    const events = await Promise.all(
      pair.calls.map((call) => {
        const request = requestOf(call, pair.target);
        assert.ok(twilio.verify(request, credentials), "signed");
        return twilio.parse(request, account);
      }),
    );
    return events.flat().map((event) => {
      assert.equal(event.type, "call");
      return event as CallEvent;
    });
  }

  const rows: [string, InboundRequest["call"], string[]][] = [
    ["a call that is taken", {}, ["ringing", "completed"]],
    ["a call that nobody takes", { outcome: "no-answer" }, ["ringing", "missed"]],
    ["our call", { direction: "outbound" }, ["ringing", "ringing", "inProgress", "completed"]],
    [
      "our call to a busy line",
      { direction: "outbound", outcome: "busy" },
      ["ringing", "ringing", "busy"],
    ],
  ];
  for (const [name, call, states] of rows) {
    it(`tell of ${name}`, async () => {
      const events = await called(call);
      assert.deepEqual(
        events.map((event) => event.call.state),
        states,
      );
      assert.equal(new Set(events.map(({ externalId }) => externalId)).size, 1);
      for (const { sender } of events) assert.equal(sender?.address, phone);
    });
  }

  it("are recorded, and the recording is there for who has the account's token", async () => {
    const events = await called({ recording: true, seconds: 2 });
    const { recording, externalId } = events.at(-1) ?? assert.fail("no events");
    assert.equal(externalId, events[0]?.externalId);
    const { url, headers } =
      (await twilio.media?.(recording?.source ?? "", credentials, account)) ?? assert.fail();
    const response = await fetch(url, { headers });
    assert.equal(response.headers.get("content-type"), "audio/mpeg");
    assert.deepEqual([...new Uint8Array(await response.arrayBuffer()).slice(0, 2)], [0xff, 0xfb]);
    assert.equal((await fetch(url)).status, 401);
  });

  it("count their steps, however they are reported", async () => {
    pair.simulator.control.behave({
      scope: "everybody",
      behaviour: { disordered: true, doubled: true },
    });
    const events = await called({ direction: "outbound" });
    const last = events.reduce((a, b) => (a.call.sequence >= b.call.sequence ? a : b));
    assert.equal(last.call.state, "completed");
    assert.equal(events.length, 7);
  });
});
